package io.imprimatur.error;

/**
 * A place in a text.
 *
 * @param line the line, from 1; 0 where there is none
 * @param column the column in Unicode characters, from 1; 0 where only the line is known
 */
public record Position(int line, int column) {
    /** No place: the value came from a builder, or the format has no lines. */
    public static final Position NONE = new Position(0, 0);

    public Position {
        Preconditions.check(line >= 0, "line", line, "must not be negative");
        Preconditions.check(
                column >= 0 && (line > 0 || column == 0), "column", column, "must not stand without a line");
    }

    /** Whether this names a place. */
    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public String toString() {
        return column == 0 ? Integer.toString(line) : line + ":" + column;
    }
}
