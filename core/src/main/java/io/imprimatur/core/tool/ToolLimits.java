package io.imprimatur.core.tool;

import io.imprimatur.error.Preconditions;
import java.time.Duration;

/**
 * How much a program may take.
 *
 * @param deadline how long it may run, more than zero and at most a day
 * @param output how many bytes it may write to each of its two streams, at least 0
 */
public record ToolLimits(Duration deadline, int output) {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int USUAL_OUTPUT = 16 << 20;

    public ToolLimits {
        Preconditions.notNull(deadline, "deadline");
        Preconditions.check(
                deadline.compareTo(Duration.ZERO) > 0 && deadline.compareTo(LONGEST) <= 0,
                "deadline",
                deadline,
                "must be more than zero and at most a day");
        Preconditions.check(output >= 0, "output", output, "must not be negative");
    }

    /** Until then, with 16 MiB for each stream. */
    public static ToolLimits within(Duration deadline) {
        return new ToolLimits(deadline, USUAL_OUTPUT);
    }
}
