package io.imprimatur.change;

import io.imprimatur.error.Preconditions;

/**
 * Lines of a file, both ends included. A line ends with a line feed, or with the file, as git counts: a lone carriage
 * return ends none.
 *
 * @param first the first line, from 1
 * @param last the last line, not before the first
 */
public record LineRange(int first, int last) implements Comparable<LineRange> {
    public LineRange {
        Preconditions.check(first >= 1, "first line", first, "must be at least 1");
        Preconditions.check(
                last >= first && last < Integer.MAX_VALUE,
                "last line",
                last,
                "must not be before the first line, " + first);
    }

    /** One line. */
    public static LineRange of(int line) {
        return new LineRange(line, line);
    }

    /** How many lines. */
    public int size() {
        return last - first + 1;
    }

    /** Whether the two share a line. */
    public boolean intersects(LineRange other) {
        return first <= other.last && other.first <= last;
    }

    @Override
    public int compareTo(LineRange other) {
        return first != other.first ? Integer.compare(first, other.first) : Integer.compare(last, other.last);
    }

    /** {@code 7} or {@code 7-9}. */
    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
