package io.imprimatur.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Somebody else's program that checks what we write. */
public final class OutsideTool {
    private OutsideTool() {}

    /** The program that a system property names. Without it the test is skipped, or fails where tools are required. */
    public static String require(String property) {
        String program = System.getProperty(property, "");
        boolean present = !program.isEmpty() && Files.isExecutable(Path.of(program));
        if (!present) {
            assertThat(System.getProperty("imprimatur.tools"))
                    .as("there is no program at " + property + ", '" + program + "'")
                    .isNotEqualTo("required");
            System.out.println("Skipped: no program at -D" + property);
        }
        Assumptions.assumeTrue(present, "no program at -D" + property);
        return program;
    }
}
