package io.imprimatur.core.intake;

/**
 * Lines and columns as a tool names them, unchecked: they may be negative or not there.
 *
 * @param firstLine from 1; 0 where no line is named
 * @param firstColumn from 1; 0 where unknown
 * @param lastLine 0 for the first line
 * @param lastColumn included; 0 where unknown
 */
public record Region(int firstLine, int firstColumn, int lastLine, int lastColumn) {
    /** The file as a whole. */
    public static final Region NONE = new Region(0, 0, 0, 0);
}
