package io.imprimatur.core.scan;

import io.imprimatur.error.Preconditions;
import java.time.Duration;

/**
 * How much time and room scanners have.
 *
 * @param deadline how long one scanner may take on one change, counted from when it starts; from 1 ms to a day
 * @param overall how long all of them may take on one change, waiting for the executor included; not below
 *     {@code deadline}, at most a day
 * @param findings how many findings of one scanner on one change are kept, from 1 to 1,000,000
 */
public record ScanLimits(Duration deadline, Duration overall, int findings) {
    private static final Duration LONGEST = Duration.ofDays(1);

    /** 60 seconds each, 5 minutes in all, 10,000 findings. */
    public static final ScanLimits DEFAULT = new ScanLimits(Duration.ofSeconds(60), Duration.ofMinutes(5), 10_000);

    public ScanLimits {
        Preconditions.notNull(deadline, "deadline");
        Preconditions.notNull(overall, "overall");
        Preconditions.check(
                deadline.compareTo(Duration.ofMillis(1)) >= 0 && deadline.compareTo(LONGEST) <= 0,
                "deadline",
                deadline,
                "must be from 1 ms to 1 day");
        Preconditions.check(
                overall.compareTo(deadline) >= 0 && overall.compareTo(LONGEST) <= 0,
                "overall",
                overall,
                "must be from the deadline, " + deadline + ", to 1 day");
        Preconditions.check(
                findings >= 1 && findings <= 1_000_000, "findings", findings, "must be from 1 to 1,000,000");
    }
}
