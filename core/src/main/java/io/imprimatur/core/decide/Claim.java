package io.imprimatur.core.decide;

import io.imprimatur.decision.Step;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * That a condition on a quantity, on what matches, or on any other fact holds or does not hold. What claims say of one
 * another is read from their form alone: two quantities are compared by their bounds, two lists of patterns as they are
 * written. A condition that neither {@link Bounded} nor {@link Matching} knows stands for itself. Pure.
 */
record Claim(Condition condition, boolean holds) {

    Claim opposite() {
        return new Claim(condition, !holds);
    }

    /** What conditions are about: those with one of these in common have something to say of one another. */
    static List<Object> about(Condition condition) {
        Claim claim = new Claim(condition, true);
        Optional<List<Object>> quantity =
                Bounded.of(claim).map(bounded -> List.of(bounded.quantity().name()));
        return quantity.or(() -> Matching.of(claim).map(Matching::about)).orElse(List.of(condition));
    }

    /** Whether these, which are about one thing, can be so together. */
    static boolean together(List<Claim> claims) {
        return all(claims, Bounded::of)
                .map(Bounded::together)
                .or(() -> all(claims, Matching::of).map(Matching::together))
                .orElseGet(() -> claims.stream().noneMatch(claim -> claims.contains(claim.opposite())));
    }

    private static <T> Optional<List<T>> all(List<Claim> claims, Function<Claim, Optional<T>> form) {
        List<T> forms =
                claims.stream().flatMap(claim -> form.apply(claim).stream()).toList();
        return forms.size() == claims.size() ? Optional.of(forms) : Optional.empty();
    }

    /** The step that makes it so; none for what nobody would ask for. */
    Optional<Step> step() {
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
}
