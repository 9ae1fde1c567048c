package io.imprimatur.core.document;

import io.imprimatur.error.Problem;
import java.util.Locale;

/**
 * Characters that make a text mean something else than it shows: control characters other than tab and line breaks,
 * Unicode's own line breaks, the directional overrides, embeddings and isolates of "Trojan Source"
 * (CVE-2021-42574), a byte order mark inside the text, and non-characters.
 */
final class Hidden {

    private Hidden() {}

    static boolean is(int character) {
        if (character < 0x7F) {
            return character < ' ' && character != '\t' && character != '\n' && character != '\r';
        }
        return character <= 0x9F
                || (character >= 0x2028 && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0xFEFF
                || (character & 0xFFFE) == 0xFFFE;
    }

    /** The offset of the first one in a text, or -1. */
    static int indexIn(String text) {
        for (int offset = 0; offset < text.length(); ) {
            int character = text.codePointAt(offset);
            if (is(character)) {
                return offset;
            }
            offset += Character.charCount(character);
        }
        return -1;
    }

    /** That a text holds one. */
    static Problem problem(int character) {
        String name = name(character);
        return Problem.of("hidden characters are refused").value(name).remedy("remove " + name);
    }

    /** A character's name as Unicode writes it: {@code U+202E}. */
    static String name(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}
