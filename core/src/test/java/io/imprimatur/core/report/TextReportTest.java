package io.imprimatur.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.Outcome;
import io.imprimatur.error.Printable;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "blocked", Outcomes.blocked(),
            "allowed", Outcomes.allowed(),
            "reviewed", Outcomes.reviewed(),
            "waived", Outcomes.waived(),
            "hostile", Outcomes.saying("\u001b[31m\u202e@acme <b>"));

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "allowed", "reviewed", "waived", "hostile"})
    void readsAsItIsMeantTo(String name) {
        String text = TextReport.of(OUTCOMES.get(name), false);

        assertThat(text).isEqualTo(Golden.of(name + ".txt", text));
    }

    @Test
    void coloursOnlyWhenAsked() {
        String coloured = TextReport.of(Outcomes.blocked(), true);

        assertThat(coloured).isEqualTo(Golden.of("blocked-coloured.txt", coloured));
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(TextReport.of(Outcomes.blocked(), false));
        assertThat(TextReport.of(Outcomes.blocked(), false)).doesNotContain("\u001b");
    }

    @Test
    void neverShowsRulesInTheShadow() {
        assertThat(TextReport.of(Outcomes.blocked(), false))
                .contains("no-secrets")
                .doesNotContain("tried-out");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextStartsNoLineAndMovesNoCursor(String hostile) {
        String text = TextReport.of(Outcomes.saying(hostile), false);

        assertThat(text.lines())
                .hasSameSizeAs(
                        TextReport.of(Outcomes.saying("x"), false).lines().toList());
        assertThat(text.chars().filter(c -> c != '\n').allMatch(Printable::prints))
                .isTrue();
    }

    @Test
    void staysShort() {
        assertThat(TextReport.of(Outcomes.endless(), false).lines())
                .hasSizeLessThan(1000)
                .allMatch(line -> line.length() < 2000);
    }

    static Stream<String> hostile() {
        return Hostile.texts();
    }
}
