package io.imprimatur.core.decide;

import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What conditions on one thing say of one another, read from their form alone: bounds of a quantity are compared, patterns
 * are taken as they are written. A kind of condition that is named neither in {@link Bounded} nor in {@link Matching} says
 * nothing of any other. Conditions are given by their place in a list.
 */
interface Logic {

    /** What each condition is where some hold and some do not; nothing where that cannot be. */
    Optional<List<Truth>> where(BitSet hold, BitSet holdNot);

    /** What a condition is about: those with one of these in common have something to say of one another. */
    static List<Object> about(Condition condition) {
        Bounded bounded = Bounded.of(condition).orElse(null);
        if (bounded != null) {
            return List.of(bounded.quantity().name());
        }
        Matching matching = Matching.of(condition).orElse(null);
        return matching == null ? List.of(condition) : matching.about();
    }

    /** What conditions that are about one thing say of one another. */
    static Logic of(List<Condition> conditions) {
        List<Bounded> bounded = new ArrayList<>();
        List<Matching> matching = new ArrayList<>();
        for (Condition condition : conditions) {
            Bounded.of(condition).ifPresent(bounded::add);
            Matching.of(condition).ifPresent(matching::add);
        }
        if (bounded.size() == conditions.size()) {
            return Bounded.values(bounded);
        }
        return matching.size() == conditions.size() ? new Patterns(matching) : Values.ofOne();
    }

    /**
     * Conditions on something that has one of some values.
     *
     * @param holding for each value the conditions that hold of it
     * @param count how many conditions there are
     */
    record Values(List<BitSet> holding, int count) implements Logic {

        /** A condition that holds or does not. */
        static Values ofOne() {
            return new Values(List.of(new BitSet(), Prospect.only(0)), 1);
        }

        @Override
        public Optional<List<Truth>> where(BitSet hold, BitSet holdNot) {
            BitSet always = new BitSet();
            always.set(0, count);
            BitSet sometimes = new BitSet();
            boolean any = false;
            for (BitSet value : holding) {
                if (!value.intersects(holdNot) && Ways.contains(value, hold)) {
                    any = true;
                    always.and(value);
                    sometimes.or(value);
                }
            }
            if (!any) {
                return Optional.empty();
            }
            List<Truth> truths = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                truths.add(always.get(i) ? Truth.TRUE : sometimes.get(i) ? Truth.UNKNOWN : Truth.FALSE);
            }
            return Optional.of(truths);
        }
    }
}
