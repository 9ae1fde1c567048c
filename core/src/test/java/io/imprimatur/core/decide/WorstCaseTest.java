package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Verdict;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WorstCaseTest {
    private static final int MOST = 4000;

    @Test
    void probe() {
        Map<String, int[]> byKind = new TreeMap<>();
        Map<String, List<String>> examples = new TreeMap<>();
        int skipped = 0;
        int incomplete = 0;
        for (int depth = 0; depth <= 2; depth++) {
            for (int seed = 0; seed < 1500; seed++) {
                SmallWorld world = new SmallWorld(new Random(seed * 31L + depth));
                Silence silence = world.pick(List.of(Silence.values()));
                Assessment given = world.tiny(silence);
                Policy policy = world.policy(silence, 1, depth);
                Decider decider = new Decider(policy, new PolicyOrigin.Starter());
                Decision decision = decider.decide(given);
                Choice.Every every = new Choice.Every();
                Completions completions = new Completions(every, policy);
                Verdict worst = Verdict.ALLOW;
                int tried = 0;
                boolean open = false;
                do {
                    Decision completed = decider.decide(completions.complete(given));
                    open |= completed.fired().stream().anyMatch(f -> f.truth() == Truth.UNKNOWN);
                    worst = worst.max(completed.verdict());
                    tried++;
                } while (every.advance() && tried < MOST);
                if (tried >= MOST) {
                    skipped++;
                    continue;
                }
                String kind =
                        depth == 0 ? Asked.by(policy).leaves().get(0).getClass().getSimpleName() : "depth " + depth;
                if (open) {
                    incomplete++;
                    examples.computeIfAbsent("open " + kind, k -> new ArrayList<>())
                            .add(policy.rules().get(0).when() + "\n" + given);
                }
                int[] counts = byKind.computeIfAbsent(kind, k -> new int[4]);
                counts[0]++;
                counts[3] += open ? 1 : 0;
                boolean unknown = decision.fired().stream().anyMatch(f -> f.truth() == Truth.UNKNOWN);
                counts[1] += unknown ? 1 : 0;
                assertThat(decision.verdict()).isGreaterThanOrEqualTo(worst);
                if (decision.verdict().compareTo(worst) > 0) {
                    counts[2]++;
                    examples.computeIfAbsent(kind, k -> new ArrayList<>())
                            .add(policy.rules().get(0).when() + "\n" + policy.topics() + given);
                }
            }
        }
        byKind.forEach((k, c) -> System.out.println(
                "KIND " + k + " cases " + c[0] + " unknown " + c[1] + " stricter " + c[2] + " incomplete " + c[3]));
        System.out.println("skipped " + skipped + " incomplete " + incomplete);
        examples.forEach((k, l) -> l.stream().limit(3).forEach(x -> System.out.println("EX " + k + ": " + x)));
    }
}
