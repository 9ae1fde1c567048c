package io.imprimatur.decision;

import java.util.Locale;

/** What may happen to a change, from the mildest to the strictest. Verdicts combine by maximum. */
public enum Verdict {
    /** It may go on. */
    ALLOW,
    /** It may go on once its requirements are met. */
    REVIEW,
    /** It may not go on until the cause is gone. */
    BLOCK;

    /** The stricter of the two. */
    public Verdict max(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** As it stands in JSON, for example {@code allow}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
