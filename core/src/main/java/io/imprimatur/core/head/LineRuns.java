package io.imprimatur.core.head;

import io.imprimatur.change.LineRange;

/** The lines of a file, to be compared several at once. Immutable. */
final class LineRuns {
    private static final long FACTOR = 0x9E3779B97F4A7C15L; // odd, so that no line is lost

    /** Hashes of all lines before each, and how many of them the change adds. */
    private final long[] hashes;

    private final int[] added;

    private LineRuns(long[] hashes, int[] added) {
        this.hashes = hashes;
        this.added = added;
    }

    static LineRuns of(FileLines lines, boolean[] isAdded) {
        long[] hashes = new long[isAdded.length + 1];
        int[] added = new int[isAdded.length + 1];
        for (int i = 0; i < isAdded.length; i++) {
            hashes[i + 1] = hashes[i] * FACTOR + lines.hash(i + 1);
            added[i + 1] = added[i] + (isAdded[i] ? 1 : 0);
        }
        return new LineRuns(hashes, added);
    }

    /** As {@link HeadLines#rank} says; goes once through the lines. */
    int rank(LineRange range) {
        int size = range.size();
        int start = range.first() - 1;
        long factor = 1;
        for (int i = 0; i < size; i++) {
            factor *= FACTOR;
        }
        long sought = hashes[start + size] - hashes[start] * factor;
        boolean isAdded = isAdded(start, size);
        int rank = 0;
        for (int i = 0; i + size < hashes.length; i++) {
            if (hashes[i + size] - hashes[i] * factor == sought
                    && (isAdded(i, size) == isAdded ? i < start : isAdded)) {
                rank++;
            }
        }
        return rank;
    }

    private boolean isAdded(int start, int size) {
        return added[start + size] > added[start];
    }
}
