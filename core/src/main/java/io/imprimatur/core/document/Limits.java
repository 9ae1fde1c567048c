package io.imprimatur.core.document;

import io.imprimatur.error.Preconditions;

/**
 * How much a document may ask of its reader.
 *
 * @param bytes the largest size in bytes
 * @param depth the deepest nesting of mappings and sequences, 1 to 512; a scalar alone has depth 0
 * @param nodes the largest number of mappings, sequences and scalars, keys not counted
 * @param hidden whether text may hold control characters and directional overrides; never in YAML
 */
public record Limits(int bytes, int depth, int nodes, boolean hidden) {

    /** For what people write and review: 1 MiB, 64 levels, 100,000 nodes, nothing hidden. */
    public static final Limits WRITTEN = new Limits(1 << 20, 64, 100_000, false);

    /**
     * For what this library wrote and reads back: 32 MiB, 128 levels, 1,000,000 nodes, any text. Deeper than what
     * people write, because a decision holds the conditions of a policy a level further down.
     */
    public static final Limits RECORDED = new Limits(32 << 20, 128, 1_000_000, true);

    public Limits {
        Preconditions.check(bytes > 0, "bytes", bytes, "must be positive");
        Preconditions.check(depth > 0 && depth <= 512, "depth", depth, "must be 1 to 512");
        Preconditions.check(nodes > 0, "nodes", nodes, "must be positive");
    }
}
