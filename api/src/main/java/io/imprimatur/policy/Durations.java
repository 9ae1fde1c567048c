package io.imprimatur.policy;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as policies write them: a whole number of days, hours or minutes, for example {@code 2d}, {@code 36h}. */
public final class Durations {
    /** The longest that there is. */
    public static final Duration LONGEST = Duration.ofDays(3660);

    private Durations() {}

    /** Refuses what is not a whole number of minutes from one minute to ten years. */
    public static void check(@Nullable Duration duration, String field) {
        Duration given = Preconditions.notNull(duration, field);
        check(given, field, given);
    }

    private static void check(Duration given, String field, Object written) {
        Preconditions.check(
                given.compareTo(Duration.ofMinutes(1)) >= 0
                        && given.compareTo(LONGEST) <= 0
                        && given.equals(Duration.ofMinutes(given.toMinutes())),
                field,
                written,
                "must be a whole number of minutes, from one minute to ten years");
    }

    /** In its largest whole unit. */
    public static String text(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return minutes / (24 * 60) + "d";
        }
        return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_VALUE}
     */
    public static Duration parse(String text) {
        if (text.matches("[1-9][0-9]{0,8}[dhm]")) {
            long number = Long.parseLong(text.substring(0, text.length() - 1));
            Duration duration = switch (text.charAt(text.length() - 1)) {
                case 'd' -> Duration.ofDays(number);
                case 'h' -> Duration.ofHours(number);
                default -> Duration.ofMinutes(number);
            };
            check(duration, "duration", text);
            return duration;
        }
        throw new ImprimaturException(
                ErrorCode.INVALID_VALUE,
                Problem.of("must be a number of days, hours or minutes, such as 2d, 36h or 45m")
                        .field("duration")
                        .value(text)
                        .remedy(text.matches("[1-9][0-9]{0,8}") ? "write " + text + "d or " + text + "h" : null));
    }
}
