package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.core.arbitrary.Assessments;
import io.imprimatur.core.decide.index.RuleIndex;
import io.imprimatur.core.decide.index.Sharing;
import io.imprimatur.core.policy.PolicyArbitraries;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.ScanReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** The compiled index answers exactly as the evaluator that walks the trees, what is unknown included. */
class IndexTest {
    /** How many pairs of policy and assessment; more with {@code -Dimprimatur.pairs=100000}. */
    private static final int PAIRS = Integer.getInteger("imprimatur.pairs", 2000);

    @Test
    void answersAsTheReferenceDoesWhateverFindingsHoldAndFiltersAsk() {
        Map<Truth, Integer> seen = new EnumMap<>(Truth.class);
        for (int seed = 0; seed < PAIRS; seed++) {
            FindingWorld world = new FindingWorld(seed);
            Silence silence = seed % 2 == 0 ? Silence.UNKNOWN : Silence.HUMAN;
            // Now and then so many rules that they do not fit into one word.
            Policy policy = world.policy(silence, seed % 10 == 0 ? 100 : 5);
            Assessment assessment = world.assessment(silence);
            List<Truth> expected = reference(policy, assessment);
            assertThat(indexed(policy, assessment)).as("of seed %s", seed).isEqualTo(expected);
            expected.forEach(truth -> seen.merge(truth, 1, Integer::sum));
        }
        // A comparison of rules that never fire, or always do, would say little.
        assertThat(seen.values()).hasSize(3).allMatch(count -> count > PAIRS / 4);
    }

    @Test
    void answersAsTheReferenceDoesInTheSmallWorld() {
        for (int seed = 0; seed < PAIRS; seed++) {
            SmallWorld world = new SmallWorld(new Random(seed));
            Silence silence = world.pick(List.of(Silence.values()));
            Policy policy = world.policy(silence);
            Assessment assessment = world.assessment(silence);
            assertThat(indexed(policy, assessment)).as("of seed %s", seed).isEqualTo(reference(policy, assessment));
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void answersAsTheReferenceDoesOnPoliciesThatCanBeWritten(
            @ForAll("policies") Policy policy, @ForAll("assessments") Assessment assessment) {
        assertThat(indexed(policy, assessment)).isEqualTo(reference(policy, assessment));
    }

    @Test
    void oneMoreFindingMakesNoConditionLessTrue() {
        int more = 0;
        for (int seed = 0; seed < PAIRS; seed++) {
            Policy policy = new FindingWorld(seed).policy(Silence.UNKNOWN, 5);
            Assessment assessment = new FindingWorld(seed).assessment(Silence.UNKNOWN);
            List<Truth> before = indexed(policy, assessment);
            for (ScanReport other :
                    new FindingWorld(-1 - seed).assessment(Silence.UNKNOWN).reports()) {
                for (Finding finding : other.findings()) {
                    List<Truth> after = indexed(policy, with(finding, assessment));
                    for (int i = 0; i < after.size(); i++) {
                        assertThat(after.get(i))
                                .as("rule %s of seed %s with %s", i, seed, finding)
                                .isGreaterThanOrEqualTo(before.get(i));
                        more += after.get(i).compareTo(before.get(i));
                    }
                }
            }
        }
        assertThat(more).as("how often one more finding makes a difference").isGreaterThan(PAIRS / 10);
    }

    private static Assessment with(Finding finding, Assessment assessment) {
        List<ScanReport> reports = new ArrayList<>();
        for (ScanReport report : assessment.reports()) {
            List<Finding> findings = new ArrayList<>(report.findings());
            if (report.scanner().id().equals(finding.scanner())
                    && report.scanner().categories().contains(finding.category())) {
                findings.add(finding);
            }
            reports.add(new ScanReport(report.scanner(), findings, report.coverage()));
        }
        return new Assessment(
                assessment.change(),
                assessment.provenance(),
                assessment.silence(),
                reports,
                assessment.risk(),
                assessment.facts(),
                assessment.time());
    }

    @Test
    void theVerdictAloneIsThatOfTheDecision() {
        for (int seed = 0; seed < 300; seed++) {
            SmallWorld world = new SmallWorld(new Random(seed));
            Silence silence = world.pick(List.of(Silence.values()));
            Decider decider = new Decider(world.policy(silence), new PolicyOrigin.Starter());
            Assessment assessment = world.assessment(silence);
            assertThat(decider.verdict(assessment))
                    .as("of seed %s", seed)
                    .isEqualTo(decider.decide(assessment).verdict());
        }
    }

    @Test
    void answersManyThreadsAtOnceAsItAnswersOne() throws Exception {
        FindingWorld world = new FindingWorld(7);
        Policy policy = world.policy(Silence.UNKNOWN, 200);
        List<Assessment> assessments = new ArrayList<>();
        List<List<Truth>> expected = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            assessments.add(new FindingWorld(seed).assessment(Silence.UNKNOWN));
            expected.add(reference(policy, assessments.get(seed)));
        }
        // Fresh each time, so that threads meet while it learns the patterns.
        for (int round = 0; round < 20; round++) {
            RuleIndex index = index(policy);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<List<List<Truth>>>> answers = new ArrayList<>();
                for (int thread = 0; thread < 4; thread++) {
                    answers.add(threads.submit(() -> assessments.stream()
                            .map(assessment -> ask(index, policy, assessment))
                            .toList()));
                }
                for (Future<List<List<Truth>>> answer : answers) {
                    assertThat(answer.get()).isEqualTo(expected);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void nestingCostsNoStack() {
        Condition deep =
                new FindingWorld(1).policy(Silence.UNKNOWN, 1).rules().get(0).when();
        Condition bare = deep;
        for (int i = 0; i < 100_000; i++) {
            deep = i % 2 == 0 ? new Condition.All(List.of(deep)) : new Condition.Any(List.of(deep));
        }
        Assessment assessment = new FindingWorld(1).assessment(Silence.UNKNOWN);
        Policy policy = Policy.builder("deep").build();
        Situation situation = new Situation(assessment, policy, Silence.UNKNOWN);
        RuleIndex index = new RuleIndex(List.of(deep), Licenses::meets);
        assertThat(index.truths(
                        index.hits(index.read(assessment.reports())),
                        assessment,
                        leaf -> Evaluator.truth(leaf, situation)))
                .containsExactly(Evaluator.truth(bare, situation));
    }

    private static RuleIndex index(Policy policy) {
        List<Rule> shared = Sharing.of(policy.rules());
        assertThat(shared).isEqualTo(policy.rules());
        return new RuleIndex(shared.stream().map(Rule::when).toList(), Licenses::meets);
    }

    private static List<Truth> indexed(Policy policy, Assessment assessment) {
        return ask(index(policy), policy, assessment);
    }

    private static List<Truth> ask(RuleIndex index, Policy policy, Assessment assessment) {
        Situation situation = new Situation(assessment, policy, policy.silence());
        return index.truths(
                index.hits(index.read(assessment.reports())), assessment, leaf -> Evaluator.truth(leaf, situation));
    }

    private static List<Truth> reference(Policy policy, Assessment assessment) {
        Situation situation = new Situation(assessment, policy, policy.silence());
        return policy.rules().stream()
                .map(rule -> Evaluator.truth(rule.when(), situation))
                .toList();
    }

    @Provide
    Arbitrary<Policy> policies() {
        return PolicyArbitraries.policies();
    }

    @Provide
    Arbitrary<Assessment> assessments() {
        return Assessments.any();
    }
}
