package io.imprimatur.core.policy.cases;

import io.imprimatur.core.decide.Decider;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.error.Preconditions;
import io.imprimatur.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of the cases of a policy. Immutable and thread-safe.
 *
 * @param policy the name of the policy
 * @param results one for each case, in order
 * @param coverage which rules the cases show at work
 */
public record CaseRun(String policy, List<CaseResult> results, RuleCoverage coverage) {
    public CaseRun {
        Preconditions.id(policy, "policy");
        results = Preconditions.copy(results, "results");
        Preconditions.notNull(coverage, "coverage");
    }

    /** Decides each case under the policy for which it was read, and compares. A pure function. */
    public static CaseRun of(Policy policy, List<PolicyCase> cases) {
        Decider decider = new Decider(policy, new PolicyOrigin.Caller(policy.name()));
        List<CaseResult> results = new ArrayList<>();
        for (PolicyCase each : cases) {
            Decision decision = decider.decide(each.given());
            results.add(new CaseResult(each, decision, Comparer.compare(each.expected(), decision)));
        }
        return new CaseRun(policy.name(), results, RuleCoverage.of(policy, results));
    }

    /** The cases that did not pass. */
    public List<CaseResult> failed() {
        return results.stream().filter(result -> !result.passed()).toList();
    }
}
