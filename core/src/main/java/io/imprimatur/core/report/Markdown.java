package io.imprimatur.core.report;

import io.imprimatur.error.Printable;

/**
 * Text of others in GitHub Flavored Markdown. It stands in code spans, always: nothing in a code span is markup, HTML, a
 * link, a mention or a reference, and no escape has to be right for each of them (CommonMark 0.31, section 6.1).
 */
final class Markdown {
    /** Longer texts are cut. */
    static final int MAX_CODE = 300;

    private Markdown() {}

    /** A code span that shows the text. Not for a table: there a bar ends the cell, even in a code span. */
    static String code(String text) {
        String safe = Printable.of(text, MAX_CODE);
        if (safe.isEmpty()) {
            return "(empty)";
        }
        String fence = "`".repeat(longestRun(safe) + 1);
        // One space on each side is stripped again; without it a backtick would join the fence.
        boolean padded = isEdge(safe.charAt(0)) || isEdge(safe.charAt(safe.length() - 1));
        return padded ? fence + " " + safe + " " + fence : fence + safe + fence;
    }

    private static boolean isEdge(char character) {
        return character == '`' || character == ' ';
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
