package io.imprimatur.core.policy.lint;

import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.Condition.Any;
import io.imprimatur.policy.Condition.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways in which a condition comes to hold, or not to hold: each a set of conditions without parts that hold or do not.
 * A condition that has no possible way to hold never holds.
 */
final class NormalForm {
    /** More ways are not followed. */
    private static final int MOST = 256;

    private final Effort effort;
    private final Atoms atoms;

    NormalForm(Effort effort, Atoms atoms) {
        this.effort = effort;
        this.atoms = atoms;
    }

    /** A condition without parts, and whether it holds. */
    record Literal(Condition condition, boolean holds) {}

    /** Why a condition never holds; nothing where it may. */
    Optional<Conflict> whyNever(Condition condition) {
        return conflict(ways(condition, true));
    }

    /** Why a condition is never false; nothing where it may be. */
    Optional<Conflict> whyAlways(Condition condition) {
        return conflict(ways(condition, false));
    }

    /** Why one of two conditions is never false where the other is; nothing where both may be. */
    Optional<Conflict> whyOneAlways(Condition a, Condition b) {
        return conflict(together(List.of(a, b), false));
    }

    /** Two things that cannot both be so, or one that cannot be so at all; the second is then the first. */
    record Conflict(Literal one, Literal other) {}

    private Optional<Conflict> conflict(Optional<List<List<Literal>>> ways) {
        Optional<Conflict> first = Optional.empty();
        for (List<Literal> way : ways.orElse(List.of())) {
            Optional<Conflict> conflict = conflict(way);
            if (conflict.isEmpty()) {
                return conflict;
            }
            first = first.isPresent() ? first : conflict;
        }
        return first;
    }

    private Optional<Conflict> conflict(List<Literal> way) {
        for (int i = 0; i < way.size(); i++) {
            Literal one = way.get(i);
            if (isImpossible(one)) {
                return Optional.of(new Conflict(one, one));
            }
            for (Literal other : way.subList(0, i)) {
                if (effort.spend(1) && exclude(other, one)) {
                    return Optional.of(new Conflict(other, one));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isImpossible(Literal literal) {
        return literal.holds() ? atoms.isNever(literal.condition()) : atoms.isAlways(literal.condition());
    }

    private boolean exclude(Literal a, Literal b) {
        if (a.holds() && b.holds()) {
            return atoms.exclude(a.condition(), b.condition());
        }
        if (!a.holds() && !b.holds()) {
            return atoms.complete(a.condition(), b.condition());
        }
        return a.holds() ? atoms.implies(a.condition(), b.condition()) : atoms.implies(b.condition(), a.condition());
    }

    /** The ways; nothing where there are too many. */
    private Optional<List<List<Literal>>> ways(Condition condition, boolean holds) {
        if (condition instanceof Not not) {
            return ways(not.condition(), !holds);
        }
        if (condition instanceof All all) {
            return holds ? together(all.conditions(), true) : alternatives(all.conditions(), false);
        }
        if (condition instanceof Any any) {
            return holds ? alternatives(any.conditions(), true) : together(any.conditions(), false);
        }
        return Optional.of(List.of(List.of(new Literal(condition, holds))));
    }

    private Optional<List<List<Literal>>> alternatives(List<Condition> conditions, boolean holds) {
        List<List<Literal>> all = new ArrayList<>();
        for (Condition condition : conditions) {
            Optional<List<List<Literal>>> ways = ways(condition, holds);
            if (ways.isEmpty() || all.size() + ways.get().size() > MOST) {
                return Optional.empty();
            }
            all.addAll(ways.get());
        }
        return Optional.of(all);
    }

    private Optional<List<List<Literal>>> together(List<Condition> conditions, boolean holds) {
        List<List<Literal>> all = List.of(List.of());
        for (Condition condition : conditions) {
            Optional<List<List<Literal>>> ways = ways(condition, holds);
            if (ways.isEmpty()
                    || (long) all.size() * ways.get().size() > MOST
                    || !effort.spend((long) all.size() * ways.get().size())) {
                return Optional.empty();
            }
            List<List<Literal>> longer = new ArrayList<>();
            for (List<Literal> way : all) {
                for (List<Literal> more : ways.get()) {
                    List<Literal> both = new ArrayList<>(way);
                    both.addAll(more);
                    longer.add(both);
                }
            }
            all = longer;
        }
        return Optional.of(all);
    }
}
