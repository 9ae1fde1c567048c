package io.imprimatur.samples.gate;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The real tool, where {@code -Dimprimatur.semgrep} names it. */
final class RealSemgrep {
    private RealSemgrep() {}

    /** Without it the test is skipped, or fails where tools are required. */
    static Path require() {
        String program = System.getProperty("imprimatur.semgrep", "");
        if (!program.isEmpty() && Files.isExecutable(Path.of(program))) {
            return Path.of(program);
        }
        String reason = "no program at -Dimprimatur.semgrep: pip install semgrep==1.182.0";
        if ("required".equals(System.getProperty("imprimatur.tools"))) {
            throw new AssertionError(reason);
        }
        System.out.println("SKIPPED: " + reason);
        return Assumptions.abort(reason);
    }
}
