package io.imprimatur.core.intake;

import io.imprimatur.error.Printable;

/**
 * Text of a report made fit for a finding: one line, in which every control, bidirectional and other character that does
 * not print is a visible escape, and no longer than it may be. Pure and thread-safe.
 *
 * <p>It does not make a secret fit: text that quotes what a tool matched must not be taken at all.
 */
public final class CleanText {
    private CleanText() {}

    /**
     * The text on one line, every run of white space one blank, cut before the word that makes it too long.
     *
     * @param most the longest answer, in UTF-16 units, at least 10
     * @return empty where nothing but white space stands in the text
     */
    public static String of(String text, int most) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), most) + 16);
        boolean blank = false;
        for (int i = 0; i < text.length() && clean.length() <= most; ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (Character.isWhitespace(character)) {
                blank = clean.length() > 0;
                continue;
            }
            if (blank) {
                clean.append(' ');
                blank = false;
            }
            if (Printable.prints(character)) {
                clean.appendCodePoint(character);
            } else {
                clean.append("\\u{").append(Integer.toHexString(character)).append('}');
            }
        }
        return clean.length() <= most ? clean.toString() : cut(clean, most);
    }

    /** Never within a word: half of a secret is not known as one any more. */
    private static String cut(StringBuilder text, int most) {
        int end = text.lastIndexOf(" ", most - 2);
        return (end < 0 ? "" : text.substring(0, end + 1)) + "…";
    }
}
