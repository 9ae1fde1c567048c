package io.imprimatur.core.arbitrary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts: ordinary words, and everything that makes a writer or a terminal stumble. */
public final class Texts {
    private static final List<String> ODD = List.of(
            " padded\t",
            "\"quoted\"",
            "back\\slash",
            "{\"json\": [1]}",
            "tab\tand\nline\r\nbreak",
            "\u0000\u0001\u001f\u007f\u009f",
            "\u2028\u2029",
            "\u202eright to left\u202c",
            "zero\u200bwidth\ufeff",
            "\ud83d\ude80 rocket",
            "\ud800\udc00\udbff\udfff",
            "e\u0301 \u00e9 \u00df \u0130",
            "null",
            "true",
            "0",
            "1e999",
            "- a: &x *x !!y",
            "<script>alert(1)</script>",
            "${jndi:x} {0} %s");

    private Texts() {}

    /** Any well-formed text that is not blank, of at most {@code max} characters. */
    public static Arbitrary<String> any(int max) {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, words()),
                        Tuple.of(3, Arbitraries.of(ODD)),
                        Tuple.of(1, unicode(Math.min(max, 40))),
                        Tuple.of(1, Arbitraries.just("x".repeat(max))))
                .map(text -> cut(text, max))
                .filter(text -> !text.isBlank());
    }

    /** As {@link #any}, and the empty and the blank text too. */
    public static Arbitrary<String> orBlank(int max) {
        return Arbitraries.oneOf(any(max), Arbitraries.of("", " ", "\u2003"));
    }

    /** Identifiers, few, so that they meet. */
    public static Arbitrary<String> ids() {
        return Arbitraries.of("a", "b", "acme.team", "x/y", "size_2", "r-1", "0");
    }

    /** Ordinary words. */
    public static Arbitrary<String> words() {
        return Arbitraries.of("password in clear", "weak cipher", "Ada", "left-pad", "main", "why not");
    }

    private static Arbitrary<String> unicode(int max) {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(max)
                .all()
                .map(text -> new String(text.getBytes(UTF_8), UTF_8));
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
