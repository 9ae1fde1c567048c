package io.imprimatur.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.ImprimaturException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {

    @Property
    void textReadsBack(@ForAll @IntRange(min = 0, max = Ratio.SCALE) int millionths) {
        Ratio ratio = new Ratio(millionths);
        assertThat(Ratio.parse(ratio.toString())).isEqualTo(ratio);
    }

    @Property
    void floorAndCeilingHoldTheQuotientBetweenThem(
            @ForAll @IntRange(min = 0, max = 1000) int part, @ForAll @IntRange(min = 1, max = 1000) int whole) {
        if (part <= whole) {
            Ratio floor = Ratio.floor(part, whole);
            Ratio ceiling = Ratio.ceiling(part, whole);
            double exact = (double) part / whole;
            assertThat(floor.millionths() / 1e6).isLessThanOrEqualTo(exact + 1e-12);
            assertThat(ceiling.millionths() / 1e6).isGreaterThanOrEqualTo(exact - 1e-12);
            assertThat(ceiling.millionths() - floor.millionths()).isBetween(0, 1);
        }
    }

    @Test
    void textIsTheShortestDecimal() {
        assertThat(Ratio.ofPercent(25)).hasToString("0.25");
        assertThat(Ratio.ONE).hasToString("1");
        assertThat(Ratio.ZERO).hasToString("0");
        assertThat(new Ratio(1)).hasToString("0.000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.1", "-0", "0.1234567", "1e0", "NaN", ".5", "00.5", "2"})
    void whatIsNoRatioIsRefusedByName(String text) {
        assertThatThrownBy(() -> Ratio.parse(text))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("decimal from 0 to 1");
    }
}
