package io.imprimatur.change;

import io.imprimatur.error.Preconditions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of lines of a file, in its one normal form: ordered, disjoint, with a gap between neighbours. Immutable and
 * thread-safe.
 *
 * @param ranges the ranges; any ranges may be given, they are brought into the normal form
 */
public record LineRanges(List<LineRange> ranges) {
    /** No line. */
    public static final LineRanges NONE = new LineRanges(List.of());

    public LineRanges {
        ranges = normal(Preconditions.copy(ranges, "ranges"));
    }

    /** The set of the lines of some ranges. */
    public static LineRanges of(LineRange... ranges) {
        return new LineRanges(List.of(ranges));
    }

    /** The union of two sets. */
    public LineRanges union(LineRanges other) {
        Collection<LineRange> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        return new LineRanges(List.copyOf(all));
    }

    /** The lines that both sets have. */
    public LineRanges intersection(LineRanges other) {
        List<LineRange> shared = new ArrayList<>();
        int mine = 0;
        int theirs = 0;
        while (mine < ranges.size() && theirs < other.ranges.size()) {
            LineRange a = ranges.get(mine);
            LineRange b = other.ranges.get(theirs);
            if (a.intersects(b)) {
                shared.add(new LineRange(Math.max(a.first(), b.first()), Math.min(a.last(), b.last())));
            }
            if (a.last() < b.last()) {
                mine++;
            } else {
                theirs++;
            }
        }
        return new LineRanges(shared);
    }

    /** Whether the set has a line of the range. */
    public boolean intersects(LineRange range) {
        for (LineRange each : ranges) {
            if (each.intersects(range)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the set has the line. */
    public boolean contains(int line) {
        return intersects(LineRange.of(line));
    }

    /** Whether the set has no line. */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** How many lines the set has. */
    public long count() {
        long count = 0;
        for (LineRange range : ranges) {
            count += range.size();
        }
        return count;
    }

    /** {@code 1-4,9}. */
    @Override
    public String toString() {
        return ranges.stream().map(LineRange::toString).collect(Collectors.joining(","));
    }

    private static List<LineRange> normal(List<LineRange> given) {
        List<LineRange> normal = new ArrayList<>(given.size());
        List<LineRange> sorted = new ArrayList<>(given);
        Collections.sort(sorted);
        for (LineRange range : sorted) {
            LineRange before = normal.isEmpty() ? null : normal.get(normal.size() - 1);
            if (before != null && range.first() <= before.last() + 1) {
                normal.set(normal.size() - 1, new LineRange(before.first(), Math.max(before.last(), range.last())));
            } else {
                normal.add(range);
            }
        }
        return List.copyOf(normal);
    }
}
