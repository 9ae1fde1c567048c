package io.imprimatur.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void standsOnOneLine() {
        assertThat(CleanText.of("  a\r\n\tb   c\n", 100)).isEqualTo("a b c");
        assertThat(CleanText.of(" \n ", 100)).isEmpty();
    }

    @Test
    void hidesNothing() {
        assertThat(CleanText.of("a\u001b[31mb\u202ec\u0007\ud800d", 100))
                .isEqualTo("a\\u{1b}[31mb\\u{202e}c\\u{7}\\u{d800}d");
    }

    @Test
    void isCutBeforeAWord() {
        assertThat(CleanText.of("one two three", 13)).isEqualTo("one two three");
        assertThat(CleanText.of("one two three", 12)).isEqualTo("one two …");
        assertThat(CleanText.of("onetwothreefour", 12)).isEqualTo("…");
    }

    @Property(tries = 2000)
    void isNeverLongerThanItMayBe(@ForAll String text, @ForAll @IntRange(min = 10, max = 60) int most) {
        assertThat(CleanText.of(text, most).length()).isLessThanOrEqualTo(most);
    }
}
