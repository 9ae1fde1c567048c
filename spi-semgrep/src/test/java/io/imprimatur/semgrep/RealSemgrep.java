package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The real tools, where {@code -Dimprimatur.semgrep} and {@code -Dimprimatur.opengrep} name them. */
final class RealSemgrep {
    private RealSemgrep() {}

    /** Without it the test is skipped, or fails where tools are required. */
    static Path require() {
        return require("imprimatur.semgrep", "pip install semgrep==1.182.0");
    }

    /** As {@link #require()}. */
    static Path requireOpengrep() {
        return require("imprimatur.opengrep", ".ci/run installs one");
    }

    private static Path require(String property, String remedy) {
        String program = System.getProperty(property, "");
        boolean present = !program.isEmpty() && Files.isExecutable(Path.of(program));
        if (!present) {
            assertThat(System.getProperty("imprimatur.tools"))
                    .as("there is no program at " + property + ", '" + program + "': " + remedy)
                    .isNotEqualTo("required");
            System.out.println("Skipped: no program at -D" + property);
        }
        Assumptions.assumeTrue(present, "no program at -D" + property);
        return Path.of(program);
    }
}
