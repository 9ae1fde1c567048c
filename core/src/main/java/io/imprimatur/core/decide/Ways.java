package io.imprimatur.core.decide;

import io.imprimatur.decision.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The ways found so far, none of which does all that another does. They are compared by what they achieve: bringing the
 * risk below 0.3 also brings it below 0.6. Belongs to one decision and one thread.
 */
final class Ways {
    private final List<Way> ways = new ArrayList<>();

    /** A set of steps, and all the steps that are done with it. */
    record Way(List<Step> steps, BitSet done) {}

    /** Whether whoever does this has gone one of the ways. */
    boolean isAchievedBy(BitSet done) {
        for (Way way : ways) {
            if (contains(done, way.done())) {
                return true;
            }
        }
        return false;
    }

    void add(Way way) {
        if (!isAchievedBy(way.done())) {
            ways.removeIf(other -> contains(other.done(), way.done()));
            ways.add(way);
        }
    }

    int size() {
        return ways.size();
    }

    /** The smallest first; among equals, in the order in which they were found. */
    List<List<Step>> smallest(int most) {
        List<List<Step>> sets = new ArrayList<>();
        for (Way way : ways) {
            sets.add(way.steps());
        }
        sets.sort(Comparator.comparingInt(List::size));
        return sets.subList(0, Math.min(most, sets.size()));
    }

    /** Whether all of a part is there. */
    static boolean contains(BitSet all, BitSet part) {
        for (int step = part.nextSetBit(0); step >= 0; step = part.nextSetBit(step + 1)) {
            if (!all.get(step)) {
                return false;
            }
        }
        return true;
    }
}
