package io.imprimatur.core.decide;

import io.imprimatur.decision.Step;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that conditions ask about, such as how many files change, with all those conditions: a step that changes it
 * says something of some of them and leaves the others open. Belongs to one decision and one thread.
 */
final class Matter {
    private final List<Condition> conditions;
    private final IdentityHashMap<Condition, Integer> places = new IdentityHashMap<>();
    private final Function<Condition, Truth> evaluator;
    private final @Nullable Truth[] present;
    private final Logic logic;

    /** The number of the step that makes a condition false, and of that which makes it true; -1 for none. */
    private final int[][] numbers;

    /** What each step brings about, by its number. */
    private final Map<Integer, Aim> aims = new HashMap<>();

    private final BitSet steps = new BitSet();
    private final Map<BitSet, After> worked = new HashMap<>();
    private @Nullable BitSet changing;

    /** That a condition, by its place, holds or does not. */
    private record Aim(int index, boolean holds) {}

    /**
     * What some steps make of it.
     *
     * @param isPossible whether they can be done together
     * @param truths what each condition then is
     * @param implied all the steps that are then done
     */
    record After(boolean isPossible, List<Truth> truths, BitSet implied) {}

    Matter(List<Condition> conditions, Steps all, Function<Condition, Truth> evaluator) {
        this.conditions = List.copyOf(conditions);
        this.evaluator = evaluator;
        this.present = new Truth[conditions.size()];
        this.logic = Logic.of(conditions);
        this.numbers = new int[conditions.size()][];
        for (int i = 0; i < conditions.size(); i++) {
            places.put(conditions.get(i), i);
            numbers[i] = new int[] {add(i, false, all), add(i, true, all)};
        }
    }

    private int add(int index, boolean holds, Steps all) {
        Step step = step(conditions.get(index), holds);
        if (step == null) {
            return -1;
        }
        int number = all.add(step);
        aims.put(number, new Aim(index, holds));
        steps.set(number);
        return number;
    }

    /** The step that makes a condition hold or not hold; none for what nobody would ask for. */
    private static @Nullable Step step(Condition condition, boolean holds) {
        if (condition instanceof ChangeCondition change) {
            return new Step.Establish(change, holds);
        }
        if (condition instanceof RiskAtLeast risk && !holds) {
            return new Step.LowerRisk(risk.bound());
        }
        return condition instanceof AiConfidenceBelow below && !holds ? new Step.RaiseConfidence(below.bound()) : null;
    }

    /** The number of the step that makes a condition, by its place, hold or not hold; -1 for none. */
    int step(int index, boolean holds) {
        return numbers[index][holds ? 1 : 0];
    }

    /** The steps that change it or keep it as it is. */
    BitSet steps() {
        return steps;
    }

    int indexOf(Condition condition) {
        return Objects.requireNonNull(places.get(condition));
    }

    Truth truth(int index, BitSet done) {
        return steps.intersects(done) ? after(done).truths().get(index) : present(index);
    }

    /** What those of the steps done that are about this, at least one, make of it. */
    After after(BitSet done) {
        BitSet here = (BitSet) steps.clone();
        here.and(done);
        After known = worked.get(here);
        if (known == null) {
            known = work(here);
            worked.put(here, known);
        }
        return known;
    }

    private After work(BitSet done) {
        BitSet hold = new BitSet();
        BitSet holdNot = new BitSet();
        for (int step = done.nextSetBit(0); step >= 0; step = done.nextSetBit(step + 1)) {
            Aim aim = Objects.requireNonNull(aims.get(step));
            (aim.holds() ? hold : holdNot).set(aim.index());
        }
        List<Truth> said = logic.where(hold, holdNot).orElse(null);
        if (said == null) {
            return new After(false, List.of(), done);
        }
        BitSet implied = new BitSet();
        for (Map.Entry<Integer, Aim> aim : aims.entrySet()) {
            if (said.get(aim.getValue().index()) == Truth.of(aim.getValue().holds())) {
                implied.set(aim.getKey());
            }
        }
        return new After(true, done.intersects(changing()) ? said : presently(), implied);
    }

    /** How many times a condition was worked out. */
    long work() {
        return (long) worked.size() * conditions.size();
    }

    /** The step that alone achieves as much as those done here: one of them rather than another; -1 for none. */
    int asOne(BitSet done) {
        BitSet implied = after(done).implied();
        BitSet own = (BitSet) done.clone();
        own.and(steps);
        for (BitSet candidates : List.of(own, implied)) {
            for (int step = candidates.nextSetBit(0); step >= 0; step = candidates.nextSetBit(step + 1)) {
                if (after(Prospect.only(step)).implied().equals(implied)) {
                    return step;
                }
            }
        }
        return -1;
    }

    /** The steps that change it. Whoever asks for no more than what is so changes nothing. */
    BitSet changing() {
        if (changing == null) {
            BitSet found = new BitSet();
            for (Map.Entry<Integer, Aim> aim : aims.entrySet()) {
                found.set(
                        aim.getKey(),
                        present(aim.getValue().index())
                                != Truth.of(aim.getValue().holds()));
            }
            changing = found;
        }
        return changing;
    }

    private List<Truth> presently() {
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            truths.add(present(i));
        }
        return truths;
    }

    private Truth present(int index) {
        Truth truth = present[index];
        if (truth == null) {
            truth = evaluator.apply(conditions.get(index));
            present[index] = truth;
        }
        return truth;
    }
}
