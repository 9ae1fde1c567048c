package io.imprimatur.error;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks with which the types of this library refuse nonsense. Each throws an {@link ImprimaturException} with
 * {@link ErrorCode#INVALID_VALUE} that names the field, the rule and the value. Pure and thread-safe.
 */
public final class Preconditions {
    /** The longest identifier. */
    public static final int MAX_ID = 128;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+([._/-][a-z0-9]+)*");

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
        // The length is asked first: the pattern then runs on a short text only.
        return value.length() <= MAX_ID && ID.matcher(value).matches();
    }

    /** A text that is not blank and not longer than {@code max} characters. It may hold any character: print it with {@link Printable}. */
    public static String text(@Nullable String value, String field, int max) {
        String text = notNull(value, field);
        check(!text.isBlank(), field, text, "must not be blank");
        check(text.length() <= max, field, text.length() + " characters", "must have at most " + max + " characters");
        return text;
    }
}
