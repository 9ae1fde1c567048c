package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.core.policy.cases.PolicyCases;
import io.imprimatur.core.report.ExplanationReport;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Reason;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Silence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Policy POLICY = PolicyReader.read("""
            policy: p
            freezes: { year-end: { from: 2026-12-19T00:00:00Z, until: 2027-01-04T00:00:00Z } }
            topics: { money: ["**/billing/**"] }
            rules:
              - id: everything
                when:
                  any:
                    - all:
                        - { paths: "src/**" }
                        - { not: { paths: "src/**" } }
                        - { target: main }
                    - { files: { kind: documentation } }
                    - { change: { added-lines: "> 10" } }
                    - { ai: { share: ">= 20%" } }
                    - { ai: { model: { not-in: [good] } } }
                    - { ai: { confidence: "< 70%" } }
                    - { label: urgent }
                    - { fact: { name: acme.n, compares: "> 3" } }
                    - { finding: { category: secret } }
                    - { finding: { category: style, count: ">= 3" } }
                    - { topic: { is: money, ai: ">= 1%" } }
                    - { freeze: year-end }
                    - { risk: ">= critical" }
                    - { not-covered: { category: secret } }
                    - { not-recorded: [model, developer-of-record] }
                then: review
            """.getBytes(StandardCharsets.UTF_8), "p.yaml");

    @Test
    void eachPartThatDoesNotHoldSaysWhatIsSoInstead() {
        Assessment assessment = PolicyCases.read("""
                cases:
                  - case: nothing
                    given:
                      files: [src/a.py]
                      findings: [{ category: style, severity: info }]
                      facts: { acme.n: 3 }
                      time: 2026-11-25T00:00:00Z
                      risk: low
                    expect: { verdict: allow }
                """.getBytes(StandardCharsets.UTF_8), "p.tests.yaml", POLICY)
                .get(0)
                .given();
        assertThat(ExplanationReport.text("everything", Explanation.of(POLICY, assessment, "everything")))
                .isEqualTo("""
                everything does not fire: its condition does not hold
                  does not hold: any of
                    does not hold: all of
                      holds: {"paths":["src/**"]}
                          src/a.py: the change touches this path [working-tree]
                      does not hold: {"not":{"paths":["src/**"]}}
                          src/a.py: the change touches this path [working-tree]
                      holds: {"target":["main"]}
                          the target branch is main [working-tree]
                    does not hold: {"files":{"kind":["documentation"]}}
                        the change touches no such file [working-tree]
                    does not hold: {"change":{"added-lines":"> 10"}}
                        10 lines are added [working-tree]
                    does not hold: {"ai":{"share":">= 20%"}}
                        share of AI is 0 % [provenance]
                    does not hold: {"ai":{"model":{"not-in":["good"]}}}
                        no model took part [provenance]
                    does not hold: {"ai":{"confidence":"< 70%"}}
                        no model took part [provenance]
                    does not hold: {"fact":{"matches":["urgent"],"name":"change.labels"}}
                        change.labels is empty [the case]
                    does not hold: {"fact":{"compares":"> 3","name":"acme.n"}}
                        acme.n is 3 [the case]
                    does not hold: {"finding":{"category":["secret"]}}
                        no finding of 1 is such, and nothing was left out that could hide one [scanners]
                    does not hold: {"finding":{"category":["style"],"count":">= 3"}}
                        1 finding is such, where 3 are asked for, and nothing was left out that could hide more [scanners]
                    does not hold: {"topic":{"ai":">= 1%","is":["money"]}}
                        the change touches no such file about money with such a share of AI [topics]
                    does not hold: {"freeze":["year-end"]}
                        not in force at 2026-11-25T00:00:00Z: year-end [time of the assessment]
                    does not hold: {"risk":">= critical"}
                        risk is low (0–0.299999): given 0–0.299999 (by the case) [risk model case]
                    does not hold: {"not-covered":{"category":["secret"]}}
                        nothing that is asked for was left out [scanners]
                    does not hold: {"not-recorded":["model","developer-of-record"]}
                        recorded, or of no model that took part: model, developer of record [provenance]
                """);
    }

    @Test
    void everyPartHasItsTruthAndEveryLeafAFact() {
        Random random = new Random(4);
        SmallWorld world = new SmallWorld(random);
        for (int i = 0; i < 2_000; i++) {
            Policy policy = world.policy(Silence.UNKNOWN);
            Assessment assessment = world.assessment(Silence.UNKNOWN);
            Situation situation = new Situation(assessment, policy, Silence.UNKNOWN);
            for (Rule rule : policy.rules()) {
                Explanation explanation = Explanation.of(policy, assessment, rule.id());
                assertThat(explanation.condition()).isEqualTo(rule.when());
                check(explanation, situation);
            }
        }
    }

    @Test
    void theFactsOfARuleThatFiredAreThoseOfTheDecision() {
        SmallWorld world = new SmallWorld(new Random(5));
        for (int i = 0; i < 500; i++) {
            Policy policy = world.policy(Silence.UNKNOWN);
            Assessment assessment = world.assessment(Silence.UNKNOWN);
            Decision decision = new Decider(policy, new PolicyOrigin.Caller("test")).decide(assessment);
            for (FiredRule fired : decision.fired()) {
                Explanation explanation =
                        Explanation.of(policy, assessment, fired.rule().id());
                assertThat(explanation.truth()).isEqualTo(fired.truth());
                assertThat(facts(explanation).toList())
                        .containsExactlyElementsOf(
                                fired.reasons().stream().map(Reason::fact).toList());
            }
        }
    }

    @Test
    void aRuleThatIsNotThereIsRefused() {
        assertThatThrownBy(() ->
                        Explanation.of(POLICY, new SmallWorld(new Random(1)).assessment(Silence.UNKNOWN), "nothing"))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("rule: must be a rule of policy p, but was: nothing; name one of everything");
    }

    /** The facts of the parts that are not false. */
    private static Stream<String> facts(Explanation explanation) {
        return explanation.truth() == Truth.FALSE
                ? Stream.of()
                : Stream.concat(
                        explanation.facts().stream().map(Explanation.Known::words),
                        explanation.parts().stream().flatMap(ExplanationTest::facts));
    }

    private static void check(Explanation explanation, Situation situation) {
        Condition condition = explanation.condition();
        assertThat(explanation.truth()).isEqualTo(Evaluator.truth(condition, situation));
        List<Truth> parts = explanation.parts().stream().map(Explanation::truth).toList();
        if (condition instanceof Condition.All) {
            assertThat(parts.stream().reduce(Truth.TRUE, Truth::and)).isEqualTo(explanation.truth());
        } else if (condition instanceof Condition.Any) {
            assertThat(parts.stream().reduce(Truth.FALSE, Truth::or)).isEqualTo(explanation.truth());
        } else {
            assertThat(explanation.facts()).as("%s", condition).isNotEmpty();
        }
        assertThat(explanation.facts().isEmpty())
                .isNotEqualTo(explanation.parts().isEmpty());
        explanation.parts().forEach(part -> check(part, situation));
    }
}
