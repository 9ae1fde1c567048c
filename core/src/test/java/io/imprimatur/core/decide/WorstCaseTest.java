package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Verdict;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.NotRecorded;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Silence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Holds decisions to the worst of all completions, in a world so small that every one can be tried, and counts how often a
 * decision is stricter than that. The document of the policy file says when and why.
 */
class WorstCaseTest {
    private static final Path DOCUMENT = Path.of("../samples/docs/policy-file.md");

    private static final int CASES = 500;

    /** A case that leaves more open than this is left out. */
    private static final int MOST_COMPLETIONS = 300;

    /** What is stricter than the worst case by itself; a condition of any other kind is exact. */
    private static final List<Class<?>> STRICTER =
            List.of(AiShare.class, FindingExists.class, RiskAtLeast.class, Size.class);

    @Test
    void aRuleOnOneThingIsAsStrictAsTheWorstCaseOrTheDocumentSaysWhereItIsStricter() throws IOException {
        Map<String, Count> counts = new TreeMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 3 * CASES; i++) {
            tryOut(random, 0, counts);
        }
        counts.forEach((kind, count) -> System.out.println("a rule on " + kind + " alone: " + count));
        assertDocumentSays("a rule that asks one thing", counts);
        STRICTER.forEach(kind -> counts.remove(kind.getSimpleName()));
        assertThat(counts).hasSizeGreaterThanOrEqualTo(7).allSatisfy((kind, count) -> {
            assertThat(count.decided).as(kind).isPositive();
            assertThat(count.stricter).as(kind).isZero();
        });
    }

    @Test
    void aRuleOnSeveralThingsIsAsOftenStricterThanTheWorstCaseAsTheDocumentSays() throws IOException {
        Map<String, Count> counts = new TreeMap<>();
        Random random = new Random(2);
        for (int i = 0; i < 2 * CASES; i++) {
            tryOut(random, 1 + i % 2, counts);
        }
        counts.values().forEach(count -> System.out.println("a rule on several things: " + count));
        assertDocumentSays("one that asks several", counts);
    }

    private static void assertDocumentSays(String what, Map<String, Count> counts) throws IOException {
        int decided = counts.values().stream().mapToInt(count -> count.decided).sum();
        int stricter =
                counts.values().stream().mapToInt(count -> count.stricter).sum();
        String words = String.format(Locale.ROOT, "%s: %,d of %,d", what, stricter, decided);
        assertThat(Files.readString(DOCUMENT).replaceAll("\\s+", " ")).contains(words);
    }

    private static void tryOut(Random random, int depth, Map<String, Count> counts) {
        SmallWorld world = new SmallWorld(random);
        Silence silence = world.pick(List.of(Silence.values()));
        Assessment given = world.tiny(silence);
        Policy policy = world.policy(silence, 1, depth);
        Asked asked = Asked.by(policy);
        String kind = depth == 0 ? asked.leaves().get(0).getClass().getSimpleName() : "";
        Decider decider = new Decider(policy, new PolicyOrigin.Starter());
        Decision decision = decider.decide(given);

        Choice.Every every = new Choice.Every();
        Completions completions = new Completions(every, policy);
        Verdict worst = Verdict.ALLOW;
        boolean complete = true;
        int tried = 0;
        do {
            Decision completed = decider.decide(completions.complete(given));
            worst = worst.max(completed.verdict());
            complete &= completed.fired().stream().map(FiredRule::truth).allMatch(Truth.TRUE::equals);
            tried++;
        } while (tried <= MOST_COMPLETIONS && every.advance());

        assertThat(decision.verdict()).as("%s on %s", policy, given).isGreaterThanOrEqualTo(worst);
        // What asks for a gap itself has no worse case than the gap.
        boolean asksForGaps = asked.any(NotCovered.class) || asked.any(NotRecorded.class);
        if (tried <= MOST_COMPLETIONS && complete && !asksForGaps) {
            Count count = counts.computeIfAbsent(kind, any -> new Count());
            count.decided++;
            count.unknown += decision.fired().stream().anyMatch(rule -> rule.truth() == Truth.UNKNOWN) ? 1 : 0;
            count.stricter += decision.verdict().compareTo(worst) > 0 ? 1 : 0;
        }
    }

    private static final class Count {
        private int decided;
        private int unknown;
        private int stricter;

        @Override
        public String toString() {
            return stricter + " of " + decided + " decisions are stricter than the worst completion (" + unknown
                    + " rest on something unknown)";
        }
    }
}
