package io.imprimatur.core.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.policy.cases.RuleCoverage.Shown;
import io.imprimatur.core.policy.cases.TestedPolicies.Tested;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Measure;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.NotRecorded;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the policies that this repository gives away, and of its own, hold and show what each rule does. */
class TestedPoliciesTest {
    @ParameterizedTest
    @MethodSource("all")
    void itPassesItsCasesEachOfItsRulesHoldsInOneAndIsQuietInAnother(Tested tested) {
        CaseRun run = tested.run();
        assertThat(CaseReport.text(run, "policy.tests.yaml"))
                .startsWith(tested.policy().name() + ": ")
                .endsWith("all passed; rules that held in a case: "
                        + tested.policy().rules().size() + " of "
                        + tested.policy().rules().size() + " (100 %)\n");
        assertThat(run.coverage().neverQuiet()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void withoutAnyOneOfItsRulesACaseFails(Tested tested) {
        Policy policy = tested.policy();
        for (Rule rule : policy.rules()) {
            Policy without = policy.with(
                    policy.rules().stream().filter(other -> !other.equals(rule)).toList());
            assertThat(CaseRun.of(without, tested.cases()).failed())
                    .as(rule.id())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatEachRuleDoesWhereNobodyKnowsIsShownToo(Tested tested) {
        List<String> neverUnknown = tested.run().coverage().rules().stream()
                .filter(rule -> rule.unknown() == 0)
                .map(Shown::rule)
                .toList();
        List<String> alwaysKnown = tested.policy().rules().stream()
                .filter(rule -> isAlwaysKnown(rule.when()))
                .map(Rule::id)
                .toList();
        assertThat(neverUnknown).isEqualTo(alwaysKnown);
    }

    /** Which files change is always known, and so is what was not covered, and that nobody says who wrote a line. */
    private static boolean isAlwaysKnown(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(TestedPoliciesTest::isAlwaysKnown);
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().allMatch(TestedPoliciesTest::isAlwaysKnown);
        }
        if (condition instanceof NotRecorded missing) {
            return missing.records().contains(Recording.AUTHORSHIP);
        }
        return condition instanceof Files
                || condition instanceof NotCovered
                || (condition instanceof Size size && size.measure() == Measure.FILES);
    }

    static List<Tested> all() {
        return TestedPolicies.all();
    }

    static List<Tested> samples() {
        return TestedPolicies.samples();
    }
}
