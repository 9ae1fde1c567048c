package io.imprimatur.error;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks with which the types of this library refuse nonsense. Each throws an {@link ImprimaturException} with
 * {@link ErrorCode#INVALID_VALUE} that names the field, the rule and the value. Pure and thread-safe.
 */
public final class Preconditions {
    /** The longest identifier. */
    public static final int MAX_ID = 128;

    /** The largest whole number that every JSON reader holds exactly, 2^53 − 1. */
    public static final long MAX_WHOLE = (1L << 53) - 1;

    /**
     * What {@link #id} accepts, but for the length, as a regular expression for a draft's constraint. Possessive, so that
     * no text makes the matcher recurse or go back.
     */
    public static final String ID = "[a-z0-9]++([._/-][a-z0-9]++)*+";

    /** What {@link #text} accepts, but for the length, as a regular expression for a draft's constraint. */
    public static final String TEXT = "\\p{javaWhitespace}*+[^\\p{javaWhitespace}\\p{Cs}]\\P{Cs}*+";

    /** What {@link #wellFormed} accepts, as a regular expression for a draft's constraint. */
    public static final String WELL_FORMED = "\\P{Cs}*+";

    private static final Pattern ID_PATTERN = Pattern.compile(ID);

    private Preconditions() {}

    /** Refuses null. */
    public static <T> T notNull(@Nullable T value, String field) {
        if (value == null) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_VALUE, Problem.of("must be given").field(field));
        }
        return value;
    }

    /** Refuses where {@code holds} is false; {@code rule} completes the sentence "field must …". */
    public static void check(boolean holds, String field, @Nullable Object value, String rule) {
        if (!holds) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_VALUE, Problem.of(rule).field(field).value(value));
        }
    }

    /** An immutable copy without null elements. */
    public static <T> List<T> copy(@Nullable Collection<? extends T> values, String field) {
        Collection<? extends T> present = notNull(values, field);
        int index = 0;
        for (T value : present) {
            notNull(value, field + "[" + index + "]");
            index++;
        }
        return List.copyOf(present);
    }

    /** An immutable copy without null elements, each element once, in its natural order. */
    public static <T extends Comparable<? super T>> List<T> ordered(
            @Nullable Collection<? extends T> values, String field) {
        // A set and not a stream: this stands on the way to the first decision of a cold program.
        return List.copyOf(new TreeSet<>(copy(values, field)));
    }

    /**
     * An identifier: lower-case ASCII letters and digits in words joined by one of {@code . _ / -}, at most
     * {@value #MAX_ID} characters. Such a text needs no escaping in any output and has no look-alikes.
     */
    public static String id(@Nullable String value, String field) {
        String id = notNull(value, field);
        check(
                isId(id),
                field,
                id,
                "must be lower-case letters and digits in words joined by one of . _ / -, at most " + MAX_ID
                        + " characters");
        return id;
    }

    /** Whether {@link #id} would accept the text. */
    public static boolean isId(String value) {
        return value.length() <= MAX_ID && ID_PATTERN.matcher(value).matches();
    }

    /**
     * A text that is not blank, not longer than {@code max} characters, and well-formed. It may hold any character: print
     * it with {@link Printable}.
     */
    public static String text(@Nullable String value, String field, int max) {
        String text = notNull(value, field);
        check(!text.isBlank(), field, text, "must not be blank");
        check(text.length() <= max, field, text.length() + " characters", "must have at most " + max + " characters");
        return wellFormed(text, field);
    }

    /** A text without half of a surrogate pair: only such a text can be written, sent and digested. */
    public static String wellFormed(@Nullable String value, String field) {
        String text = notNull(value, field);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                check(pair, field, text.substring(i, i + 1), "must not hold half of a surrogate pair");
                i++;
            }
        }
        return text;
    }
}
