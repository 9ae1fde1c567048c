package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.core.policy.BuiltInRules;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Step;
import io.imprimatur.decision.Unblock;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Silence;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.ShrinkingMode;

/** The ways to clear a change, against the definition taken at its word. */
@PropertyDefaults(shrinking = ShrinkingMode.OFF)
class ClearingTest {
    private static final int TRIES = 100;

    /** How many cases are tried: {@code -Dimprimatur.cases=20000} for a long run. */
    private static final int CASES = Integer.getInteger("imprimatur.cases", 500);

    /** A case with more steps has too many subsets to try. */
    private static final int MOST_STEPS = 12;

    @Property(tries = TRIES)
    void theWaysAreThoseOfTheDefinition(@ForAll Random random) {
        for (int i = 0; i < CASES / TRIES; i++) {
            aCaseIsJudgedByTheDefinition(random);
        }
    }

    private static void aCaseIsJudgedByTheDefinition(Random random) {
        while (true) {
            ClearingWorld world = new ClearingWorld(random);
            Assessment assessment = world.assessment();
            List<Rule> rules = world.rules();
            List<Rule> counting =
                    Stream.concat(BuiltInRules.ALL.stream(), rules.stream()).toList();
            Situation situation = new Situation(assessment, SmallWorld.policy(rules), Silence.UNKNOWN);
            SubsetOracle oracle = new SubsetOracle(counting, assessment, situation);
            if (oracle.universe().size() <= MOST_STEPS) {
                check(assessment, rules, oracle);
                return;
            }
        }
    }

    private static void check(Assessment assessment, List<Rule> rules, SubsetOracle oracle) {
        Policy policy = SmallWorld.policy(rules);
        Decision decision = new Decider(policy, new PolicyOrigin.Starter()).decide(assessment);
        Unblock unblock = decision.unblock();
        String about = rules + "\n" + assessment + "\n" + unblock;
        Set<Integer> expected = oracle.ways();
        if (oracle.clears(0)) {
            assertThat(unblock).as(about).isEqualTo(Unblock.NOTHING);
            return;
        }
        Set<Integer> found = new TreeSet<>();
        for (List<Step> way : unblock.ways()) {
            int steps = oracle.mask(way);
            assertThat(oracle.clears(steps)).as("%s clears: %s", way, about).isTrue();
            assertThat(found.add(oracle.achieved(steps)))
                    .as("%s is new: %s", way, about)
                    .isTrue();
            for (Step step : way) {
                int others = steps & ~oracle.mask(List.of(step));
                assertThat(oracle.achieved(others) & ~others & oracle.mask(List.of(step)))
                        .as("%s of %s is needed: %s", step, way, about)
                        .isZero();
            }
        }
        assertThat(unblock.complete()).as(about).isTrue();
        assertThat(found).as(about).isEqualTo(expected);
        assertThat(unblock.ways().stream().map(List::size)).as(about).isSorted();
    }
}
