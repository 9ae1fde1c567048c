package io.imprimatur.decision;

import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fired.
 *
 * @param rule the rule, as it stands in the policy or is built in
 * @param truth true, or unknown where it acts as if it were
 * @param verdict what it asks for; {@code ALLOW} where it only obliges
 * @param requirement who must approve, where the verdict is a review
 * @param reasons the facts on which it fired, at least one
 */
public record FiredRule(
        Rule rule, Truth truth, Verdict verdict, @Nullable Requirement requirement, List<Reason> reasons) {
    public FiredRule {
        Preconditions.notNull(rule, "rule");
        Preconditions.check(truth == Truth.TRUE || truth == Truth.UNKNOWN, "truth", truth, "must be true or unknown");
        Preconditions.notNull(verdict, "verdict");
        Preconditions.check(
                (verdict == Verdict.ALLOW) == (rule.then() instanceof Effect.Oblige),
                "verdict",
                verdict,
                "must be allow for a rule that only obliges, and only there");
        Preconditions.check(
                (requirement != null) == (verdict == Verdict.REVIEW),
                "requirement",
                requirement,
                "must be given for a review, and only there");
        reasons = Preconditions.copy(reasons, "reasons");
        Preconditions.check(!reasons.isEmpty(), "reasons", "none", "must have at least one");
    }

    /** Whether it counts towards the verdict of the decision. */
    public boolean counts() {
        return rule.enforcement() == Enforcement.ENFORCE;
    }
}
