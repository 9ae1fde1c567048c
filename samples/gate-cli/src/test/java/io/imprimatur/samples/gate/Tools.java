package io.imprimatur.samples.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Tools of the machine that a test needs. */
final class Tools {
    private Tools() {}

    /** Skips the test, or fails it where tools are required, if there is no such tool. */
    static void require(String tool, String... arguments) {
        if (!isThere(tool, arguments)) {
            skip(tool + " is not installed, so what needs it is not tested");
        }
    }

    /** The program that a system property names; without it, as {@link #require}. */
    static String named(String property) {
        String program = System.getProperty(property, "");
        if (program.isEmpty() || !Files.isExecutable(Path.of(program))) {
            skip("there is no program at -D" + property + ", so what needs it is not tested");
        }
        return program;
    }

    private static void skip(String reason) {
        if ("required".equals(System.getProperty("imprimatur.tools"))) {
            throw new AssertionError(reason);
        }
        System.out.println("SKIPPED: " + reason);
        Assumptions.abort(reason);
    }

    private static boolean isThere(String tool, String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, tool);
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
