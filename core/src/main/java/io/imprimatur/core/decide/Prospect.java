package io.imprimatur.core.decide;

import io.imprimatur.measure.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

    /** How many conditions are looked at to say what it is, at most. */
    default int size() {
        return 1;
    }

    /** How many are looked at for some. */
    private static int size(List<Prospect> parts) {
        int size = 0;
        for (Prospect part : parts) {
            size += part.size();
        }
        return size;
    }

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
            List<BitSet> ways = new ArrayList<>();
            for (Prospect part : parts) {
                ways.addAll(part.ways(most, done));
            }
            return ways;
        }

        @Override
        public int size() {
            return Prospect.size(parts);
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
            for (Prospect part : parts) {
                if (part.truth(done).compareTo(most) > 0) {
                    return part.ways(most, done);
                }
            }
            return List.of();
        }

        @Override
        public int size() {
            return Prospect.size(parts);
        }
    }

    /**
     * A condition that holds where it holds of one of the files: it is brought down by all of them, first by those at once of
     * which there is but one way, as there may be thousands.
     *
     * @param any of any file
     */
    record OfFiles(Any any) implements Prospect {
        @Override
        public Truth truth(BitSet done) {
            return any.truth(done);
        }

        @Override
        public List<BitSet> ways(Truth most, BitSet done) {
            BitSet needed = new BitSet();
            List<BitSet> choice = List.of();
            for (Prospect file : any.parts()) {
                if (file.truth(done).compareTo(most) > 0) {
                    List<BitSet> ways = file.ways(most, done);
                    if (ways.size() == 1) {
                        needed.or(ways.get(0));
                    } else if (choice.isEmpty()) {
                        choice = ways;
                    }
                }
            }
            return needed.isEmpty() ? choice : List.of(needed);
        }

        @Override
        public int size() {
            return any.size();
        }
    }

    /**
     * What is true for as long as there are enough witnesses.
     *
     * @param certain the steps of which each takes away a witness
     * @param possible the steps of which each takes away what may be a witness
     * @param hidden the steps of which each takes away what may hide any number of them
     * @param least how many witnesses are enough, at least 1
     */
    record Witnesses(BitSet certain, BitSet possible, BitSet hidden, int least) {

        /** One witness is enough. */
        static Witnesses one(BitSet certain, BitSet possible) {
            return new Witnesses(certain, possible, new BitSet(), 1);
        }
    }

    /** A condition on what was found, recorded or not covered. It is worked out when it is first asked for. */
    final class Witnessed implements Prospect {
        private final Supplier<Witnesses> search;
        // As numbers: where there are many steps in all, to go through a set takes long, however few are in it.
        private int[] certain = {};
        private int[] possible = {};
        private int[] hidden = {};
        private int least;

        Witnessed(Supplier<Witnesses> search) {
            this.search = search;
        }

        private void find() {
            if (least == 0) {
                Witnesses found = search.get();
                certain = found.certain().stream().toArray();
                possible = found.possible().stream().toArray();
                hidden = found.hidden().stream().toArray();
                least = found.least();
            }
        }

        @Override
        public Truth truth(BitSet done) {
            find();
            int surely = left(certain, done, least);
            if (surely >= least) {
                return Truth.TRUE;
            }
            boolean more = left(possible, done, least - surely) >= least - surely;
            return more || left(hidden, done, 1) > 0 ? Truth.UNKNOWN : Truth.FALSE;
        }

        /** How many steps are left to do, if they are fewer than {@code enough}; otherwise that. */
        private static int left(int[] steps, BitSet done, int enough) {
            int left = 0;
            for (int i = 0; i < steps.length && left < enough; i++) {
                left += done.get(steps[i]) ? 0 : 1;
            }
            return left;
        }

        private static BitSet left(int[] steps, BitSet done) {
            BitSet left = new BitSet();
            for (int step : steps) {
                left.set(step, !done.get(step));
            }
            return left;
        }

        @Override
        public List<BitSet> ways(Truth most, BitSet done) {
            find();
            BitSet away = left(certain, done);
            BitSet needed = new BitSet();
            if (most == Truth.FALSE) {
                away.or(left(possible, done));
                needed = left(hidden, done);
            }
            if (least == 1) {
                needed.or(away);
                return List.of(needed);
            }
            if (away.cardinality() < least) {
                return List.of(needed);
            }
            // Of any that are enough, everybody takes away one at least: those that come first will do to branch over.
            List<BitSet> ways = new ArrayList<>();
            for (int step = away.nextSetBit(0); ways.size() < least; step = away.nextSetBit(step + 1)) {
                BitSet way = only(step);
                way.or(needed);
                ways.add(way);
            }
            return ways;
        }
    }

    /** What no step that is known changes. */
    record Fixed(Truth is) implements Prospect {
        @Override
        public Truth truth(BitSet done) {
            return is;
        }

        @Override
        public List<BitSet> ways(Truth most, BitSet done) {
            return List.of();
        }
    }

    /**
     * A condition on anything else, or its negation.
     *
     * @param matter what it is about
     * @param index which of the conditions of the matter it is
     * @param negated whether it is asked not to hold
     */
    record Asked(Matter matter, int index, boolean negated) implements Prospect {
        @Override
        public Truth truth(BitSet done) {
            Truth truth = matter.truth(index, done);
            return negated ? truth.not() : truth;
        }

        @Override
        public List<BitSet> ways(Truth most, BitSet done) {
            if (most == Truth.FALSE) {
                int end = matter.step(index, negated);
                return end < 0 ? List.of() : List.of(only(end));
            }
            // Whatever changes the matter may leave this open.
            List<BitSet> ways = new ArrayList<>();
            BitSet changing = matter.changing();
            for (int step = changing.nextSetBit(0); step >= 0; step = changing.nextSetBit(step + 1)) {
                if (leaves(most, done, only(step))) {
                    ways.add(only(step));
                }
            }
            return ways;
        }

        private boolean leaves(Truth most, BitSet done, BitSet way) {
            BitSet all = (BitSet) done.clone();
            all.or(way);
            return matter.after(all).isPossible() && truth(all).compareTo(most) <= 0;
        }
    }
}
