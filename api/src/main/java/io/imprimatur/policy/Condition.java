package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import java.util.List;

/**
 * What a rule asks of an assessment: a tree of typed data. It evaluates to true, false or unknown.
 *
 * <p>The tree is in negation normal form: {@link Not} stands over a {@link ChangeCondition} alone, never over a finding, a
 * risk or a gap. So no rule can be written under which one more finding makes a decision milder.
 */
public sealed interface Condition
        permits Condition.All, Condition.Any, Condition.Not, ChangeCondition, EvidenceCondition {

    /** Whether there are changes of which nobody can know whether it holds. */
    default boolean mayBeUnknown() {
        return true;
    }

    /** Every one of them holds. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = Preconditions.copy(conditions, "all");
            Preconditions.check(!conditions.isEmpty(), "all", "none", "must have at least one condition");
        }

        @Override
        public boolean mayBeUnknown() {
            return conditions.stream().anyMatch(Condition::mayBeUnknown);
        }
    }

    /** At least one of them holds. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = Preconditions.copy(conditions, "any");
            Preconditions.check(!conditions.isEmpty(), "any", "none", "must have at least one condition");
        }

        @Override
        public boolean mayBeUnknown() {
            return conditions.stream().anyMatch(Condition::mayBeUnknown);
        }
    }

    /** The fact does not hold. */
    record Not(ChangeCondition condition) implements Condition {
        public Not {
            Preconditions.notNull(condition, "not");
        }

        @Override
        public boolean mayBeUnknown() {
            return condition.mayBeUnknown();
        }
    }
}
