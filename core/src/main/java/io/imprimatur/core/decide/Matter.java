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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that conditions ask about, such as how many files change, with all those conditions: a step that changes it
 * says something of some of them and leaves the others open. Belongs to one decision and one thread.
 */
final class Matter {
    private final List<Condition> conditions;
    private final Function<Condition, Truth> evaluator;
    private final @Nullable Truth[] present;
    private final Logic logic;

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

    Matter(List<Condition> conditions, Steps numbers, Function<Condition, Truth> evaluator) {
        this.conditions = List.copyOf(conditions);
        this.evaluator = evaluator;
        this.present = new Truth[conditions.size()];
        this.logic = Logic.of(conditions);
        for (int i = 0; i < conditions.size(); i++) {
            for (boolean holds : List.of(false, true)) {
                Aim aim = new Aim(i, holds);
                step(conditions.get(i), holds).map(numbers::number).ifPresent(number -> {
                    aims.put(number, aim);
                    steps.set(number);
                });
            }
        }
    }

    /** The step that makes a condition hold or not hold; none for what nobody would ask for. */
    static Optional<Step> step(Condition condition, boolean holds) {
        if (condition instanceof ChangeCondition change) {
            return Optional.of(new Step.Establish(change, holds));
        }
        if (condition instanceof RiskAtLeast risk && !holds) {
            return Optional.of(new Step.LowerRisk(risk.bound()));
        }
        if (condition instanceof AiConfidenceBelow below && !holds) {
            return Optional.of(new Step.RaiseConfidence(below.bound()));
        }
        return Optional.empty();
    }

    /** The steps that change it or keep it as it is. */
    BitSet steps() {
        return steps;
    }

    int indexOf(Condition condition) {
        return conditions.indexOf(condition);
    }

    Truth truth(int index, BitSet done) {
        return steps.intersects(done) ? after(done).truths().get(index) : present(index);
    }

    /** What those of the steps done that are about this, at least one, make of it. */
    After after(BitSet done) {
        BitSet here = (BitSet) steps.clone();
        here.and(done);
        return worked.computeIfAbsent(here, this::work);
    }

    private After work(BitSet done) {
        BitSet hold = new BitSet();
        BitSet holdNot = new BitSet();
        done.stream().mapToObj(this::aim).forEach(aim -> (aim.holds() ? hold : holdNot).set(aim.index()));
        Optional<List<Truth>> said = logic.where(hold, holdNot);
        if (said.isEmpty()) {
            return new After(false, List.of(), done);
        }
        BitSet implied = new BitSet();
        aims.forEach((step, aim) -> {
            if (said.get().get(aim.index()) == Truth.of(aim.holds())) {
                implied.set(step);
            }
        });
        return new After(true, done.intersects(changing()) ? said.get() : presently(), implied);
    }

    /** How many times a condition was worked out. */
    long work() {
        return (long) worked.size() * conditions.size();
    }

    /** The step that alone achieves as much as those done here, if there is one: one of them rather than another. */
    Optional<Integer> asOne(BitSet done) {
        BitSet implied = after(done).implied();
        return Stream.concat(
                        done.stream().filter(steps::get).boxed(),
                        implied.stream().boxed())
                .filter(step -> after(Prospect.only(step)).implied().equals(implied))
                .findFirst();
    }

    /** The steps that change it. Whoever asks for no more than what is so changes nothing. */
    BitSet changing() {
        if (changing == null) {
            BitSet found = new BitSet();
            aims.forEach((step, aim) -> found.set(step, present(aim.index()) != Truth.of(aim.holds())));
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

    private Aim aim(int step) {
        return Objects.requireNonNull(aims.get(step));
    }
}
