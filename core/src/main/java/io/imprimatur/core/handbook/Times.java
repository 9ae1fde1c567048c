package io.imprimatur.core.handbook;

import io.imprimatur.policy.TimeWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** When a freeze is in force, in words. */
final class Times {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Times() {}

    static String words(TimeWindow window) {
        if (window instanceof TimeWindow.Span span) {
            return "from " + moment(span.from()) + " until " + moment(span.until());
        }
        TimeWindow.Weekly weekly = (TimeWindow.Weekly) window;
        LocalTime until = weekly.until();
        boolean fromMidnight = weekly.from().equals(LocalTime.MIN);
        String times = fromMidnight && until == null
                ? "all day"
                : "from " + (fromMidnight ? "midnight" : weekly.from())
                        + (until == null ? " to the end of the day" : " to " + until);
        return "every " + days(weekly.days()) + ", " + times + ", in time zone "
                + weekly.zone().getId();
    }

    private static String moment(Instant time) {
        return MOMENT.format(time).replaceFirst(":00$", "") + " UTC";
    }

    private static String days(List<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return "day";
        }
        String names = days.stream()
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .collect(Collectors.joining(", "));
        return names.replaceFirst(", (\\w+)$", " and $1");
    }
}
