package io.imprimatur.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Digest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingTest {
    /** Two findings whose record texts are one and the same: a message may hold what looks like the other fields. */
    @Test
    void orderTellsApartWhatReadsTheSame() {
        String text = finding("MESSAGE", "FIX").toString();
        String between = text.substring(text.indexOf("MESSAGE") + "MESSAGE".length(), text.indexOf("FIX"));
        Finding one = finding("p" + between + "q", "r");
        Finding other = finding("p", "q" + between + "r");

        assertThat(one).hasToString(other.toString()).isNotEqualTo(other);
        assertThat(one.compareTo(other)).isNotZero().isEqualTo(-other.compareTo(one));
        assertThat(Stream.of(one, other).sorted().toList())
                .isEqualTo(Stream.of(other, one).sorted().toList());
    }

    private static Finding finding(String message, String fix) {
        return new Finding(
                "secrets",
                "token",
                message,
                Severity.HIGH,
                Category.SECRET,
                null,
                null,
                new Fingerprint(Digest.of(new byte[0])),
                Origin.UNKNOWN,
                List.of(),
                List.of(),
                null,
                null,
                fix);
    }
}
