package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.core.policy.BuiltInRules;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Location;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Silence;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule fires or does not: its condition with the truth of each part, and the facts behind each part that has no
 * parts. A decision says why rules fired; this answers, on request, for any rule, as if nothing were waived. Immutable and
 * thread-safe.
 *
 * @param condition the condition or a part of it
 * @param truth whether it holds
 * @param facts what is so, or what is not known; none for a condition with parts
 * @param parts the parts of the condition; none for one without
 */
public record Explanation(Condition condition, Truth truth, List<Known> facts, List<Explanation> parts) {

    /**
     * A fact.
     *
     * @param truth what it makes of the condition
     * @param words what is so, or what is not known and why; holds no secret
     * @param source who says so
     * @param location where, if it is at a place
     */
    public record Known(
            Truth truth,
            String words,
            String source,
            @Nullable Location location) {
        public Known {
            Preconditions.notNull(truth, "truth");
            Preconditions.wellFormed(words, "words");
            Preconditions.text(source, "source", 1000);
        }
    }

    public Explanation {
        Preconditions.notNull(condition, "condition");
        Preconditions.notNull(truth, "truth");
        facts = Preconditions.copy(facts, "facts");
        parts = Preconditions.copy(parts, "parts");
    }

    /**
     * Explains a rule of a policy, or a built-in one, for an assessment. A pure function.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_VALUE} where there is no such rule
     */
    public static Explanation of(Policy policy, Assessment assessment, String ruleId) {
        Situation situation = new Situation(assessment, policy, policy.silence());
        Reasons reasons = new Reasons(situation, new Situation(assessment, policy, Silence.UNKNOWN));
        return of(rule(policy, ruleId).when(), situation, reasons);
    }

    private static Rule rule(Policy policy, String id) {
        return Stream.concat(policy.rules().stream(), BuiltInRules.ALL.stream())
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ImprimaturException(
                        ErrorCode.INVALID_VALUE,
                        Problem.of("must be a rule of policy " + policy.name())
                                .field("rule")
                                .value(id)
                                .remedy("name one of "
                                        + String.join(
                                                ", ",
                                                policy.rules().stream()
                                                        .map(Rule::id)
                                                        .toList()))));
    }

    private static Explanation of(Condition condition, Situation situation, Reasons reasons) {
        Truth truth = Evaluator.truth(condition, situation);
        List<Condition> parts = condition instanceof Condition.All all
                ? all.conditions()
                : condition instanceof Condition.Any any ? any.conditions() : List.of();
        return new Explanation(
                condition,
                truth,
                parts.isEmpty() ? reasons.known(condition) : List.of(),
                parts.stream().map(part -> of(part, situation, reasons)).toList());
    }
}
