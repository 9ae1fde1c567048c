package io.imprimatur.core.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.measure.Ratio;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource({
        "20%, 200000",
        "20 %, 200000",
        "12.5%, 125000",
        "0.0001%, 1",
        "100%, 1000000",
        "100.0%, 1000000",
        "0%, 0",
        "0, 0",
        "0.2, 200000",
        "0.000001, 1",
        "1.0, 1000000",
        "0.5, 500000"
    })
    void sharesAreReadToTheMillionth(String text, int millionths) {
        assertThat(Percent.parse(text)).isEqualTo(new Ratio(millionths));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%",
                "1",
                "20",
                "100.0001%",
                "1.000001",
                "-1%",
                "+1%",
                ".5",
                "5.",
                "5.%",
                "1e1%",
                "NaN",
                "Infinity",
                "0.0000001",
                "1.23456%",
                "007%",
                "1_0%",
                "1,5%",
                "٢٠%",
                "20%%",
                "999999999999999999999%"
            })
    void anythingElseIsNone(String text) {
        assertThat(Percent.parse(text)).isNull();
    }

    @Property
    void whatIsWrittenReadsBack(@ForAll @IntRange(max = Ratio.SCALE) int millionths) {
        Ratio ratio = new Ratio(millionths);
        assertThat(Percent.parse(Percent.text(ratio))).isEqualTo(ratio);
    }
}
