package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.measure.Comparison;

/**
 * A comparison as it stands in a policy, for example {@code >= 30}.
 *
 * @param node where it stands
 * @param comparison what its sign means
 * @param operand what stands behind the sign
 */
record Bound(Node node, Comparison comparison, String operand) {
    private static final String SIGNS = "<>=!≤≥";

    /** The characters that a text begins with and that may make a sign; white space before them is left out. */
    static String sign(String text) {
        String bare = text.strip();
        int end = 0;
        while (end < bare.length() && SIGNS.indexOf(bare.charAt(end)) >= 0) {
            end++;
        }
        return bare.substring(0, end);
    }

    /** What stands behind the sign. */
    static String operand(String text) {
        return text.strip().substring(sign(text).length()).strip();
    }

    /** What to write instead of a text whose sign is none, for example with such an operand. */
    static String remedy(String text, String example) {
        String operand = operand(text);
        if (isNumber(example) && !isNumber(operand)) {
            return "compare with a number: " + write(">=", example);
        }
        return switch (sign(text)) {
            case "", "=>", "≥" -> write(">=", operand);
            case "=<", "≤" -> write("<=", operand);
            case "==", "===" -> write("=", operand);
            default -> "begin with one of >= > <= < =";
        };
    }

    private static boolean isNumber(String operand) {
        return operand.matches("-?[0-9].*");
    }

    /** What to write instead: this operand behind another sign. */
    static String write(String sign, String operand) {
        return "write \"" + sign + " " + (operand.isEmpty() ? "…" : operand) + "\"";
    }
}
