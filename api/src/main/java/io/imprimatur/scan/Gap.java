package io.imprimatur.scan;

import io.imprimatur.change.RepoPath;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that a scanner did not cover: there it is unknown what it would have found.
 *
 * @param cause why, in kind
 * @param path the file that was not covered; absent where it is the whole change
 * @param category the category that was not covered; absent where it is all that the scanner declares
 * @param detail why, as a sentence without a full stop, at most 1,000 characters; holds no secret
 */
public record Gap(
        Cause cause, @Nullable RepoPath path, @Nullable Category category, String detail) implements Comparable<Gap> {

    /** Why something was not covered, in kind. */
    public enum Cause {
        /** The scanner is not there. */
        NOT_INSTALLED,
        /** The scanner refused its settings, or could not start. */
        NOT_CONFIGURED,
        /** The scanner failed. */
        FAILED,
        /** The time ran out. */
        TIMED_OUT,
        /** The gate was closed or the caller interrupted it. */
        CANCELLED,
        /** The scanner said something that cannot be. */
        INVALID_ANSWER,
        /** There were more findings than the gate holds. */
        TOO_MANY_FINDINGS,
        /** The content is larger than the scanner reads. */
        TOO_LARGE,
        /** The content could not be read. */
        UNREADABLE,
        /** The content is of a kind that the scanner does not analyse, though its category may be in it. */
        UNSUPPORTED,
        /** The scanner left it out by its own rules. */
        SKIPPED;

        /** As it stands in JSON, for example {@code timed-out}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Comparator<Gap> ORDER = Comparator.comparing(Gap::cause)
            .thenComparing(Gap::path, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Gap::category, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Gap::detail);

    public Gap {
        Preconditions.notNull(cause, "cause");
        Preconditions.text(detail, "detail", 1000);
    }

    /** The whole of a scanner's answer is missing. */
    public static Gap whole(Cause cause, String detail) {
        return new Gap(cause, null, null, detail);
    }

    /** One file was not covered. */
    public static Gap at(RepoPath path, Cause cause, String detail) {
        return new Gap(cause, path, null, detail);
    }

    @Override
    public int compareTo(Gap other) {
        return ORDER.compare(this, other);
    }
}
