package io.imprimatur.secrets;

/**
 * The bytes being searched. Counts the bytes that checks look at, so that a test can hold the work to the length of the
 * input without a clock. Confined to one thread and one search.
 */
final class Text {
    private final byte[] bytes;
    private long steps;

    Text(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    byte at(int index) {
        return bytes[index];
    }

    boolean holds(ByteClass members, int index) {
        return index >= 0 && index < bytes.length && members.contains(bytes[index]);
    }

    boolean holds(char c, int index) {
        return index >= 0 && index < bytes.length && bytes[index] == c;
    }

    boolean startsWith(byte[] word, int from) {
        if (from < 0 || from > bytes.length - word.length) {
            return false;
        }
        int i = 0;
        while (i < word.length && bytes[from + i] == word[i]) {
            i++;
        }
        steps += i + 1L;
        return i == word.length;
    }

    /** The number of bytes of the class from {@code from} on, at most {@code most}. */
    int run(ByteClass members, int from, int most) {
        int end = (int) Math.min(bytes.length, (long) from + most);
        int i = from;
        while (i < end && members.contains(bytes[i])) {
            i++;
        }
        steps += i - from + 1L;
        return i - from;
    }

    /** The number of bytes of the class that end just before {@code before}, at most {@code most}. */
    int runBefore(ByteClass members, int before, int most) {
        int start = Math.max(0, before - most);
        int i = before;
        while (i > start && members.contains(bytes[i - 1])) {
            i--;
        }
        steps += before - i + 1L;
        return before - i;
    }

    /** For checks that walk the bytes themselves. */
    void walked(long count) {
        steps += count;
    }

    /** How many bytes have been looked at by checks so far. */
    long steps() {
        return steps;
    }

    byte[] bytes() {
        return bytes;
    }
}
