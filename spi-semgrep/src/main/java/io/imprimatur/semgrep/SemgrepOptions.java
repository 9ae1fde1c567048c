package io.imprimatur.semgrep;

import io.imprimatur.scan.ScannerSettings;
import java.util.List;

/**
 * What the tool may take.
 *
 * @param jobs how many processes look at files at once
 * @param ruleTimeout seconds for one rule on one file
 * @param ruleTimeouts after how many of those a file is given up; 0 for never
 * @param largestFile the largest file that it looks at, in bytes
 * @param memory MiB for one rule on one file
 */
record SemgrepOptions(int jobs, int ruleTimeout, int ruleTimeouts, int largestFile, int memory) {
    static final SemgrepOptions USUAL = new SemgrepOptions(2, 5, 3, 1_000_000, 2000);

    /** Those of the policy, and where it does not say, these. */
    SemgrepOptions or(ScannerSettings settings) {
        return new SemgrepOptions(
                whole(settings, "jobs", 1, 64, jobs),
                whole(settings, "rule-timeout", 1, 3600, ruleTimeout),
                whole(settings, "rule-timeouts", 0, 1000, ruleTimeouts),
                whole(settings, "max-target-bytes", 1, 100_000_000, largestFile),
                whole(settings, "max-memory", 50, 1_000_000, memory));
    }

    private static int whole(ScannerSettings settings, String key, int least, int most, int otherwise) {
        return settings.whole(key, least, most).orElse((long) otherwise).intValue();
    }

    /** As the tool wants them. */
    List<String> arguments() {
        return List.of(
                "--jobs",
                Integer.toString(jobs),
                "--timeout",
                Integer.toString(ruleTimeout),
                "--timeout-threshold",
                Integer.toString(ruleTimeouts),
                "--max-target-bytes",
                Integer.toString(largestFile),
                "--max-memory",
                Integer.toString(memory));
    }
}
