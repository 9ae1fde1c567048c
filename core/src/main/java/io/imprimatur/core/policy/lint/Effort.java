package io.imprimatur.core.policy.lint;

/** How much may still be compared. Where nothing is left, comparisons say "not known to be so". Not thread-safe. */
final class Effort {
    /** A policy of a thousand rules takes less, and this many take seconds. */
    private static final long MOST = 10_000_000;

    private long left = MOST;

    /** Whether there is enough left for so many steps, which are then spent. */
    boolean spend(long steps) {
        left -= steps;
        return left > 0;
    }

    boolean isSpent() {
        return left <= 0;
    }
}
