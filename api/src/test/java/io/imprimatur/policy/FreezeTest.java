package io.imprimatur.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imprimatur.error.ImprimaturException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreezeTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @ParameterizedTest
    @CsvSource({
        "2026-12-18T23:59:59.999999999Z, false",
        "2026-12-19T00:00:00Z, true",
        "2027-01-03T23:59:59.999999999Z, true",
        "2027-01-04T00:00:00Z, false"
    })
    void aSpanHoldsItsFirstMomentAndNotItsLast(Instant time, boolean expected) {
        TimeWindow span =
                new TimeWindow.Span(Instant.parse("2026-12-19T00:00:00Z"), Instant.parse("2027-01-04T00:00:00Z"));
        assertThat(new Freeze("winter", List.of(span)).isInForceAt(time)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // In winter Zurich is an hour ahead of UTC.
        "2026-11-27T14:59:59Z, false",
        "2026-11-27T15:00:00Z, true",
        "2026-11-27T16:59:59Z, true",
        "2026-11-27T17:00:00Z, false",
        // In summer two.
        "2026-06-26T13:59:59Z, false",
        "2026-06-26T14:00:00Z, true",
        "2026-06-26T16:00:00Z, false",
        // Thursday and Saturday at the same time of the day.
        "2026-11-26T15:30:00Z, false",
        "2026-11-28T15:30:00Z, false"
    })
    void aWeeklyWindowIsReadOffTheClockOfItsZone(Instant time, boolean expected) {
        TimeWindow fridays =
                new TimeWindow.Weekly(List.of(DayOfWeek.FRIDAY), LocalTime.of(16, 0), LocalTime.of(18, 0), ZURICH);
        assertThat(fridays.contains(time)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // Sunday the 29th of March 2026 in Zurich has 23 hours, the 25th of October 25.
        "2026-03-28T22:59:59Z, false",
        "2026-03-28T23:00:00Z, true",
        "2026-03-29T21:59:59Z, true",
        "2026-03-29T22:00:00Z, false",
        "2026-10-24T21:59:59Z, false",
        "2026-10-24T22:00:00Z, true",
        "2026-10-25T22:59:59Z, true",
        "2026-10-25T23:00:00Z, false"
    })
    void aWholeDayIsTheWholeDayWhenTheClocksChange(Instant time, boolean expected) {
        TimeWindow sundays = new TimeWindow.Weekly(List.of(DayOfWeek.SUNDAY), LocalTime.MIDNIGHT, null, ZURICH);
        assertThat(sundays.contains(time)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // The hour from 02:00 to 03:00 is there twice in October, and both count; in March it is not there at all.
        "2026-10-24T23:59:59Z, false",
        "2026-10-25T00:00:00Z, true",
        "2026-10-25T01:30:00Z, true",
        "2026-10-25T02:00:00Z, false",
        "2026-03-29T00:59:59Z, false",
        "2026-03-29T01:00:00Z, false"
    })
    void anHourThatIsThereTwiceCountsTwice(Instant time, boolean expected) {
        TimeWindow night =
                new TimeWindow.Weekly(List.of(DayOfWeek.SUNDAY), LocalTime.of(2, 0), LocalTime.of(3, 0), ZURICH);
        assertThat(night.contains(time)).isEqualTo(expected);
    }

    @Test
    void aFreezeIsInForceInAnyOfItsWindows() {
        Freeze freeze = new Freeze(
                "weekends",
                List.of(
                        new TimeWindow.Weekly(
                                List.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY),
                                LocalTime.MIDNIGHT,
                                null,
                                ZoneOffset.UTC),
                        new TimeWindow.Weekly(List.of(DayOfWeek.FRIDAY), LocalTime.of(16, 0), null, ZoneOffset.UTC)));
        assertThat(freeze.isInForceAt(Instant.parse("2026-11-27T15:59:59Z"))).isFalse();
        assertThat(freeze.isInForceAt(Instant.parse("2026-11-27T16:00:00Z"))).isTrue();
        assertThat(freeze.isInForceAt(Instant.parse("2026-11-27T23:59:59.999999999Z")))
                .isTrue();
        assertThat(freeze.isInForceAt(Instant.parse("2026-11-29T23:59:59Z"))).isTrue();
        assertThat(freeze.isInForceAt(Instant.parse("2026-11-30T00:00:00Z"))).isFalse();
    }

    @Test
    void aWindowWithoutTimeInItIsRefused() {
        Instant time = Instant.EPOCH;
        LocalTime noon = LocalTime.NOON;
        assertThatExceptionOfType(ImprimaturException.class).isThrownBy(() -> new TimeWindow.Span(time, time));
        assertThatExceptionOfType(ImprimaturException.class)
                .isThrownBy(() -> new TimeWindow.Weekly(List.of(DayOfWeek.MONDAY), noon, noon, ZURICH));
        assertThatExceptionOfType(ImprimaturException.class)
                .isThrownBy(() -> new TimeWindow.Weekly(List.of(), noon, null, ZURICH));
        assertThatExceptionOfType(ImprimaturException.class).isThrownBy(() -> new Freeze("none", List.of()));
    }
}
