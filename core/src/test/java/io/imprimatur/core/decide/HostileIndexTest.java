package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.core.decide.index.RuleIndex;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Verdict;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.Gap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * As many rules as a policy may have, each with patterns that multiply each other's states: they are compiled and asked in
 * bounded time and memory, and answer as the reference does.
 */
@Timeout(120)
class HostileIndexTest {
    private static final int RULES = PolicyReader.MAX_RULES;

    /** What a compiled policy may hold with what it has learnt of paths. Were its states not bounded, they would take more. */
    private static final long MOST_BYTES = 16L << 20;

    private static final Policy POLICY = policy();

    @Test
    void itIsCompiledAndAskedInBoundedTimeAndMemory() {
        long before = used();
        long begin = System.nanoTime();
        Decider decider = new Decider(POLICY, new PolicyOrigin.Starter());
        Duration compiling = Duration.ofNanos(System.nanoTime() - begin);
        long compiled = used() - before;
        begin = System.nanoTime();
        for (int seed = 10; seed < 13; seed++) {
            assertThat(decider.verdict(situation(new Random(seed), 100, false).assessment()))
                    .isEqualTo(Verdict.BLOCK);
        }
        Duration asking = Duration.ofNanos(System.nanoTime() - begin);
        long asked = used() - before;
        System.out.println(RULES + " hostile rules: compiled in " + compiling.toMillis() + " ms, holding "
                + (compiled >> 20) + " MiB; asked 3 times in " + asking.toMillis() + " ms, holding " + (asked >> 20)
                + " MiB");
        assertThat(decider.policy()).isEqualTo(POLICY);
        assertThat(compiling).isLessThan(Duration.ofSeconds(10));
        assertThat(asking).isLessThan(Duration.ofSeconds(60));
        assertThat(asked).isLessThan(MOST_BYTES);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void itAnswersAsTheReferenceDoes() {
        RuleIndex index = new RuleIndex(POLICY.rules().stream().map(Rule::when).toList(), Licenses::meets);
        // So many paths that it can remember no more.
        for (int seed = 10; seed < 12; seed++) {
            index.hits(index.read(situation(new Random(seed), 100, false).reports()));
        }
        for (int seed = 1; seed <= 3; seed++) {
            assertAnswers(index, situation(new Random(seed), 30, false), Truth.FALSE);
        }
        assertAnswers(index, situation(new Random(4), 30, true), Truth.UNKNOWN);
    }

    private static void assertAnswers(RuleIndex index, Situation situation, Truth often) {
        List<Truth> truths = index.truths(
                index.hits(index.read(situation.reports())),
                situation.assessment(),
                leaf -> Evaluator.truth(leaf, situation));
        List<Truth> expected = POLICY.rules().stream()
                .map(rule -> Evaluator.truth(rule.when(), situation))
                .toList();
        assertThat(truths).isEqualTo(expected);
        Map<Truth, Integer> seen = new EnumMap<>(Truth.class);
        expected.forEach(truth -> seen.merge(truth, 1, Integer::sum));
        assertThat(seen.get(Truth.TRUE)).isGreaterThan(10);
        assertThat(seen.get(often)).isGreaterThan(1000);
    }

    @Test
    void aDecisionWithWhatClearsItIsBoundedToo() {
        Situation situation = situation(new Random(4), 30, false);
        Decision decision = new Decider(POLICY, new PolicyOrigin.Starter()).decide(situation.assessment());
        List<String> fired = decision.fired().stream()
                .map(FiredRule::rule)
                .map(Rule::id)
                .filter(id -> !Policy.isReserved(id))
                .sorted()
                .toList();
        assertThat(fired)
                .isEqualTo(POLICY.rules().stream()
                        .filter(rule -> Evaluator.truth(rule.when(), situation) != Truth.FALSE)
                        .map(Rule::id)
                        .sorted()
                        .toList())
                .hasSizeGreaterThan(10);
    }

    /** Which of the folders stood in a path has to be remembered until the end, and where each star began. */
    private static Policy policy() {
        StringBuilder yaml = new StringBuilder("policy: hostile\nrules:\n");
        for (int i = 0; i < RULES; i++) {
            String when = switch (i % 4) {
                case 0 -> "finding: { paths: \"**/f" + i % 2000 + "/**/*." + i % 7 + "\" }";
                case 1 -> "finding: { paths: \"**/" + "*f".repeat(1 + i % 9) + "*/**/*" + i % 11 + "*\" }";
                case 2 ->
                    "files: { paths: \"**/f" + i % 2000 + "/**/*." + i % 7 + "\", outside: \"**/g*" + i % 13
                            + "/**\" }";
                default ->
                    "all: [{ finding: { rule: \"**/r*" + i % 17 + "*/**\", severity: \">= low\" } },"
                            + " { paths: \"**/f*" + i % 100 + "/**\" }]";
            };
            yaml.append("  - { id: r" + i + ", when: { " + when + " }, then: block }\n");
        }
        return PolicyReader.read(yaml.toString().getBytes(StandardCharsets.UTF_8), "hostile.yaml");
    }

    /** A change of deep paths; where {@code open}, a scanner left something out. */
    private static Situation situation(Random random, int count, boolean open) {
        List<ChangedFile> files = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>();
        while (paths.size() < count) {
            paths.add(path(random));
        }
        List<Finding> findings = new ArrayList<>();
        for (String path : paths) {
            files.add(Given.file(path));
            findings.add(Given.finding("s", Category.STYLE, path));
        }
        Gap[] gaps = open ? new Gap[] {new Gap(Gap.Cause.FAILED, null, null, "failed")} : new Gap[0];
        return Given.situation(
                POLICY,
                Given.change(files.toArray(ChangedFile[]::new)),
                Given.provenance(List.of()),
                Silence.UNKNOWN,
                Given.report("s", Category.STYLE, findings, gaps));
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        for (int depth = 0; depth < 40; depth++) {
            path.append(random.nextInt(50) == 0 ? "fff" : "f")
                    .append(random.nextInt(2000))
                    .append('/');
        }
        return path + "file." + random.nextInt(7);
    }
}
