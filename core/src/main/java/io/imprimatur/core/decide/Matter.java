package io.imprimatur.core.decide;

import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that conditions ask about, such as how many files change, with all those conditions: a step that changes it
 * says something of some of them and leaves the others open. Belongs to one decision and one thread.
 */
final class Matter {
    private final List<Condition> conditions;
    private final Function<Condition, Truth> evaluator;
    private final @Nullable Truth[] present;

    /** What each step claims, by its number. */
    private final Map<Integer, Claim> claims = new HashMap<>();

    private final BitSet steps = new BitSet();
    private final Map<BitSet, After> worked = new HashMap<>();

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
        for (Condition condition : conditions) {
            for (Claim claim : List.of(new Claim(condition, false), new Claim(condition, true))) {
                claim.step().map(numbers::number).ifPresent(number -> {
                    claims.put(number, claim);
                    steps.set(number);
                });
            }
        }
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

    After after(BitSet done) {
        BitSet here = (BitSet) steps.clone();
        here.and(done);
        return worked.computeIfAbsent(here, this::work);
    }

    private After work(BitSet done) {
        List<Claim> made = done.stream().mapToObj(this::claim).toList();
        if (!Claim.together(made)) {
            return new After(false, List.of(), done);
        }
        // Whoever asks for no more than what is so, changes nothing.
        boolean changes = made.stream().anyMatch(claim -> !isSo(claim));
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            truths.add(changes ? said(conditions.get(i), made) : present(i));
        }
        BitSet implied = (BitSet) done.clone();
        steps.stream().filter(step -> follows(claim(step), made)).forEach(implied::set);
        return new After(true, truths, implied);
    }

    private static Truth said(Condition condition, List<Claim> made) {
        if (follows(new Claim(condition, false), made)) {
            return Truth.FALSE;
        }
        return follows(new Claim(condition, true), made) ? Truth.TRUE : Truth.UNKNOWN;
    }

    private static boolean follows(Claim claim, List<Claim> made) {
        List<Claim> otherwise = new ArrayList<>(made);
        otherwise.add(claim.opposite());
        return !Claim.together(otherwise);
    }

    /** The steps that change it from what it is. */
    BitSet changing() {
        BitSet changing = new BitSet();
        steps.stream().filter(step -> !isSo(claim(step))).forEach(changing::set);
        return changing;
    }

    private boolean isSo(Claim claim) {
        return present(indexOf(claim.condition())) == Truth.of(claim.holds());
    }

    private Truth present(int index) {
        Truth truth = present[index];
        if (truth == null) {
            truth = evaluator.apply(conditions.get(index));
            present[index] = truth;
        }
        return truth;
    }

    private Claim claim(int step) {
        Claim claim = claims.get(step);
        if (claim == null) {
            throw new IllegalArgumentException("step " + step + " is about another matter");
        }
        return claim;
    }
}
