package io.imprimatur.snyk;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.tool.SearchPath;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The real CLI: the script of its npm package, or a launcher, at {@code -Dimprimatur.snyk}. */
final class OutsideTool {
    private static final String PROPERTY = "imprimatur.snyk";

    private OutsideTool() {}

    /** Without it the test is skipped, or fails where tools are required. */
    static Path require() {
        String program = System.getProperty(PROPERTY, "");
        boolean present = !program.isEmpty()
                && Files.isRegularFile(Path.of(program))
                && searchPath().find("node").isPresent();
        if (!present) {
            assertThat(System.getProperty("imprimatur.tools"))
                    .as("there is no program at " + PROPERTY + ", '" + program + "', or no node; install with"
                            + " npm i --ignore-scripts snyk@1.1307.4 and name node_modules/snyk/dist/cli/index.js")
                    .isNotEqualTo("required");
            System.out.println("Skipped: no program at -D" + PROPERTY);
        }
        Assumptions.assumeTrue(present, "no program at -D" + PROPERTY);
        return Path.of(program);
    }

    /** Where this machine has node. */
    static SearchPath searchPath() {
        return SearchPath.of(System.getenv().getOrDefault("PATH", ""));
    }
}
