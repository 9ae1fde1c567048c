package io.imprimatur.core.decide;

import io.imprimatur.decision.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Alternative sets of steps, none of which is contained in another. No set at all means that nothing helps; the empty set
 * means that nothing is needed.
 *
 * <p>Steps are compared by what they achieve ({@link Implication}): bringing the risk below 0.3 also brings it below 0.6,
 * so a way never asks for both.
 *
 * @param sets the alternatives, the smallest first
 * @param isComplete whether none was left out for there being too many
 */
record Ways(List<Set<Step>> sets, boolean isComplete) {
    /** More alternatives than this are not followed: the smallest are kept. */
    static final int MAX = 500;

    static Ways none() {
        return new Ways(List.of(), true);
    }

    static Ways nothingToDo() {
        return new Ways(List.of(Set.of()), true);
    }

    /** All of these steps together. */
    static Ways by(List<? extends Step> steps) {
        Set<Step> set = new LinkedHashSet<>(steps);
        return isPossible(set) ? new Ways(List.of(withoutImplied(set)), true) : none();
    }

    boolean isNothingToDo() {
        return sets.size() == 1 && sets.get(0).isEmpty();
    }

    /** A way of this or a way of the other. */
    Ways or(Ways other) {
        List<Set<Step>> all = new ArrayList<>(sets);
        all.addAll(other.sets);
        return minimal(all, isComplete && other.isComplete);
    }

    /** A way of this together with a way of the other. */
    Ways and(Ways other) {
        List<Set<Step>> all = new ArrayList<>();
        for (Set<Step> mine : sets) {
            for (Set<Step> theirs : other.sets) {
                Set<Step> together = new LinkedHashSet<>(mine);
                together.addAll(theirs);
                if (isPossible(together)) {
                    all.add(withoutImplied(together));
                }
            }
        }
        return minimal(all, isComplete && other.isComplete);
    }

    List<List<Step>> toLists() {
        return sets.stream().map(List::copyOf).toList();
    }

    private static Ways minimal(List<Set<Step>> sets, boolean complete) {
        List<Set<Step>> bySize = new ArrayList<>(sets);
        // A stable sort: among equals the order in which the policy asks remains.
        bySize.sort(Comparator.comparingInt(Set::size));
        List<Set<Step>> minimal = new ArrayList<>();
        for (Set<Step> set : bySize) {
            if (minimal.stream().noneMatch(kept -> isAchievedBy(set, kept))) {
                minimal.removeIf(kept -> isAchievedBy(kept, set));
                minimal.add(set);
            }
        }
        boolean all = minimal.size() <= MAX;
        return new Ways(List.copyOf(all ? minimal : minimal.subList(0, MAX)), complete && all);
    }

    /** Whether whoever does {@code doing} has also done all of {@code wanted}. */
    private static boolean isAchievedBy(Set<Step> doing, Set<Step> wanted) {
        return wanted.stream()
                .allMatch(step -> doing.contains(step)
                        || (Implication.mayRelate(step)
                                && doing.stream().anyMatch(done -> Implication.implies(done, step))));
    }

    private static Set<Step> withoutImplied(Set<Step> steps) {
        List<Step> related = related(steps);
        Set<Step> needed = new LinkedHashSet<>(steps);
        for (Step step : related) {
            if (related.stream()
                    .anyMatch(other ->
                            !other.equals(step) && needed.contains(other) && Implication.implies(other, step))) {
                needed.remove(step);
            }
        }
        return needed;
    }

    private static boolean isPossible(Set<Step> steps) {
        List<Step> related = related(steps);
        return related.stream()
                .noneMatch(step -> related.stream().anyMatch(other -> Implication.excludes(step, other)));
    }

    private static List<Step> related(Set<Step> steps) {
        return steps.stream().filter(Implication::mayRelate).toList();
    }
}
