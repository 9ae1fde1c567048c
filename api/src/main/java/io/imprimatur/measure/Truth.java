package io.imprimatur.measure;

/**
 * True, false, or not known: the strong three-valued logic of Kleene. A rule whose condition is {@link #UNKNOWN} acts
 * as if it were true.
 */
public enum Truth {
    /** Holds in no reading of what is known. */
    FALSE,
    /** Holds in some readings of what is known, or may. */
    UNKNOWN,
    /** Holds in every reading. */
    TRUE;

    /** The truth of a boolean. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Conjunction: the least of the two. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Disjunction: the greatest of the two. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Negation; unknown stays unknown. */
    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }
}
