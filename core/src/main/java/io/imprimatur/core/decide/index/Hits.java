package io.imprimatur.core.decide.index;

import java.util.Arrays;

/** Which findings pass which filters, and how many each. Filled by one thread. */
final class Hits {
    /** By filter, how many findings may pass it, and how many certainly do. */
    final int[] possible;

    final int[] certain;

    /** Finding and filter of each hit, in the order of the findings, then of the filters. */
    private int[] pairs = new int[128];

    private int size;

    Hits(int filters) {
        possible = new int[filters];
        certain = new int[filters];
    }

    /** The filters of one word that a finding may pass, and those of them that it certainly does. */
    void add(int finding, int word, long passing, long surely) {
        for (long left = passing; left != 0; left &= left - 1) {
            int bit = Long.numberOfTrailingZeros(left);
            int filter = word << 6 | bit;
            possible[filter]++;
            certain[filter] += (int) (surely >>> bit & 1);
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
            }
            pairs[size++] = finding;
            pairs[size++] = filter;
        }
    }

    int count() {
        return size / 2;
    }

    int finding(int hit) {
        return pairs[2 * hit];
    }

    int filter(int hit) {
        return pairs[2 * hit + 1];
    }
}
