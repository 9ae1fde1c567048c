package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of time. */
public sealed interface TimeWindow {

    /** Whether a time lies in it. */
    boolean contains(Instant time);

    /**
     * Once.
     *
     * @param from its first moment
     * @param until the first moment after it
     */
    record Span(Instant from, Instant until) implements TimeWindow {
        public Span {
            Preconditions.notNull(from, "from");
            Preconditions.notNull(until, "until");
            Preconditions.check(from.isBefore(until), "until", until, "must be after from, " + from);
        }

        @Override
        public boolean contains(Instant time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    /**
     * Every week.
     *
     * @param days on these days; at least one, ordered from Monday
     * @param from from this time of the day
     * @param until to the moment before this one; absent for the end of the day
     * @param zone where
     */
    record Weekly(
            List<DayOfWeek> days, LocalTime from, @Nullable LocalTime until, ZoneId zone) implements TimeWindow {
        public Weekly {
            days = Preconditions.ordered(days, "days");
            Preconditions.check(!days.isEmpty(), "days", "none", "must have at least one");
            Preconditions.notNull(from, "from");
            Preconditions.check(
                    until == null || from.isBefore(until),
                    "until",
                    until,
                    "must be after from, " + from + "; write two windows for a time that goes past midnight");
            Preconditions.notNull(zone, "zone");
        }

        @Override
        public boolean contains(Instant time) {
            ZonedDateTime there = time.atZone(zone);
            LocalTime clock = there.toLocalTime();
            return days.contains(there.getDayOfWeek())
                    && !clock.isBefore(from)
                    && (until == null || clock.isBefore(until));
        }
    }
}
