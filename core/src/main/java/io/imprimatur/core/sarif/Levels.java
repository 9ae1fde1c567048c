package io.imprimatur.core.sarif;

import io.imprimatur.finding.Severity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How bad a result is, by what GitHub calls security severity, a score as CVSS has it, or else by its level. */
final class Levels {
    private static final Pattern SCORE =
            Pattern.compile("\\s*\\+?(([0-9]{1,9}(\\.[0-9]{0,20})?|\\.[0-9]{1,20})([eE][-+]?[0-9]{1,2})?)\\s*");

    private Levels() {}

    static @Nullable Severity byLevel(String level) {
        return switch (level) {
            case "error" -> Severity.HIGH;
            case "warning" -> Severity.MEDIUM;
            case "note" -> Severity.LOW;
            case "none" -> Severity.INFO;
            default -> null;
        };
    }

    /** Null where it is no number: tools also write the texts "undefined" and "null". */
    static @Nullable Severity byScore(@Nullable String score) {
        if (score == null) {
            return null;
        }
        Matcher number = SCORE.matcher(score);
        if (!number.matches()) {
            return null;
        }
        double value = Double.parseDouble(number.group(1));
        if (value >= 9) {
            return Severity.CRITICAL;
        }
        if (value >= 7) {
            return Severity.HIGH;
        }
        return value >= 4 ? Severity.MEDIUM : value > 0 ? Severity.LOW : Severity.INFO;
    }
}
