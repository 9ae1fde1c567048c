package io.imprimatur.core.decide.index;

import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A condition, compiled.
 *
 * @param needed leaves without which it cannot hold, that cost nothing to ask: those that count findings. Most rules fail
 *     there
 * @param program the whole
 */
record Compiled(List<Integer> needed, Program program) {
    static Compiled of(Condition condition, ToIntFunction<Condition> leaf) {
        List<Integer> needed = new ArrayList<>();
        for (Condition conjunct : condition instanceof All all ? all.conditions() : List.of(condition)) {
            if (conjunct instanceof FindingExists) {
                needed.add(leaf.applyAsInt(conjunct));
            }
        }
        return new Compiled(needed, Program.of(condition, leaf));
    }

    Truth truth(Leaves leaves, Truth[] stack) {
        for (int i = 0; i < needed.size(); i++) {
            if (leaves.truth(needed.get(i)) == Truth.FALSE) {
                return Truth.FALSE;
            }
        }
        return program.run(leaves, stack);
    }
}
