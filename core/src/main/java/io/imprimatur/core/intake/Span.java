package io.imprimatur.core.intake;

import io.imprimatur.core.head.Offsets;
import io.imprimatur.error.Preconditions;

/**
 * A part of a file as a tool counts it from the start, unchecked but that it is none before it.
 *
 * @param unit what is counted
 * @param offset of the first, from 0
 * @param length how many; 0 for a place between two
 */
public record Span(Unit unit, int offset, int length) {
    /** What is counted. */
    public enum Unit {
        BYTES(Offsets.Unit.BYTES),
        /** Of UTF-16, a byte order mark left out. */
        UTF16_UNITS(Offsets.Unit.UTF16_UNITS),
        /** Characters of Unicode, a byte order mark left out. */
        CODE_POINTS(Offsets.Unit.CODE_POINTS);

        final Offsets.Unit counted;

        Unit(Offsets.Unit counted) {
            this.counted = counted;
        }
    }

    public Span {
        Preconditions.notNull(unit, "unit");
        Preconditions.check(offset >= 0, "offset", offset, "must be at least 0");
        Preconditions.check(length >= 0, "length", length, "must be at least 0");
    }

    long end() {
        return (long) offset + length;
    }
}
