package io.imprimatur.core.decide.index;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.Condition.Any;
import io.imprimatur.policy.Condition.Not;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.scan.ScanReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The conditions of all rules of a policy, compiled. It looks at the findings itself; what there are few of, conditions on
 * the change and its provenance, on risk and on coverage, it asks once each of a reference that walks them.
 *
 * <p>Immutable and thread-safe, but for what it remembers of patterns, which changes no answer.
 */
public final class RuleIndex {
    private final FindingIndex findings;
    private final Leaf[] leaves;
    private final List<Compiled> rules = new ArrayList<>();
    private final int longest;

    /**
     * Compiles.
     *
     * @param conditions one for each rule; those without parts are told apart by identity
     * @param licenses whether a licence is one that a test asks for
     */
    public RuleIndex(List<Condition> conditions, BiFunction<LicenseTest, String, Truth> licenses) {
        IdentityHashMap<Condition, Integer> numbers = new IdentityHashMap<>();
        List<Condition> distinct = new ArrayList<>();
        List<FindingFilter> filters = new ArrayList<>();
        for (Condition condition : conditions) {
            for (Condition leaf : leaves(condition)) {
                if (numbers.putIfAbsent(leaf, distinct.size()) == null) {
                    distinct.add(leaf);
                    if (leaf instanceof FindingExists wanted) {
                        filters.add(wanted.filter());
                    }
                }
            }
        }
        findings = new FindingIndex(filters, licenses);
        leaves = new Leaf[distinct.size()];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = Leaf.of(distinct.get(i), findings);
        }
        int most = 0;
        for (Condition condition : conditions) {
            Compiled rule = Compiled.of(condition, leaf -> numbers.getOrDefault(leaf, -1));
            rules.add(rule);
            most = Math.max(most, rule.program().length());
        }
        longest = most;
    }

    private static List<Condition> leaves(Condition condition) {
        List<Condition> leaves = new ArrayList<>();
        Deque<Condition> open = new ArrayDeque<>(List.of(condition));
        while (!open.isEmpty()) {
            Condition next = open.pop();
            if (next instanceof All all) {
                open.addAll(all.conditions());
            } else if (next instanceof Any any) {
                open.addAll(any.conditions());
            } else {
                leaves.add(next instanceof Not not ? not.condition() : next);
            }
        }
        return leaves;
    }

    /** The distinct conditions that are asked of the reference. */
    public List<Condition> askedOfReference() {
        List<Condition> asked = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (!leaf.countsFindings()) {
                asked.add(leaf.condition());
            }
        }
        return asked;
    }

    /** The number of a filter of findings; -1 where no condition has it. */
    public int number(FindingFilter filter) {
        return findings.number(filter);
    }

    /** Reads the findings of an assessment into columns. */
    public FindingTable read(List<ScanReport> reports) {
        return findings.read(reports);
    }

    /** Finds which findings pass which filters. */
    public Hits hits(FindingTable table) {
        return findings.hits(table);
    }

    /**
     * The truth of each condition, in their order.
     *
     * @param hits of the findings of this assessment
     * @param reference what a condition is that does not count findings
     */
    public List<Truth> truths(Hits hits, Assessment assessment, Function<Condition, Truth> reference) {
        Leaves truths = new Leaves(leaves, hits, findings.hidden(assessment), reference);
        Truth[] stack = new Truth[longest];
        Truth[] answers = new Truth[rules.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = rules.get(i).truth(truths, stack);
        }
        return List.of(answers);
    }
}
