package io.imprimatur.core.head;

import io.imprimatur.change.Digest;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a file at head, and which of them the change adds. Safe for use by several threads. */
public final class HeadLines {
    private final FileLines lines;
    private final LineRanges added;
    private int @Nullable [] ranks;
    private @Nullable LineRuns runs;

    HeadLines(FileLines lines, LineRanges added) {
        this.lines = lines;
        this.added = added;
    }

    /** The lines alone. */
    public FileLines lines() {
        return lines;
    }

    /** The digest of the text of some lines, as {@link FileLines#normalised} says. */
    public Digest text(LineRange range) {
        return lines.normalised(range);
    }

    /** How many times lines of the same text stand before some, where the change adds one of them behind all others. */
    public synchronized int rank(LineRange range) {
        if (range.last() > lines.count()) {
            return 0; // An empty file has a first line to point at.
        }
        if (range.size() > 1) {
            if (runs == null) {
                runs = LineRuns.of(lines, added());
            }
            return runs.rank(range);
        }
        if (ranks == null) {
            ranks = count();
        }
        return ranks[range.first() - 1];
    }

    private int[] count() {
        int[] counted = new int[lines.count()];
        Map<Long, Integer> seen = new HashMap<>();
        boolean[] isAdded = added();
        for (boolean additions : new boolean[] {false, true}) {
            for (int i = 0; i < counted.length; i++) {
                if (isAdded[i] == additions) {
                    counted[i] = seen.merge(lines.hash(i + 1), 1, Integer::sum) - 1;
                }
            }
        }
        return counted;
    }

    private boolean[] added() {
        boolean[] isAdded = new boolean[lines.count()];
        for (LineRange range : added.ranges()) {
            for (int line = range.first(); line <= Math.min(range.last(), isAdded.length); line++) {
                isAdded[line - 1] = true;
            }
        }
        return isAdded;
    }
}
