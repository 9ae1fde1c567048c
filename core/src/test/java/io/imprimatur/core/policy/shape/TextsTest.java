package io.imprimatur.core.policy.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.Glob;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the schema says of a text in a pattern is what the reader makes of it by hand. */
class TextsTest {
    @Property(tries = 5000)
    void identifiers(@ForAll("identifiers") String text) {
        assertThat(isOf(text, Texts.ID)).isEqualTo(Preconditions.isId(text));
    }

    @Property(tries = 20_000)
    void globs(@ForAll("globs") String text) {
        assertThat(isOf(text, Texts.GLOB)).isEqualTo(accepts(Glob::new, text));
    }

    @Property(tries = 5000)
    void durations(@ForAll("durations") String text) {
        assertThat(isOf(text, Texts.DURATION)).isEqualTo(accepts(Durations::parse, text));
    }

    @Property(tries = 5000)
    void comparisons(@ForAll("comparisons") String text) {
        assertThat(isOf(text, Texts.SHARE)).isEqualTo(isRead("ai: { share: %s }", text));
        assertThat(isOf(text, Texts.COUNT)).isEqualTo(isRead("change: { files: %s }", text));
        assertThat(isOf(text, Texts.NUMBER)).isEqualTo(isRead("fact: { name: a, compares: %s }", text));
        assertThat(isOf(text, Texts.LEAST_COUNT)).isEqualTo(isRead("finding: { count: %s }", text));
        assertThat(isOf(text, Texts.LEAST_SEVERITY)).isEqualTo(isRead("finding: { severity: %s }", text));
        assertThat(isOf(text, Texts.LEAST_RISK)).isEqualTo(isRead("risk: %s", text));
        assertThat(isOf(text, Texts.LESS_THAN_SHARE)).isEqualTo(isRead("ai: { confidence: %s }", text));
    }

    @Property(tries = 5000)
    void timesOfTheDay(@ForAll("times") String text) {
        String window = "policy: p\nrules: []\nfreezes: { f: { days: sat, zone: UTC, from: " + quoted(text) + " } }";
        assertThat(isOf(text, Texts.TIME_OF_DAY)).isEqualTo(isPolicy(window));
    }

    @Property(tries = 5000)
    void times(@ForAll("times") String time, @ForAll("offsets") String offset) {
        String text = "2026-12-19T" + time + offset;
        String window =
                "policy: p\nrules: []\nfreezes: { f: { from: " + quoted(text) + ", until: \"9999-01-01T00:00:00Z\" } }";
        boolean usual = offset.matches("|[Zz]|[+-][01][0-7]:[0-5][0-9]");
        if (usual || isPolicy(window)) {
            assertThat(isOf(text, Texts.TIME)).isEqualTo(isPolicy(window));
        }
    }

    @Provide
    Arbitrary<String> identifiers() {
        return Arbitraries.strings().withChars("ab9._/-A é").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.strings().withChars("ab*?./\\[{ \n").ofMaxLength(9);
    }

    @Provide
    Arbitrary<String> durations() {
        return Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(0, 6_000_000)
                        .flatMap(
                                number -> Arbitraries.of("d", "h", "m", "s", "").map(unit -> number + unit)),
                Arbitraries.of("3660d", "3661d", "87840h", "87841h", "5270400m", "5270401m", "01d", "1 d", "d"),
                Arbitraries.strings().withChars("0129dhm").ofMaxLength(6));
    }

    @Provide
    Arbitrary<String> comparisons() {
        Arbitrary<String> sign = Arbitraries.of(">=", ">", "<=", "<", "=", "=>", "==", "", "≥");
        Arbitrary<String> space = Arbitraries.of("", " ", "  ", "\u2003", "\u00a0");
        Arbitrary<String> operand = Arbitraries.oneOf(
                Arbitraries.strings().withChars("0129.%-").ofMaxLength(6),
                Arbitraries.of(
                        "high", "critical", "none", "100%", "100.0000%", "100.1%", "0.999999", "1.0", "1", "20 %"),
                Arbitraries.of("9007199254740991", "9007199254740992", "-9007199254740991", "1000000", "1000001"),
                Arbitraries.longs().greaterOrEqual(0).map(String::valueOf));
        return net.jqwik.api.Combinators.combine(space, sign, space, operand, space)
                .as((a, b, c, d, e) -> a + b + c + d + e);
    }

    @Provide
    Arbitrary<String> times() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "16:00", "24:00", "23:59:59", "23:59:60", "7:00", "07:00:00.123456789", "07:00:00.", "T07"),
                Arbitraries.strings().withChars("0125:.").ofMaxLength(8));
    }

    @Provide
    Arbitrary<String> offsets() {
        return Arbitraries.of(
                "Z", "z", "", "+02:00", "-00:00", "+18:00", "+18:30", "+19:00", "+02", "+02:00:30", "+0200", "+02:60");
    }

    private static boolean isOf(String text, Shape.Text kind) {
        return text.length() <= kind.most()
                && kind.patterns().stream()
                        .allMatch(pattern -> Pattern.compile(
                                        pattern.replace("$)", "\\z)").replaceAll("\\$$", "\\\\z"))
                                .matcher(text)
                                .find());
    }

    private static boolean accepts(Function<String, ?> type, String text) {
        try {
            return type.apply(text) != null;
        } catch (ImprimaturException refused) {
            return false;
        }
    }

    private static boolean isRead(String condition, String text) {
        return isPolicy(
                "policy: p\nrules: [{ id: r, then: block, when: { " + condition.formatted(quoted(text)) + " } }]");
    }

    private static boolean isPolicy(String yaml) {
        return accepts(file -> PolicyReader.read(file.getBytes(StandardCharsets.UTF_8), "p.yaml"), yaml);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
