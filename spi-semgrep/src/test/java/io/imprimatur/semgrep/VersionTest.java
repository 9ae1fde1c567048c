package io.imprimatur.semgrep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionTest {
    @Test
    void readsWhatTheToolPrints() {
        assertEquals(Optional.of(new Version(1, 182, 0)), Version.parse("1.182.0\n"));
        assertEquals(Optional.of(new Version(1, 27, 0)), Version.parse("1.27\n"));
    }

    @Test
    void whatIsNoVersionIsNone() {
        assertTrue(Version.parse("usage: semgrep [OPTIONS]").isEmpty());
        assertTrue(Version.parse("").isEmpty());
        assertTrue(Version.parse("99999999999.1.1").isEmpty());
    }

    @Test
    void ordersByNumberNotByText() {
        assertTrue(new Version(1, 9, 0).compareTo(new Version(1, 10, 0)) < 0);
    }
}
