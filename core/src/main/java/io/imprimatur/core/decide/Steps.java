package io.imprimatur.core.decide;

import io.imprimatur.decision.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Steps by number, from 0, in the order in which they are first asked for. Belongs to one decision and one thread. */
final class Steps {
    private final Map<Step, Integer> numbers = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    int number(Step step) {
        Integer number = numbers.putIfAbsent(step, steps.size());
        if (number != null) {
            return number;
        }
        steps.add(step);
        return steps.size() - 1;
    }

    BitSet numbers(Collection<? extends Step> asked) {
        BitSet set = new BitSet();
        asked.forEach(step -> set.set(number(step)));
        return set;
    }

    Step step(int number) {
        return steps.get(number);
    }
}
