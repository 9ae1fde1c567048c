package io.imprimatur.core.decide;

import io.imprimatur.measure.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lists of patterns for the same things say of one another. There may be any number of things; what matches one
 * pattern may match any other or not.
 */
final class Patterns implements Logic {
    private final List<BitSet> patterns = new ArrayList<>();

    /** The conditions of which a thing counts where it matches none of the patterns. */
    private final BitSet outside = new BitSet();

    Patterns(List<Matching> conditions) {
        Map<Object, Integer> numbers = new HashMap<>();
        for (Matching condition : conditions) {
            BitSet set = new BitSet();
            for (Object pattern : condition.patterns()) {
                Integer known = numbers.putIfAbsent(pattern, numbers.size());
                set.set(known == null ? numbers.size() - 1 : known);
            }
            outside.set(patterns.size(), condition.outside());
            patterns.add(set);
        }
    }

    @Override
    public Optional<List<Truth>> where(BitSet hold, BitSet holdNot) {
        if (!isPossible(hold, holdNot)) {
            return Optional.empty();
        }
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            boolean mayHold = !holdNot.get(i) && isPossible(with(hold, i), holdNot);
            boolean mayNot = !hold.get(i) && isPossible(hold, with(holdNot, i));
            truths.add(!mayNot ? Truth.TRUE : mayHold ? Truth.UNKNOWN : Truth.FALSE);
        }
        return Optional.of(truths);
    }

    private static BitSet with(BitSet set, int more) {
        BitSet all = (BitSet) set.clone();
        all.set(more);
        return all;
    }

    /** Whether for each condition that holds there can be a thing that counts, under all that do not hold. */
    private boolean isPossible(BitSet hold, BitSet holdNot) {
        BitSet matchedByNone = new BitSet();
        List<BitSet> matchedByAll = new ArrayList<>();
        for (int i = holdNot.nextSetBit(0); i >= 0; i = holdNot.nextSetBit(i + 1)) {
            if (outside.get(i)) {
                matchedByAll.add(patterns.get(i));
            } else {
                matchedByNone.or(patterns.get(i));
            }
        }
        for (int i = hold.nextSetBit(0); i >= 0; i = hold.nextSetBit(i + 1)) {
            // The thing may match whatever is not forbidden to it.
            BitSet forbidden = matchedByNone;
            if (outside.get(i)) {
                forbidden = (BitSet) matchedByNone.clone();
                forbidden.or(patterns.get(i));
            } else if (Ways.contains(forbidden, patterns.get(i))) {
                return false;
            }
            for (BitSet all : matchedByAll) {
                if (Ways.contains(forbidden, all)) {
                    return false;
                }
            }
        }
        return true;
    }
}
