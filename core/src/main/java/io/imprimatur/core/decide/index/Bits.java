package io.imprimatur.core.decide.index;

import java.util.function.IntPredicate;

/** Sets of small numbers as arrays of words, 64 numbers to a word. */
final class Bits {
    private Bits() {}

    /** How many words hold numbers below {@code count}. */
    static int words(int count) {
        return (count + 63) >>> 6;
    }

    static long[] none(int count) {
        return new long[words(count)];
    }

    /** The numbers below {@code count} that are wanted. */
    static long[] where(int count, IntPredicate wanted) {
        long[] bits = none(count);
        for (int number = 0; number < count; number++) {
            if (wanted.test(number)) {
                set(bits, number);
            }
        }
        return bits;
    }

    static void set(long[] bits, int number) {
        bits[number >>> 6] |= 1L << number;
    }

    static boolean has(long[] bits, int number) {
        return (bits[number >>> 6] >>> number & 1) != 0;
    }

    static void add(long[] bits, long[] more) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= more[i];
        }
    }

    static void remove(long[] bits, long[] removed) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] &= ~removed[i];
        }
    }

    static boolean isEmpty(long[] bits) {
        for (long word : bits) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    static void keep(long[] bits, long[] kept) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] &= kept[i];
        }
    }
}
