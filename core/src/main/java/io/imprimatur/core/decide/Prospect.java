package io.imprimatur.core.decide;

import io.imprimatur.measure.Truth;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A condition as it would be once steps are done. The steps done are given with all that they imply. */
sealed interface Prospect {

    /** What the condition then is. */
    Truth truth(BitSet done);

    /**
     * Where the condition is more than {@code most}: sets of steps one of which everybody takes, or does more than, who
     * does what is done and brings it to {@code most}. Each takes a part at least of the way there. They may be impossible.
     */
    List<BitSet> ways(Truth most, BitSet done);

    /** One step alone. */
    static BitSet only(int step) {
        BitSet set = new BitSet();
        set.set(step);
        return set;
    }

    /** A conjunction is brought down by any of its parts. */
    record All(List<Prospect> parts) implements Prospect {
        @Override
        public Truth truth(BitSet done) {
            Truth truth = Truth.TRUE;
            for (Prospect part : parts) {
                if (truth == Truth.FALSE) {
                    return truth;
                }
                truth = truth.and(part.truth(done));
            }
            return truth;
        }

        @Override
        public List<BitSet> ways(Truth most, BitSet done) {
            return parts.stream()
                    .flatMap(part -> part.ways(most, done).stream())
                    .toList();
        }
    }

    /** A disjunction is brought down by all of its parts, one after the other. */
    record Any(List<Prospect> parts) implements Prospect {
        @Override
        public Truth truth(BitSet done) {
            Truth truth = Truth.FALSE;
            for (Prospect part : parts) {
                if (truth == Truth.TRUE) {
                    return truth;
                }
                truth = truth.or(part.truth(done));
            }
            return truth;
        }

        @Override
        public List<BitSet> ways(Truth most, BitSet done) {
            return parts.stream()
                    .filter(part -> part.truth(done).compareTo(most) > 0)
                    .findFirst()
                    .map(part -> part.ways(most, done))
                    .orElse(List.of());
        }
    }

    /**
     * What is true for as long as there is a witness.
     *
     * @param certain the steps of which each takes away something that makes it true
     * @param possible the steps of which each takes away something that may make it true
     */
    record Witnesses(BitSet certain, BitSet possible) {}

    /**
     * A condition on what was found or not covered. It is worked out when it is first asked for. One witness is enough, so
     * there is one way: to take them all away.
     */
    record Witnessed(Supplier<Witnesses> witnesses) implements Prospect {
        @Override
        public Truth truth(BitSet done) {
            if (!Ways.contains(done, witnesses.get().certain())) {
                return Truth.TRUE;
            }
            return Ways.contains(done, witnesses.get().possible()) ? Truth.FALSE : Truth.UNKNOWN;
        }

        @Override
        public List<BitSet> ways(Truth most, BitSet done) {
            BitSet all = (BitSet) witnesses.get().certain().clone();
            if (most == Truth.FALSE) {
                all.or(witnesses.get().possible());
            }
            return List.of(all);
        }
    }

    /**
     * A condition on anything else, or its negation.
     *
     * @param matter what it is about
     * @param index which of the conditions of the matter it is
     * @param negated whether it is asked not to hold
     * @param end the step that makes this false; none where nothing is known to
     */
    record Asked(Matter matter, int index, boolean negated, Optional<Integer> end) implements Prospect {
        @Override
        public Truth truth(BitSet done) {
            Truth truth = matter.truth(index, done);
            return negated ? truth.not() : truth;
        }

        @Override
        public List<BitSet> ways(Truth most, BitSet done) {
            if (most == Truth.FALSE) {
                return end.map(Prospect::only).stream().toList();
            }
            // Whatever changes the matter may leave this open.
            return matter.changing().stream()
                    .mapToObj(Prospect::only)
                    .filter(way -> leaves(most, done, way))
                    .toList();
        }

        private boolean leaves(Truth most, BitSet done, BitSet way) {
            BitSet all = (BitSet) done.clone();
            all.or(way);
            return matter.after(all).isPossible() && truth(all).compareTo(most) <= 0;
        }
    }
}
