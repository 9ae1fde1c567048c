package io.imprimatur.measure;

import io.imprimatur.error.Preconditions;

/**
 * What is known about a {@link Ratio}: it lies somewhere from {@code low} to {@code high}, both included.
 *
 * @param low the least that it can be
 * @param high the most that it can be, not below {@code low}
 */
public record RatioRange(Ratio low, Ratio high) {
    /** Nothing is known: from 0 to 1. */
    public static final RatioRange UNKNOWN = new RatioRange(Ratio.ZERO, Ratio.ONE);

    public RatioRange {
        Preconditions.notNull(low, "low");
        Preconditions.notNull(high, "high");
        Preconditions.check(low.compareTo(high) <= 0, "low", low, "must not be above high, " + high);
    }

    /** It is known. */
    public static RatioRange exactly(Ratio value) {
        return new RatioRange(value, value);
    }

    /** Whether only one value is possible. */
    public boolean isExact() {
        return low.compareTo(high) == 0;
    }

    /** The least range that holds both. */
    public RatioRange hull(RatioRange other) {
        return new RatioRange(low.min(other.low), high.max(other.high));
    }

    /** The range of the sum of a value of each, at most 1. */
    public RatioRange plus(RatioRange other) {
        return new RatioRange(low.plus(other.low), high.plus(other.high));
    }

    /** Whether every value of the other lies in this. */
    public boolean contains(RatioRange other) {
        return low.compareTo(other.low) <= 0 && high.compareTo(other.high) >= 0;
    }

    /** {@code 0.12} where exact, otherwise {@code 0.12–0.4}. */
    @Override
    public String toString() {
        return isExact() ? low.toString() : low + "–" + high;
    }
}
