package io.imprimatur.samples.gate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Where a report goes. */
final class Report {
    private Report() {}

    /** Whether standard output is a terminal that wants colour. */
    static boolean isTerminal() {
        // Since JDK 22 there is a console without a terminal too; TERM is what a terminal sets.
        return System.console() != null && System.getenv("TERM") != null && System.getenv("NO_COLOR") == null;
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
