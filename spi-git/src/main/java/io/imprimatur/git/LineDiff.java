package io.imprimatur.git;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a text are new against another, by Myers' algorithm (E. Myers, <i>An O(ND) Difference Algorithm and
 * Its Variations</i>, 1986, the variant in linear space).
 *
 * <p>Always holds: the lines that are not called added are lines of the old text, in the same order, each used once.
 * Where finding the least difference would cost too much, a larger one is given: more lines are called added.
 */
final class LineDiff {
    /** Comparing this many lines that only hash alike is no accident. */
    private static final int COLLISIONS_PER_LINE = 32;

    private LineDiff() {}

    /** The added lines of {@code after}, from 0. */
    static BitSet added(Lines before, Lines after) {
        int prefix = 0;
        int least = Math.min(before.count(), after.count());
        while (prefix < least && before.equal(prefix, after, prefix)) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < least - prefix
                && before.equal(before.count() - 1 - suffix, after, after.count() - 1 - suffix)) {
            suffix++;
        }
        BitSet added = new BitSet(after.count());
        added.set(prefix, after.count() - suffix);
        int[][] names = names(before, after, prefix, suffix);
        if (names != null) {
            keepCommon(names[0], names[1], prefix, added);
        }
        return added;
    }

    /** Takes back what is common. Lines that only one side has are left out first: they cannot match. */
    private static void keepCommon(int[] before, int[] after, int offset, BitSet added) {
        BitSet inBefore = values(before);
        BitSet inAfter = values(after);
        int[] beforeAt = positions(before, inAfter);
        int[] afterAt = positions(after, inBefore);
        MyersPath.matches(pick(before, beforeAt), pick(after, afterAt), at -> added.clear(offset + afterAt[at]));
    }

    private static BitSet values(int[] names) {
        BitSet values = new BitSet();
        for (int name : names) {
            values.set(name);
        }
        return values;
    }

    private static int[] positions(int[] names, BitSet wanted) {
        int[] positions = new int[names.length];
        int count = 0;
        for (int i = 0; i < names.length; i++) {
            if (wanted.get(names[i])) {
                positions[count++] = i;
            }
        }
        return java.util.Arrays.copyOf(positions, count);
    }

    private static int[] pick(int[] names, int[] positions) {
        int[] picked = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            picked[i] = names[positions[i]];
        }
        return picked;
    }

    /** One number for each distinct line; null where the text was made to make that slow. */
    private static int @Nullable [][] names(Lines before, Lines after, int prefix, int suffix) {
        int old = before.count() - prefix - suffix;
        int current = after.count() - prefix - suffix;
        int[][] names = {new int[old], new int[current]};
        int slots = Integer.highestOneBit(Math.max(old + current, 1)) * 4;
        int[] table = new int[slots];
        int[] first = new int[old + current];
        int distinct = 0;
        long collisions = (long) COLLISIONS_PER_LINE * (old + current) + 1024;
        for (int i = 0; i < old + current; i++) {
            boolean isOld = i < old;
            Lines text = isOld ? before : after;
            int line = prefix + (isOld ? i : i - old);
            int slot = text.hash(line) & slots - 1;
            while (true) {
                int name = table[slot] - 1;
                if (name < 0) {
                    first[distinct] = i;
                    table[slot] = ++distinct;
                    name = distinct - 1;
                } else {
                    boolean firstOld = first[name] < old;
                    Lines other = firstOld ? before : after;
                    int otherLine = prefix + (firstOld ? first[name] : first[name] - old);
                    if (!text.equal(line, other, otherLine)) {
                        if (--collisions < 0) {
                            return null;
                        }
                        slot = slot + 1 & slots - 1;
                        continue;
                    }
                }
                names[isOld ? 0 : 1][isOld ? i : i - old] = name;
                break;
            }
        }
        return names;
    }
}
