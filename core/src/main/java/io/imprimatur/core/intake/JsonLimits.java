package io.imprimatur.core.intake;

import io.imprimatur.error.Preconditions;

/**
 * How much a report may ask of its reader.
 *
 * @param bytes the largest size in bytes, at least 1
 * @param depth the deepest nesting of objects and arrays, 1 to 1,000
 * @param text the longest text that is taken, in UTF-16 units, 1,000 to 100,000,000; text that is skipped may be longer
 */
public record JsonLimits(long bytes, int depth, int text) {
    /** 1 GiB, 250 levels, texts of 16 Mi characters. */
    public static final JsonLimits DEFAULT = new JsonLimits(1L << 30, 250, 16 << 20);

    public JsonLimits {
        Preconditions.check(bytes >= 1, "bytes", bytes, "must be positive");
        Preconditions.check(depth >= 1 && depth <= 1_000, "depth", depth, "must be 1 to 1,000");
        Preconditions.check(text >= 1_000 && text <= 100_000_000, "text", text, "must be 1,000 to 100,000,000");
    }
}
