package io.imprimatur.core.sarif;

import io.imprimatur.finding.Severity;
import org.jspecify.annotations.Nullable;

/** How bad a result is, by what GitHub calls security severity, a score as CVSS has it, or else by its level. */
final class Levels {
    private Levels() {}

    /** Absent where no score is a number and the level is none of the standard. */
    static @Nullable Severity severity(@Nullable String ruleScore, @Nullable String resultScore, String level) {
        Severity byRule = byScore(ruleScore);
        Severity byScore = byRule == null ? byScore(resultScore) : byRule;
        return byScore == null ? byLevel(level) : byScore;
    }

    static @Nullable Severity byLevel(String level) {
        return switch (level) {
            case "error" -> Severity.HIGH;
            case "warning" -> Severity.MEDIUM;
            case "note" -> Severity.LOW;
            case "none" -> Severity.INFO;
            default -> null;
        };
    }

    /** Tools also write the texts "undefined" and "null". */
    private static @Nullable Severity byScore(@Nullable String score) {
        if (score == null || !score.strip().matches("[0-9]{1,3}(\\.[0-9]{0,9})?")) {
            return null;
        }
        double value = Double.parseDouble(score.strip());
        if (value >= 9) {
            return Severity.CRITICAL;
        }
        if (value >= 7) {
            return Severity.HIGH;
        }
        return value >= 4 ? Severity.MEDIUM : value > 0 ? Severity.LOW : Severity.INFO;
    }
}
