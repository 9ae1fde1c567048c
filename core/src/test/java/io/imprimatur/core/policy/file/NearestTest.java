package io.imprimatur.core.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("severity", "category", "on-unknown", "high", "review", "by");

    @ParameterizedTest
    @CsvSource({
        "serverity, severity",
        "Severity, severity",
        "categories, category",
        "on_unknown, on-unknown",
        "onUnknown, on-unknown",
        "hihg, high",
        "reveiw, review",
        "bx, by"
    })
    void aSlipIsRecognised(String written, String meant) {
        assertThat(Nearest.to(written, KNOWN)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"confidence", "x", "approve", "low", "''"})
    void anotherWordIsNot(String written) {
        assertThat(Nearest.to(written, KNOWN)).isNull();
    }

    @Test
    void whatIsFarTooLongIsNotCompared() {
        assertThat(Nearest.to("severity".repeat(100_000), KNOWN)).isNull();
    }
}
