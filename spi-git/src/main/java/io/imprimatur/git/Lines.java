package io.imprimatur.git;

import java.util.Arrays;

/**
 * The lines of a text, as git counts them: each ends with {@code \n}, the last one may lack it; a {@code \r} belongs to
 * its line.
 */
final class Lines {
    static final Lines NONE = new Lines(new byte[0]);

    /** As far as git looks for a NUL byte. */
    private static final int BINARY_PROBE = 8000;

    private final byte[] text;
    private final int[] ends;

    Lines(byte[] text) {
        this.text = text;
        this.ends = ends(text);
    }

    /** Whether git takes the content for binary. Attributes, which the change itself may set, have no say. */
    static boolean isBinary(byte[] content) {
        for (int i = 0; i < Math.min(content.length, BINARY_PROBE); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** How many lines a text has. */
    static int count(byte[] text) {
        int count = text.length > 0 && text[text.length - 1] != '\n' ? 1 : 0;
        for (byte b : text) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }

    private static int[] ends(byte[] text) {
        int[] ends = new int[count(text)];
        int line = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n' || i == text.length - 1) {
                ends[line++] = i + 1;
            }
        }
        return ends;
    }

    int count() {
        return ends.length;
    }

    int start(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    int end(int line) {
        return ends[line];
    }

    boolean equal(int line, Lines other, int otherLine) {
        return Arrays.equals(text, start(line), end(line), other.text, other.start(otherLine), other.end(otherLine));
    }

    /** Spreads over all 32 bits. */
    int hash(int line) {
        long hash = 1;
        for (int i = start(line); i < end(line); i++) {
            hash = (hash ^ text[i] & 0xff) * 0x9e37_79b9_7f4a_7c15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 32);
    }
}
