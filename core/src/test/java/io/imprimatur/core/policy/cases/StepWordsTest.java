package io.imprimatur.core.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.policy.cases.TestedPolicies.Tested;
import io.imprimatur.core.policy.shape.CaseVocabulary;
import io.imprimatur.core.policy.shape.Key;
import io.imprimatur.decision.Step;
import io.imprimatur.decision.Unblock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StepWordsTest {
    /** A case whose ways are more takes too long to write. */
    private static final int MOST_WAYS = 40;

    @Test
    void whatClearsTheCasesOfTheSamplesIsWrittenAsItIsReadAndIsSaidOfNothingElse() {
        Set<String> kinds = new TreeSet<>();
        for (Tested tested : TestedPolicies.samples()) {
            for (CaseResult result : tested.run().results()) {
                Unblock unblock = result.decision().unblock();
                if (!unblock.complete() || unblock.ways().size() > MOST_WAYS) {
                    continue;
                }
                List<List<StepWords>> ways = unblock.ways().stream()
                        .map(way -> way.stream().map(StepWords::of).distinct().toList())
                        .distinct()
                        .toList();
                ways.forEach(way -> way.forEach(step -> kinds.add(step.key())));
                assertThat(passes(tested, result, ways)).as(ways.toString()).isTrue();
                for (List<StepWords> way : ways) {
                    List<List<StepWords>> others = new ArrayList<>(ways);
                    others.remove(way);
                    assertThat(passes(tested, result, others))
                            .as("%s without %s", ways, way)
                            .isFalse();
                    if (way.size() > 1) {
                        others.add(way.subList(1, way.size()));
                        assertThat(passes(tested, result, others))
                                .as("%s without the first step of %s", ways, way)
                                .isFalse();
                    }
                }
            }
        }
        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(
                        CaseVocabulary.STEP.keys().stream().map(Key::name).toList());
    }

    /** Whether the case passes that expects these ways and no others, written into a file. */
    private static boolean passes(Tested tested, CaseResult result, List<List<StepWords>> ways) {
        String file = "cases: [{ case: a, expect: { unblock-only: " + ways + " } }]";
        PolicyCase read = PolicyCases.read(file.getBytes(StandardCharsets.UTF_8), "p.tests.yaml", tested.policy())
                .get(0);
        PolicyCase asked =
                new PolicyCase(read.name(), read.position(), result.tested().given(), read.expected());
        return CaseRun.of(tested.policy(), List.of(asked)).failed().isEmpty();
    }

    @Test
    void aStepIsSaidOfWhateverIsAllThatItSays() {
        Step anyScanner = new Step.AddScanner(null, null);
        Step semgrep = new Step.AddScanner("semgrep", null);
        assertThat(StepWords.run(null, null).isSaidOf(semgrep)).isTrue();
        assertThat(StepWords.run("semgrep", null).isSaidOf(semgrep)).isTrue();
        assertThat(StepWords.run("semgrep", null).isSaidOf(anyScanner)).isFalse();
        assertThat(StepWords.run("secrets", null).isSaidOf(semgrep)).isFalse();
        assertThat(StepWords.cover(null, "semgrep", null).isSaidOf(semgrep)).isFalse();
    }
}
