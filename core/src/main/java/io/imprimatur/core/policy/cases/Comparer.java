package io.imprimatur.core.policy.cases;

import io.imprimatur.core.policy.cases.CaseResult.Difference;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.Reason;
import io.imprimatur.decision.Step;
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
        comparer.ways(expected);
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

    private void ways(Expectation expected) {
        List<List<Step>> ways = decision.unblock().ways();
        List<List<StepWords>> missing = missing(expected.unblock(), ways);
        if (!missing.isEmpty()) {
            differ("unblock", missing, ways);
        }
        List<List<StepWords>> only = expected.unblockOnly();
        if (only == null) {
            return;
        }
        boolean others = !ways.stream().allMatch(way -> only.stream().anyMatch(written -> isSaidOf(written, way)));
        if (others || !missing(only, ways).isEmpty() || !decision.unblock().complete()) {
            differ("unblock-only", only, ways);
        }
    }

    private static List<List<StepWords>> missing(List<List<StepWords>> expected, List<List<Step>> ways) {
        return expected.stream()
                .filter(written -> ways.stream().noneMatch(way -> isSaidOf(written, way)))
                .toList();
    }

    /** Whether each step of the way is one that is written, and each that is written is one of the way. */
    private static boolean isSaidOf(List<StepWords> written, List<Step> way) {
        return way.stream().allMatch(step -> written.stream().anyMatch(words -> words.isSaidOf(step)))
                && written.stream().allMatch(words -> way.stream().anyMatch(words::isSaidOf));
    }

    private void differ(String what, List<List<StepWords>> expected, List<List<Step>> actual) {
        List<String> ways = actual.stream()
                .map(way -> way.stream().map(StepWords::of).distinct().toList().toString())
                .toList();
        String more = decision.unblock().complete() ? "" : ", of more than can be listed";
        String count = ways.isEmpty() ? "none" : ways.size() == 1 ? "1 way" : ways.size() + " ways";
        differences.add(new Difference(
                what, joined(expected.stream().map(Object::toString).toList()), count + more, ways));
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
