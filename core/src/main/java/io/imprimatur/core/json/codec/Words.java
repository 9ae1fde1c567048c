package io.imprimatur.core.json.codec;

import io.imprimatur.change.Digest;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.Revision;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.measure.Ratio;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that are one text each, read from the text that their {@code toString} gives. */
public final class Words {
    private static final String SHA256 = "sha256:";

    private Words() {}

    /** A constant in lower case with hyphens. */
    public static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, String id) {
        for (E constant : type.getEnumConstants()) {
            if (id(constant).equals(id)) {
                return constant;
            }
        }
        String known = Arrays.stream(type.getEnumConstants()).map(Words::id).collect(Collectors.joining(", "));
        throw refusal("must be one of " + known, id);
    }

    /** {@code sha256:…}. */
    static Digest digest(String text) {
        if (!text.startsWith(SHA256)) {
            throw refusal("must be " + SHA256 + " and 64 lower-case hexadecimal digits", text);
        }
        return new Digest(text.substring(SHA256.length()));
    }

    /** The id of a commit, {@code empty}, {@code index} or {@code working-tree}. */
    static Revision revision(String text) {
        return switch (text) {
            case "empty" -> new Revision.Empty();
            case "index" -> new Revision.Index();
            case "working-tree" -> new Revision.WorkingTree();
            default -> {
                if (!text.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
                    throw refusal(
                            "must be empty, index, working-tree or a commit id of 40 or 64 lower-case hexadecimal digits",
                            text);
                }
                yield new Revision.OfCommit(text);
            }
        };
    }

    /** {@code 1-4,9}; no line is the empty text. */
    static LineRanges lines(String text) {
        List<LineRange> ranges = new ArrayList<>();
        for (String range : text.isEmpty() ? List.<String>of() : Arrays.asList(text.split(",", -1))) {
            int dash = range.indexOf('-');
            long first = whole(dash < 0 ? range : range.substring(0, dash)).orElse(0);
            long last = whole(range.substring(dash + 1)).orElse(0);
            if (first < 1 || last < first || last >= Integer.MAX_VALUE) {
                throw unreadableLines(text);
            }
            ranges.add(new LineRange((int) first, (int) last));
        }
        LineRanges lines = new LineRanges(ranges);
        // So every set of lines has one text: no overlap, no other order, no 7-7.
        if (!lines.toString().equals(text)) {
            throw unreadableLines(text);
        }
        return lines;
    }

    private static ImprimaturException unreadableLines(String text) {
        return refusal("must be line ranges in order, with a gap between neighbours, such as 1-4,9", text);
    }

    /** A whole number of at most 16 digits, in its one spelling. */
    static OptionalLong whole(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - start;
        if (digits < 1 || digits > 16) {
            return OptionalLong.empty();
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return OptionalLong.empty();
            }
        }
        boolean oneSpelling = text.charAt(start) != '0' || text.length() == 1;
        return oneSpelling ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException refused) {
            throw refusal("must be a time by RFC 3339 in UTC, such as 2026-11-23T09:30:00Z", text);
        }
    }

    /** {@code 12.5%}, as policies spell a ratio. */
    static String percent(Ratio ratio) {
        return BigDecimal.valueOf(ratio.millionths(), 4).stripTrailingZeros().toPlainString() + "%";
    }

    static Ratio ofPercent(String text) {
        if (text.matches("[0-9]{1,3}(\\.[0-9]{1,4})?%")) {
            int millionths = new BigDecimal(text.substring(0, text.length() - 1))
                    .movePointRight(4)
                    .intValueExact();
            if (millionths <= Ratio.SCALE) {
                return new Ratio(millionths);
            }
        }
        throw refusal("must be from 0% to 100% with at most four digits after the point", text);
    }

    /** A level or a number. */
    static RiskBound riskBound(String text) {
        return text.isEmpty() || Character.isDigit(text.charAt(0))
                ? new RiskBound.OfValue(Ratio.parse(text))
                : new RiskBound.OfLevel(constant(RiskLevel.class, text));
    }

    static ImprimaturException refusal(String rule, @Nullable String value) {
        return new ImprimaturException(ErrorCode.INVALID_VALUE, Problem.of(rule).value(value));
    }
}
