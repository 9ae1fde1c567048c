package io.imprimatur.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.imprimatur.decision.Step;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.ChangeCondition.Measure;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.Requirement;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.scan.Gap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
    private static final List<Glob> TWO = List.of(new Glob("a/**"), new Glob("b/**"));

    @ParameterizedTest
    @MethodSource
    void saysFactsAsTheyHoldAndAsTheyDoNot(ChangeCondition condition, String holds, String holdsNot) {
        assertThat(Words.fact(condition, true)).isEqualTo(holds);
        assertThat(Words.condition(condition)).isEqualTo(holds);
        assertThat(Words.fact(condition, false)).isEqualTo(holdsNot);
        assertThat(Words.condition(new Condition.Not(condition))).isEqualTo(holdsNot);
        assertThat(Words.step(new Step.Establish(condition, false))).isEqualTo("see to it that " + holdsNot);
    }

    static Stream<Arguments> saysFactsAsTheyHoldAndAsTheyDoNot() {
        return Stream.of(
                arguments(
                        Files.in(TWO), "the change touches a/** or b/**", "the change touches nothing in a/** or b/**"),
                arguments(
                        new Target(List.of(new Glob("main"))),
                        "the target branch is main",
                        "the target branch is not main"),
                arguments(
                        new Size(FileFilter.ANY, Measure.FILES, Comparison.AT_LEAST, 30),
                        "the number of files changed is at least 30",
                        "the number of files changed is below 30"),
                arguments(
                        new Size(FileFilter.ANY, Measure.ADDED_LINES, Comparison.EQUAL, 0),
                        "the number of lines added is 0",
                        "the number of lines added is not 0"),
                arguments(
                        new AiShare(FileFilter.in(TWO), Comparison.ABOVE, Ratio.parse("0.125")),
                        "the share that a model wrote in a/** or b/** is above 12.5 %",
                        "the share that a model wrote in a/** or b/** is at most 12.5 %"),
                arguments(
                        Generated.byModel(Match.IN, TWO),
                        "a model that took part is a/** or b/**",
                        "no model that took part is a/** or b/**"),
                arguments(
                        Generated.byModel(Match.NOT_IN, TWO),
                        "a model that took part is other than a/** or b/**",
                        "every model that took part is a/** or b/**"),
                arguments(
                        new EmbedderFact("acme.team", new FactTest.Matches(List.of(new Glob("pay*")))),
                        "the fact acme.team matches pay*",
                        "the fact acme.team does not match pay*"),
                arguments(
                        new EmbedderFact("acme.age", new FactTest.Compares(Comparison.BELOW, 3)),
                        "the fact acme.age is below 3",
                        "the fact acme.age is at least 3"),
                arguments(
                        new EmbedderFact("acme.freeze", new FactTest.Is(true)),
                        "the fact acme.freeze is true",
                        "the fact acme.freeze is false"));
    }

    @ParameterizedTest
    @MethodSource
    void saysConditions(Condition condition, String words) {
        assertThat(Words.condition(condition)).isEqualTo(words);
    }

    static Stream<Arguments> saysConditions() {
        Condition risk = new RiskAtLeast(new RiskBound.OfLevel(RiskLevel.HIGH));
        Condition confidence = new AiConfidenceBelow(Ratio.parse("0.7"));
        return Stream.of(
                arguments(risk, "the risk is at least high"),
                arguments(confidence, "a model wrote code with a confidence below 0.7"),
                arguments(
                        new Condition.All(List.of(risk, new Condition.Any(List.of(risk, confidence)))),
                        "the risk is at least high, and (the risk is at least high, or a model wrote code with a"
                                + " confidence below 0.7)"),
                arguments(new Condition.All(List.of(new Condition.Any(List.of(risk)))), "the risk is at least high"),
                arguments(
                        FindingExists.of(FindingFilter.builder()
                                .categories(Category.SECRET, Category.PII)
                                .severity(Severity.HIGH)
                                .confidence(Ratio.parse("0.5"))
                                .rules(new Glob("aws-*"))
                                .scanners("secrets")
                                .paths(TWO.toArray(Glob[]::new))
                                .introducedOnly(true)
                                .build()),
                        "there is a finding of category pii or secret of severity high or worse with a confidence of at"
                                + " least 0.5 by rule aws-* from scanner secrets in a/** or b/** brought by the change"),
                arguments(FindingExists.of(FindingFilter.ANY), "there is a finding"),
                arguments(
                        new NotCovered(List.of("semgrep"), List.of(Category.SECRET), TWO),
                        "the coverage by scanner semgrep or for category secret is not complete in a/** or b/**"),
                arguments(
                        new NotCovered(List.of(), List.of(), List.of()),
                        "the coverage by some scanner is not complete"));
    }

    @Test
    void saysSteps() {
        assertThat(Words.step(new Step.AddScanner("semgrep", null)))
                .isEqualTo("run scanner semgrep, with nothing found");
        assertThat(Words.step(new Step.AddScanner(null, Category.PII)))
                .isEqualTo("run a scanner that looks for pii, with nothing found");
        assertThat(Words.step(new Step.AddScanner(null, null))).isEqualTo("run a scanner, with nothing found");
        assertThat(Words.step(new Step.CloseGap("secrets", Gap.whole(Gap.Cause.FAILED, "it failed"))))
                .isEqualTo("let scanner secrets cover the change (it failed), with nothing found there");
        assertThat(Words.step(new Step.LowerRisk(new RiskBound.OfValue(Ratio.parse("0.5")))))
                .isEqualTo("bring the risk below 0.5");
        assertThat(Words.step(new Step.RaiseConfidence(Ratio.parse("0.7"))))
                .isEqualTo("have everything that a model wrote recorded with a confidence of at least 0.7");
        assertThat(Words.step(new Step.Approve(Requirement.of("security", 2))))
                .isEqualTo("get 2 approvals by security");
        assertThat(Words.step(new Step.Approve(Requirement.ANYONE)))
                .isEqualTo("get 1 approval by anyone who may review");
    }

    @Test
    void saysShares() {
        assertThat(Words.percent(Ratio.parse("0.125"))).isEqualTo("12.5 %");
        assertThat(Words.percent(RatioRange.UNKNOWN)).isEqualTo("0 to 100 %");
        assertThat(Words.percent(RatioRange.exactly(Ratio.ONE))).isEqualTo("100 %");
    }
}
