package io.imprimatur.error;

/**
 * Text made safe to print: every control, format (bidirectional, zero-width), line-separator, private-use and unpaired
 * surrogate character becomes a visible escape, so that hostile text can neither move a terminal's cursor, nor start a
 * line, nor reorder what a person reads. Pure and thread-safe.
 */
public final class Printable {
    private Printable() {}

    /** The text with every character that does not print replaced by its escape. */
    public static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** As {@link #of(String)}, cut after {@code max} characters of the original, with a mark where it was cut. */
    public static String of(String text, int max) {
        StringBuilder safe = null;
        int position = 0;
        while (position < text.length()) {
            int character = text.codePointAt(position);
            int next = position + Character.charCount(character);
            if (next > max) {
                return (safe == null ? text.substring(0, position) : safe.toString()) + "…";
            }
            boolean prints = prints(character);
            if (!prints && safe == null) {
                safe = new StringBuilder(text.length() + 16).append(text, 0, position);
            }
            if (safe != null) {
                if (prints) {
                    safe.appendCodePoint(character);
                } else {
                    safe.append("\\u{").append(Integer.toHexString(character)).append('}');
                }
            }
            position = next;
        }
        return safe == null ? text : safe.toString();
    }

    /** Whether a character shows as itself, without an effect on what stands around it. */
    public static boolean prints(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
