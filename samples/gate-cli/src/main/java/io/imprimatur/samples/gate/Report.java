package io.imprimatur.samples.gate;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Where a report goes. */
@SuppressWarnings("SystemConsoleNull") // asked in isTerminal(Console)
final class Report {
    private Report() {}

    /** Whether standard output is a terminal that wants colour. */
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && isTerminal(console) && System.getenv("NO_COLOR") == null;
    }

    /** Until JDK 21 there is a console only on a terminal; since JDK 22 there always is one, and it can say. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJdk) {
            return true;
        } catch (ReflectiveOperationException cannotSay) {
            return false;
        }
    }

    /** To standard output, or whole into a file: a reader never sees half of it. */
    static void write(String report, @Nullable Path output) throws IOException {
        String text = report.endsWith("\n") ? report : report + "\n";
        if (output == null) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.print(text);
            out.flush();
            return;
        }
        Path folder = output.toAbsolutePath().getParent();
        Path half = Files.createTempFile(folder, ".imprimatur", ".part");
        try {
            Files.writeString(half, text);
            Files.move(half, output, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
