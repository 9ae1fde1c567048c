package io.imprimatur.core.report;

import io.imprimatur.core.decide.Explanation;
import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.policy.file.ConditionTree;
import io.imprimatur.error.Printable;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import java.nio.charset.StandardCharsets;

/**
 * Why a rule fires or does not, as text: its condition as a tree, whether each part holds, and on which facts. The text
 * ends with a line feed. Pure.
 */
public final class ExplanationReport {
    private ExplanationReport() {}

    /** The text. */
    public static String text(String rule, Explanation explanation) {
        StringBuilder text = new StringBuilder();
        String fires = switch (explanation.truth()) {
            case TRUE -> " fires: its condition holds";
            case UNKNOWN -> " fires: it is not known whether its condition holds";
            case FALSE -> " does not fire: its condition does not hold";
        };
        line(text, 0, rule + fires);
        part(text, 1, explanation);
        return text.toString();
    }

    private static void part(StringBuilder text, int level, Explanation part) {
        line(text, level, words(part.truth()) + ": " + words(part.condition()));
        for (Explanation.Known known : part.facts()) {
            String place = known.location() == null ? "" : known.location() + ": ";
            boolean open = known.truth() == Truth.UNKNOWN && part.truth() != Truth.UNKNOWN;
            line(text, level + 2, place + (open ? "not known: " : "") + known.words() + " [" + known.source() + "]");
        }
        part.parts().forEach(inner -> part(text, level + 1, inner));
    }

    private static String words(Truth truth) {
        return switch (truth) {
            case TRUE -> "holds";
            case FALSE -> "does not hold";
            case UNKNOWN -> "not known";
        };
    }

    private static String words(Condition condition) {
        if (condition instanceof Condition.All) {
            return "all of";
        }
        return condition instanceof Condition.Any
                ? "any of"
                : new String(CanonicalJson.bytes(ConditionTree.of(condition)), StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, int level, String line) {
        text.append("  ".repeat(level)).append(Printable.of(line)).append('\n');
    }
}
