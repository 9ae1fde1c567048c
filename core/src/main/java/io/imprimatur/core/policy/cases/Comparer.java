package io.imprimatur.core.policy.cases;

import io.imprimatur.core.policy.cases.CaseResult.Difference;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.Reason;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Holds a decision to what a case expects of it. */
final class Comparer {
    private final Decision decision;
    private final List<Difference> differences = new ArrayList<>();

    private Comparer(Decision decision) {
        this.decision = decision;
    }

    static List<Difference> compare(Expectation expected, Decision decision) {
        Comparer comparer = new Comparer(decision);
        comparer.verdict(expected);
        comparer.rules(expected);
        if (expected.requires() != null) {
            comparer.lists(
                    "requires",
                    expected.requires().stream().map(Comparer::words).toList(),
                    decision.requirements().stream().map(Comparer::words).toList(),
                    rule -> rule.requirement() != null);
        }
        if (expected.obliges() != null) {
            comparer.lists(
                    "obliges",
                    expected.obliges().stream().map(Obligation::words).toList(),
                    decision.obligations().stream().map(Obligation::words).toList(),
                    rule -> !rule.rule().obligations().isEmpty());
        }
        return List.copyOf(comparer.differences);
    }

    private void verdict(Expectation expected) {
        if (expected.verdict() != null && expected.verdict() != decision.verdict()) {
            differ(
                    "verdict",
                    expected.verdict().id(),
                    decision.verdict().id(),
                    rule -> rule.counts() && rule.verdict() == decision.verdict());
        }
    }

    private void rules(Expectation expected) {
        List<String> fired =
                decision.fired().stream().map(rule -> rule.rule().id()).sorted().toList();
        List<String> missing = without(expected.fires(), fired);
        if (!missing.isEmpty()) {
            differ("fires", joined(missing), "did not fire", rule -> false);
        }
        if (expected.firesOnly() != null) {
            List<String> surplus = without(fired, expected.firesOnly());
            lists(
                    "fires-only",
                    expected.firesOnly(),
                    fired,
                    rule -> surplus.contains(rule.rule().id()));
        }
        List<String> unwanted = without(fired, without(fired, expected.firesNot()));
        if (!unwanted.isEmpty()) {
            differ(
                    "fires-not",
                    joined(unwanted),
                    "fired",
                    rule -> unwanted.contains(rule.rule().id()));
        }
    }

    private void lists(String what, List<String> expected, List<String> actual, Predicate<FiredRule> causes) {
        if (!new TreeSet<>(expected).equals(new TreeSet<>(actual))) {
            differ(what, joined(expected), joined(actual), causes);
        }
    }

    private void differ(String what, String expected, String actual, Predicate<FiredRule> causes) {
        List<String> because = new ArrayList<>();
        for (FiredRule rule : decision.fired()) {
            if (causes.test(rule)) {
                rule.reasons().forEach(reason -> because.add(words(rule, reason)));
            }
        }
        differences.add(new Difference(what, expected, actual, because));
    }

    private static String words(FiredRule rule, Reason reason) {
        String place = reason.location() == null ? "" : reason.location() + ": ";
        String unknown = reason.truth() == Truth.UNKNOWN ? "not known: " : "";
        return rule.rule().id() + ": " + place + unknown + reason.fact() + " [" + reason.source() + "]";
    }

    /** As it stands in a policy, but for what would be so anyway. */
    private static String words(Requirement requirement) {
        String by = requirement.role() == null ? "anyone" : requirement.role();
        String excluding = requirement.excluding().isEmpty() ? "" : " excluding " + joined(requirement.excluding());
        String within = requirement.within() == null ? "" : " within " + Durations.text(requirement.within());
        return requirement.approvals() + " by " + by + excluding + within;
    }

    private static List<String> without(Collection<String> all, Collection<String> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
