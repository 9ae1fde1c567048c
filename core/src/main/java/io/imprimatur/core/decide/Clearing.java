package io.imprimatur.core.decide;

import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.Step;
import io.imprimatur.decision.Unblock;
import io.imprimatur.decision.Verdict;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.Condition.Any;
import io.imprimatur.policy.Condition.Not;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.Frozen;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.NotRecorded;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.Requirement;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the smallest sets of steps that clear a change. A condition that holds or is unknown has ways to become false: a
 * conjunction by any of its parts, a disjunction by all of them together. A rule that asks for a review is cleared by its
 * approvals as well. The change is cleared by one way for each rule; of these combinations the minimal ones remain.
 *
 * <p>Exact over the conditions as they stand: that a fixed finding also lowers the risk, or that a smaller change touches
 * fewer paths, is not worked out. Pure.
 */
final class Clearing {
    private Clearing() {}

    static Unblock of(List<FiredRule> fired, Situation situation) {
        Ways ways = Ways.nothingToDo();
        for (FiredRule rule : fired) {
            if (rule.counts() && rule.verdict() != Verdict.ALLOW) {
                ways = ways.and(ways(rule, situation.seenBy(rule.rule())));
            }
        }
        return ways.isNothingToDo() ? Unblock.NOTHING : new Unblock(ways.toLists(), ways.isComplete());
    }

    private static Ways ways(FiredRule rule, Situation situation) {
        Ways ways = ways(rule.rule().when(), situation);
        Requirement requirement = rule.requirement();
        return requirement == null ? ways : ways.or(Ways.by(List.of(new Step.Approve(requirement))));
    }

    private static Ways ways(Condition condition, Situation situation) {
        if (Evaluator.truth(condition, situation) == Truth.FALSE) {
            return Ways.nothingToDo();
        }
        if (condition instanceof All all) {
            return all.conditions().stream().map(part -> ways(part, situation)).reduce(Ways.none(), Ways::or);
        }
        if (condition instanceof Any any) {
            return any.conditions().stream().map(part -> ways(part, situation)).reduce(Ways.nothingToDo(), Ways::and);
        }
        if (condition instanceof Not not) {
            return Ways.by(List.of(new Step.Establish(not.condition(), true)));
        }
        if (condition instanceof TopicTouched || condition instanceof Frozen || condition instanceof NotRecorded) {
            // No step is known that would make it false.
            return Ways.none();
        }
        return condition instanceof ChangeCondition change
                ? Ways.by(List.of(new Step.Establish(change, false)))
                : Ways.by(steps((EvidenceCondition) condition, situation));
    }

    private static List<Step> steps(EvidenceCondition condition, Situation situation) {
        if (condition instanceof FindingExists wanted) {
            List<Step> steps = new ArrayList<>();
            for (Finding finding : situation.findings()) {
                if (Evaluator.meets(wanted.filter(), finding) != Truth.FALSE) {
                    steps.add(new Step.FixFinding(finding));
                }
            }
            Missing.of(wanted.filter(), situation).forEach(missing -> steps.add(missing.remedy()));
            return steps;
        }
        if (condition instanceof RiskAtLeast risk) {
            return List.of(new Step.LowerRisk(risk.bound()));
        }
        if (condition instanceof AiConfidenceBelow below) {
            return List.of(new Step.RaiseConfidence(below.bound()));
        }
        return Missing.of((NotCovered) condition, situation).stream()
                .map(Missing::remedy)
                .toList();
    }
}
