package io.imprimatur.core.policy.cases;

import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rules of a policy its cases show at work. Built-in rules do not count. Immutable and thread-safe.
 *
 * @param rules each rule, in the order of the policy
 */
public record RuleCoverage(List<Shown> rules) {
    public RuleCoverage {
        rules = Preconditions.copy(rules, "rules");
    }

    /**
     * What the cases show of a rule.
     *
     * @param rule its id
     * @param held in how many cases its condition held
     * @param unknown in how many it fired because it was not known whether it held; that shows nothing of what it asks
     * @param quiet in how many it did not fire
     */
    public record Shown(String rule, int held, int unknown, int quiet) {
        public Shown {
            Preconditions.id(rule, "rule");
        }
    }

    static RuleCoverage of(Policy policy, List<CaseResult> results) {
        List<Shown> rules = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            int held = firings(rule, Truth.TRUE, results);
            int unknown = firings(rule, Truth.UNKNOWN, results);
            rules.add(new Shown(rule.id(), held, unknown, results.size() - held - unknown));
        }
        return new RuleCoverage(rules);
    }

    private static int firings(Rule rule, Truth truth, List<CaseResult> results) {
        return (int) results.stream()
                .flatMap(result -> result.decision().fired().stream())
                .filter(fired -> fired.rule().id().equals(rule.id()) && fired.truth() == truth)
                .count();
    }

    /** How many of a hundred rules held in a case, rounded down; 100 where there is no rule. */
    public int percent() {
        return rules.isEmpty() ? 100 : (rules.size() - neverHeld().size()) * 100 / rules.size();
    }

    /** The rules that held in no case. */
    public List<String> neverHeld() {
        return rules.stream().filter(rule -> rule.held() == 0).map(Shown::rule).toList();
    }

    /** The rules that fired in every case: nothing shows that they can be quiet. */
    public List<String> neverQuiet() {
        return rules.stream().filter(rule -> rule.quiet() == 0).map(Shown::rule).toList();
    }
}
