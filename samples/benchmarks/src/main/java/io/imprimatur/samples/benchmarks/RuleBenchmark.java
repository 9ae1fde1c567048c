package io.imprimatur.samples.benchmarks;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Digest;
import io.imprimatur.core.decide.Decider;
import io.imprimatur.core.decide.index.FindingTable;
import io.imprimatur.core.decide.index.Hits;
import io.imprimatur.core.decide.index.RuleIndex;
import io.imprimatur.core.decide.index.Sharing;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Unblock;
import io.imprimatur.decision.Verdict;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Which rules fire on which findings, by the compiled index and by a plain loop, and what else a decision costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RuleBenchmark {
    @Param({"tiny", "big", "huge"})
    public String size = "tiny";

    private RuleSample sample = RuleSample.of("tiny");
    private Policy policy = sample.policy();
    private Decider decider = new Decider(policy, new PolicyOrigin.Starter());
    private RuleIndex index = new RuleIndex(sample.conditions(), (test, license) -> Truth.UNKNOWN);
    private Assessment assessment = sample.assessment();
    private FindingTable table = index.read(assessment.reports());
    private List<FindingFilter> wanted = List.of();
    private int[] filters = {};
    private final Map<Condition, Truth> holding = new IdentityHashMap<>();
    private PlainLoop loop = new PlainLoop(sample);

    @Setup
    public void prepare() {
        sample = RuleSample.of(size);
        policy = sample.policy();
        decider = new Decider(policy, new PolicyOrigin.Starter());
        List<Condition> conditions = sample.conditions();
        index = new RuleIndex(conditions, (test, license) -> Truth.UNKNOWN);
        assessment = sample.assessment();
        table = index.read(assessment.reports());
        wanted = conditions.stream().map(RuleSample::filter).toList();
        filters = wanted.stream().mapToInt(index::number).toArray();
        loop = new PlainLoop(sample);
        for (Condition condition : index.askedOfReference()) {
            holding.put(condition, sample.holds(condition));
        }
        Pairs.requireSame("the index", this::indexed, loop);
        if (encoded() != loop() || strings() != loop()) {
            throw new IllegalStateException("what is measured does not find every pair");
        }
    }

    /** The index, on findings that were read into columns before; what holds of the change is known. */
    @Benchmark
    public int encoded() {
        return pairs(index.hits(table));
    }

    /** The index, on findings as scanners give them. */
    @Benchmark
    public int strings() {
        return pairs(index.hits(index.read(assessment.reports())));
    }

    /** How many pairs of a rule and a finding there are on which the rule fires. */
    private int pairs(Hits hits) {
        List<Truth> truths = index.truths(hits, assessment, this::holds);
        int pairs = 0;
        for (int rule = 0; rule < filters.length; rule++) {
            pairs += truths.get(rule) == Truth.TRUE ? hits.possible(filters[rule]) : 0;
        }
        return pairs;
    }

    /** The pairs themselves, which the measured ones only count. */
    private void indexed(Pairs pairs) {
        Hits hits = index.hits(table);
        List<Truth> truths = index.truths(hits, assessment, this::holds);
        IdentityHashMap<Finding, Integer> numbers = new IdentityHashMap<>();
        assessment.reports().get(0).findings().forEach(finding -> numbers.put(finding, numbers.size()));
        for (int rule = 0; rule < filters.length; rule++) {
            if (truths.get(rule) == Truth.TRUE) {
                for (Finding finding : hits.passing(wanted.get(rule))) {
                    pairs.add(rule, numbers.getOrDefault(finding, -1));
                }
            }
        }
    }

    private Truth holds(Condition condition) {
        return holding.getOrDefault(condition, Truth.UNKNOWN);
    }

    /** Predicates in a loop, path patterns as regular expressions that were compiled before. */
    @Benchmark
    public int loop() {
        return loop.count();
    }

    /** A verdict: the index, and the share of AI and the models worked out from who wrote what. */
    @Benchmark
    public Verdict verdict() {
        return decider.verdict(assessment);
    }

    /** A decision: the rules that fire, each with every fact on which it does, and what they ask for. */
    @Benchmark
    public Decision decision() {
        return decider.decide(assessment);
    }

    /** The same, asked for the digest of its subject. */
    @Benchmark
    public Digest subject() {
        return decider.decide(assessment).subject();
    }

    /** The same, asked for what would clear the change. */
    @Benchmark
    public Unblock unblock() {
        return decider.decide(assessment).unblock();
    }

    /** Nothing but arithmetic: with {@code -t 2} it shows what two threads can have on this machine. */
    @Benchmark
    public int arithmetic() {
        int sum = 1;
        for (int i = 0; i < 20_000; i++) {
            sum = sum * 31 + i;
        }
        return sum;
    }

    /** Compiling the rules. */
    @Benchmark
    public RuleIndex compile() {
        List<Rule> rules = Sharing.of(policy.rules());
        return new RuleIndex(rules.stream().map(Rule::when).toList(), (test, license) -> Truth.UNKNOWN);
    }
}
