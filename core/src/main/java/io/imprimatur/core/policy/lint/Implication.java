package io.imprimatur.core.policy.lint;

import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.Condition.Any;
import io.imprimatur.policy.Condition.Not;

/**
 * Whether one condition implies another, in the sense of {@link Atoms}, by the form of their trees: a conjunction implies
 * what one of its parts implies, a disjunction what all of its parts imply, and the other way round.
 */
final class Implication {
    private final Effort effort;
    private final Atoms atoms;

    Implication(Effort effort, Atoms atoms) {
        this.effort = effort;
        this.atoms = atoms;
    }

    boolean implies(Condition a, Condition b) {
        if (!effort.spend(1)) {
            return false;
        }
        if (a instanceof Any any) {
            return any.conditions().stream().allMatch(part -> implies(part, b));
        }
        if (b instanceof All all) {
            return all.conditions().stream().allMatch(part -> implies(a, part));
        }
        if (a instanceof All all && all.conditions().stream().anyMatch(part -> implies(part, b))) {
            return true;
        }
        if (b instanceof Any any) {
            return any.conditions().stream().anyMatch(part -> implies(a, part));
        }
        return !(a instanceof All) && leafImplies(a, b);
    }

    private boolean leafImplies(Condition a, Condition b) {
        if (a instanceof Not notA) {
            return b instanceof Not notB
                    ? atoms.implies(notB.condition(), notA.condition())
                    : atoms.complete(notA.condition(), b);
        }
        return b instanceof Not notB ? atoms.exclude(a, notB.condition()) : atoms.implies(a, b);
    }
}
