package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;

/** Tells values that stand in for a secret, as in documentation and templates, from values that could be one. */
final class Placeholders {
    /** Words that people write where a secret would go; chance puts the shortest into one random token of 50,000. */
    private static final List<String> WORDS = List.of(
            "example",
            "placeholder",
            "changeme",
            "redacted",
            "dummy",
            "sample",
            "xxxxx",
            "your_",
            "your-",
            "yourtoken",
            "yourkey",
            "yourapi",
            "token_here",
            "tokenhere",
            "keyhere",
            "insert",
            "replace_",
            "replaceme",
            "notreal",
            "fake_",
            "-fake",
            "qwerty",
            "deadbeef",
            "asdfgh",
            "lorem",
            "0000000",
            "1111111",
            "fffffff");

    private static final double BITS = Math.log(2);
    /** Random values keep well above this share of the entropy that their length and alphabet allow. */
    private static final double LEAST_SHARE = 0.6;

    private Placeholders() {}

    /**
     * Whether the bytes could be a random value over an alphabet of the given size: no placeholder word, no counting up
     * or down, no repetition, and not too few different bytes.
     */
    static boolean looksRandom(Text text, Span span, int alphabet) {
        text.walked(4L * span.length());
        byte[] bytes = text.bytes();
        String value = new String(bytes, span.start(), span.length(), ISO_8859_1).toLowerCase(Locale.ROOT);
        return !namesPlaceholder(value)
                && !counts(value, 1)
                && !counts(value, 2)
                && !repeats(value)
                && entropy(bytes, span) >= LEAST_SHARE * Math.min(log2(span.length()), log2(alphabet));
    }

    static boolean namesPlaceholder(String lowerCase) {
        return WORDS.stream().anyMatch(lowerCase::contains);
    }

    /** Whether most bytes are one more, one less or the same as the one {@code stride} before: 1234, abcd, a1b2c3. */
    private static boolean counts(String value, int stride) {
        int steady = 0;
        for (int i = stride; i < value.length(); i++) {
            int step = value.charAt(i) - value.charAt(i - stride);
            steady += step >= -1 && step <= 1 ? 1 : 0;
        }
        return 2 * steady > value.length();
    }

    /** Whether the value is one word written twice or more. */
    private static boolean repeats(String value) {
        int[] border = new int[value.length()];
        for (int i = 1, k = 0; i < value.length(); i++) {
            while (k > 0 && value.charAt(i) != value.charAt(k)) {
                k = border[k - 1];
            }
            k += value.charAt(i) == value.charAt(k) ? 1 : 0;
            border[i] = k;
        }
        int period = value.length() - border[value.length() - 1];
        return 2 * period <= value.length();
    }

    /** Shannon's entropy of the bytes, in bits a byte. */
    static double entropy(byte[] bytes, Span span) {
        int[] counts = new int[256];
        for (int i = span.start(); i < span.end(); i++) {
            counts[bytes[i] & 0xff]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / span.length();
                bits -= share * log2(share);
            }
        }
        return bits;
    }

    private static double log2(double value) {
        return Math.log(value) / BITS;
    }
}
