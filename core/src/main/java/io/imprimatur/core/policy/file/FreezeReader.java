package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.TimeWindow;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the freezes of a policy. */
final class FreezeReader {
    private final Problems problems;
    private final Values values;

    FreezeReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    List<Freeze> read(@Nullable Node node) {
        Node.Mapping mapping = node == null
                ? null
                : Section.mapping(
                        node, "a mapping of freezes, for example weekends: { days: [sat, sun], zone: UTC }", problems);
        List<Freeze> freezes = new ArrayList<>();
        if (mapping != null) {
            for (Node.Entry entry : mapping.entries()) {
                boolean named =
                        values.isId(entry.key(), entry.position(), entry.value().path());
                List<TimeWindow> windows = values.list(entry.value(), this::window);
                if (named && !windows.isEmpty()) {
                    freezes.add(new Freeze(entry.key(), windows));
                }
            }
        }
        return freezes;
    }

    private @Nullable TimeWindow window(Node node) {
        int before = problems.count();
        Section section = Section.of(node, Vocabulary.WINDOW, problems);
        if (section == null) {
            return null;
        }
        TimeWindow window = section.get("days") == null ? span(section) : weekly(section);
        return problems.count() == before ? window : null;
    }

    private @Nullable TimeWindow span(Section section) {
        Instant from = time(section.get("from"));
        Node untilNode = section.get("until");
        Instant until = time(untilNode);
        if (from == null || until == null || untilNode == null) {
            return null;
        }
        return made(untilNode, () -> new TimeWindow.Span(from, until));
    }

    private @Nullable TimeWindow weekly(Section section) {
        List<DayOfWeek> days = values.list(section.get("days"), item -> values.of(item, FreezeReader::day));
        Node untilNode = section.get("until");
        LocalTime from = clock(section.get("from"));
        LocalTime until = clock(untilNode);
        ZoneId zone = parsed(
                section.get("zone"),
                ZoneId::of,
                "must be a time zone",
                "write for example Europe/Zurich, UTC or +02:00");
        if (days.isEmpty() || zone == null) {
            return null;
        }
        LocalTime first = from == null ? LocalTime.MIN : from;
        Node place = untilNode == null ? section.get("days") : untilNode;
        return place == null ? null : made(place, () -> new TimeWindow.Weekly(days, first, until, zone));
    }

    /** What the type makes of it; what it says against it is reported at the node. */
    private @Nullable TimeWindow made(Node place, Supplier<TimeWindow> window) {
        try {
            return window.get();
        } catch (ImprimaturException refused) {
            for (Problem problem : refused.problems()) {
                problems.addFromPolicy(place.problem(problem.message()).value(problem.value()));
            }
            return null;
        }
    }

    private static DayOfWeek day(String text) {
        int day = Vocabulary.DAYS.words().indexOf(text);
        if (day >= 0) {
            return DayOfWeek.of(day + 1);
        }
        throw new ImprimaturException(
                ErrorCode.INVALID_VALUE,
                Problem.of("must be one of " + String.join(", ", Vocabulary.DAYS.words()))
                        .value(text));
    }

    private @Nullable Instant time(@Nullable Node node) {
        return parsed(
                node,
                text -> OffsetDateTime.parse(text).toInstant(),
                "must be a time with its offset",
                "write for example 2026-12-19T00:00:00Z");
    }

    private @Nullable LocalTime clock(@Nullable Node node) {
        return parsed(node, LocalTime::parse, "must be a time of the day", "write for example \"16:00\"");
    }

    private <T> @Nullable T parsed(@Nullable Node node, Function<String, T> parser, String rule, String remedy) {
        return values.of(node, text -> {
            try {
                return parser.apply(text);
            } catch (DateTimeException unreadable) {
                throw new ImprimaturException(
                        ErrorCode.INVALID_VALUE, Problem.of(rule).value(text).remedy(remedy));
            }
        });
    }
}
