package io.imprimatur.measure;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import java.math.BigDecimal;

/**
 * A number from 0 to 1: a share, a confidence, a risk. Held in millionths, never in floating point, so that the same
 * assessment gives the same bytes on every machine.
 *
 * @param millionths from 0 to 1,000,000
 */
public record Ratio(int millionths) implements Comparable<Ratio> {
    /** How many parts make 1. */
    public static final int SCALE = 1_000_000;

    /** 0. */
    public static final Ratio ZERO = new Ratio(0);

    /** 1. */
    public static final Ratio ONE = new Ratio(SCALE);

    public Ratio {
        Preconditions.check(millionths >= 0 && millionths <= SCALE, "ratio", millionths, "must be from 0 to " + SCALE);
    }

    /** {@code percent} hundredths, from 0 to 100. */
    public static Ratio ofPercent(int percent) {
        Preconditions.check(percent >= 0 && percent <= 100, "percent", percent, "must be from 0 to 100");
        return new Ratio(percent * (SCALE / 100));
    }

    /** {@code part / whole}, rounded down; {@code 0 <= part <= whole}, {@code whole > 0}. */
    public static Ratio floor(long part, long whole) {
        checkParts(part, whole);
        return new Ratio((int) (scaled(part) / whole));
    }

    /** {@code part / whole}, rounded up; {@code 0 <= part <= whole}, {@code whole > 0}. */
    public static Ratio ceiling(long part, long whole) {
        checkParts(part, whole);
        return new Ratio((int) ((scaled(part) + whole - 1) / whole));
    }

    private static void checkParts(long part, long whole) {
        Preconditions.check(
                whole > 0 && whole <= Long.MAX_VALUE / SCALE - 1,
                "whole",
                whole,
                "must be positive and below 9.2 million million");
        Preconditions.check(part >= 0 && part <= whole, "part", part, "must be from 0 to the whole, " + whole);
    }

    private static long scaled(long part) {
        return part * SCALE;
    }

    /** Reads what {@link #toString} writes, and any decimal from 0 to 1 with at most six digits after the point. */
    public static Ratio parse(String text) {
        if (text.matches("[01](\\.[0-9]{1,6})?")) {
            int millionths = new BigDecimal(text).movePointRight(6).intValueExact();
            if (millionths <= SCALE) {
                return new Ratio(millionths);
            }
        }
        throw new ImprimaturException(
                ErrorCode.INVALID_VALUE,
                Problem.of("must be a decimal from 0 to 1 with at most six digits after the point")
                        .field("ratio")
                        .value(text));
    }

    /** The sum, at most 1. */
    public Ratio plus(Ratio other) {
        return new Ratio(Math.min(SCALE, millionths + other.millionths));
    }

    /** The product, rounded up. */
    public Ratio times(Ratio other) {
        return new Ratio((int) (((long) millionths * other.millionths + SCALE - 1) / SCALE));
    }

    /** 1 minus this. */
    public Ratio complement() {
        return new Ratio(SCALE - millionths);
    }

    /** The larger of the two. */
    public Ratio max(Ratio other) {
        return millionths >= other.millionths ? this : other;
    }

    /** The smaller of the two. */
    public Ratio min(Ratio other) {
        return millionths <= other.millionths ? this : other;
    }

    @Override
    public int compareTo(Ratio other) {
        return Integer.compare(millionths, other.millionths);
    }

    /** The shortest decimal, for example {@code 0.25}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(millionths, 6).stripTrailingZeros().toPlainString();
    }
}
