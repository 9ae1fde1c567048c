package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The real tool, where {@code -Dimprimatur.semgrep} names it. */
final class RealSemgrep {
    private static final String PROPERTY = "imprimatur.semgrep";

    private RealSemgrep() {}

    /** Without it the test is skipped, or fails where tools are required. */
    static Path require() {
        String program = System.getProperty(PROPERTY, "");
        boolean present = !program.isEmpty() && Files.isExecutable(Path.of(program));
        if (!present) {
            assertThat(System.getProperty("imprimatur.tools"))
                    .as("there is no program at " + PROPERTY + ", '" + program + "': pip install semgrep==1.182.0")
                    .isNotEqualTo("required");
            System.out.println("Skipped: no program at -D" + PROPERTY);
        }
        Assumptions.assumeTrue(present, "no program at -D" + PROPERTY);
        return Path.of(program);
    }
}
