package io.imprimatur.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imprimatur.error.ImprimaturException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "1m, PT1M, 1m",
        "45m, PT45M, 45m",
        "60m, PT1H, 1h",
        "36h, PT36H, 36h",
        "48h, PT48H, 2d",
        "2d, PT48H, 2d",
        "90m, PT90M, 90m",
        "3660d, PT87840H, 3660d"
    })
    void readsAWholeNumberOfAUnitAndWritesItInTheLargest(String text, Duration expected, String written) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
        assertThat(Durations.text(expected)).isEqualTo(written);
        assertThat(Durations.parse(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d",
                "2",
                "0d",
                "02d",
                "-1d",
                "+1d",
                "1.5h",
                "2D",
                "2 d",
                " 2d",
                "2d ",
                "2w",
                "2s",
                "1d12h",
                "PT2H",
                "3661d",
                "87841h",
                "999999999d",
                "9999999999m",
                "٢d"
            })
    void refusesAnythingElseAndSaysHowItIsWritten(String text) {
        assertThatExceptionOfType(ImprimaturException.class)
                .isThrownBy(() -> Durations.parse(text))
                .withMessageContaining("must be a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT59S", "PT1M1S", "PT1M0.5S", "-PT1M", "P3660DT1M"})
    void refusesADurationThatCannotBeWrittenSo(Duration duration) {
        assertThatExceptionOfType(ImprimaturException.class)
                .isThrownBy(() -> Durations.check(duration, "within"))
                .withMessageContaining("within");
    }
}
