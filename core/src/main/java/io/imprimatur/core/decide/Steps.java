package io.imprimatur.core.decide;

import io.imprimatur.decision.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Steps by number, from 0, in the order in which they are first asked for. Belongs to one decision and one thread. */
final class Steps {
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /** The number of a step that nobody has asked for, and nobody will in this way. */
    int add(Step step) {
        steps.add(step);
        return steps.size() - 1;
    }

    /** The number of a step that may have been asked for before. */
    int number(Step step) {
        Object name = name(step);
        Integer number = numbers.get(name);
        if (number == null) {
            number = add(step);
            numbers.put(name, number);
        }
        return number;
    }

    /** The steps that are asked for most by a text: to hash a record takes a cold JVM long. */
    private static Object name(Step step) {
        if (step instanceof Step.AddScanner add) {
            return add.scanner() != null ? "scanner " + add.scanner() : "category " + add.category();
        }
        return step;
    }

    Step step(int number) {
        return steps.get(number);
    }
}
