package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Verdict;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** The laws that every decision obeys, on generated policies and assessments. */
@PropertyDefaults(shrinking = ShrinkingMode.OFF)
class LawsTest {

    // ---- law 1: unknown is not false

    @Property(tries = 700)
    void whatCannotBeUnknownNeverIs(@ForAll("cases") Case given) {
        assertThat(given.decision().fired())
                .allMatch(fired ->
                        fired.truth() != Truth.UNKNOWN || fired.rule().when().mayBeUnknown());
    }

    @Property(tries = 1500)
    void neverMilderThanAnyCompletionOfWhatIsUnknown(@ForAll("cases") Case given, @ForAll Random random) {
        Verdict verdict = given.verdict();
        Completions completions = new Completions(Choice.at(random), given.policy());
        for (int i = 0; i < 10; i++) {
            Assessment completed = completions.complete(given.assessment());
            assertThat(verdict)
                    .as("against the completion %s", completed)
                    .isGreaterThanOrEqualTo(given.with(completed).verdict());
        }
    }

    @Property(tries = 700)
    void onUnknownReviewNeverSoftensToAllow(@ForAll("cases") Case given, @ForAll Random random) {
        Case soft = given.soft();
        Verdict verdict = soft.verdict();
        Completions completions = new Completions(Choice.at(random), given.policy());
        for (int i = 0; i < 10; i++) {
            Verdict completed =
                    soft.with(completions.complete(given.assessment())).verdict();
            assertThat(verdict == Verdict.ALLOW && completed != Verdict.ALLOW).isFalse();
        }
        assertThat(verdict).isLessThanOrEqualTo(given.verdict());
        assertThat(verdict == Verdict.ALLOW).isEqualTo(given.verdict() == Verdict.ALLOW);
    }

    // ---- law 2: only tighter

    @Property(tries = 700)
    void oneMoreFindingIsNeverMilder(@ForAll("cases") Case given, @ForAll("findings") Finding finding) {
        given.assessment().reports().stream()
                .filter(report -> report.scanner().id().equals(finding.scanner()))
                .findFirst()
                .ifPresent(report -> {
                    List<Finding> more = new ArrayList<>(report.findings());
                    more.add(finding);
                    assertNotMilder(
                            given, given.replace(report, new ScanReport(report.scanner(), more, report.coverage())));
                });
    }

    @Property(tries = 700)
    void higherSeverityIsNeverMilder(@ForAll("cases") Case given) {
        for (ScanReport report : given.assessment().reports()) {
            List<Finding> worse = report.findings().stream()
                    .map(finding -> new Finding(
                            finding.scanner(),
                            finding.rule(),
                            finding.message(),
                            Severity.CRITICAL,
                            finding.category(),
                            finding.confidence(),
                            finding.location(),
                            finding.fingerprint(),
                            finding.origin(),
                            finding.cwe(),
                            finding.cve(),
                            finding.component(),
                            finding.license(),
                            finding.fix()))
                    .toList();
            assertNotMilder(given, given.replace(report, new ScanReport(report.scanner(), worse, report.coverage())));
        }
    }

    @Property(tries = 700)
    void lessCoverageIsNeverMilder(@ForAll("cases") Case given, @ForAll Random random) {
        for (ScanReport report : given.assessment().reports()) {
            Gap gap = new SmallWorld(random).gap(report.scanner());
            ScanReport less = new ScanReport(
                    report.scanner(), report.findings(), report.coverage().with(List.of(gap)));
            assertNotMilder(given, given.replace(report, less));
        }
    }

    @Property(tries = 700)
    void knowingLessOfWhoWroteItIsNeverMilder(@ForAll("cases") Case given) {
        Provenance provenance = given.assessment().provenance();
        for (Attribution attribution : provenance.attributions()) {
            List<Attribution> wider = new ArrayList<>(provenance.attributions());
            wider.remove(attribution);
            wider.add(new Attribution(
                    attribution.path(),
                    attribution.lines(),
                    Contributor.UNKNOWN,
                    RatioRange.UNKNOWN,
                    null,
                    attribution.evidence()));
            assertNotMilder(
                    given, given.with(new Provenance(wider, provenance.generations(), provenance.developerOfRecord())));
        }
    }

    @Property(tries = 700)
    void knowingLessOfTheModelsIsNeverMilder(@ForAll("cases") Case given) {
        Provenance provenance = given.assessment().provenance();
        List<Generation> unrecorded = provenance.generations().stream()
                .map(generation -> new Generation(generation.id(), null, null, null, null, null, null, null))
                .toList();
        assertNotMilder(
                given,
                given.with(new Provenance(provenance.attributions(), unrecorded, provenance.developerOfRecord())));
    }

    @Property(tries = 700)
    void aGenerationThatRecordsLessIsNeverMilder(@ForAll("cases") Case given, @ForAll Random random) {
        Provenance provenance = given.assessment().provenance();
        List<Generation> less = provenance.generations().stream()
                .map(generation -> new Generation(
                        generation.id(),
                        lessOf(generation.model(), random),
                        orNothing(generation.tool(), random),
                        orNothing(generation.requester(), random),
                        orNothing(generation.prompt(), random),
                        orNothing(generation.confidence(), random),
                        null,
                        orNothing(generation.time(), random)))
                .toList();
        assertNotMilder(
                given, given.with(new Provenance(provenance.attributions(), less, provenance.developerOfRecord())));
    }

    private static @Nullable Model lessOf(@Nullable Model model, Random random) {
        return model == null || random.nextInt(3) == 0
                ? null
                : new Model(
                        model.id(),
                        orNothing(model.version(), random),
                        orNothing(model.provider(), random),
                        orNothing(model.region(), random));
    }

    private static <T> @Nullable T orNothing(@Nullable T value, Random random) {
        return random.nextBoolean() ? value : null;
    }

    @Property(tries = 700)
    void aDeveloperOfRecordWhoIsNotKnownIsNeverMilder(@ForAll("cases") Case given) {
        Provenance provenance = given.assessment().provenance();
        assertNotMilder(given, given.with(new Provenance(provenance.attributions(), provenance.generations(), null)));
    }

    @Property(tries = 700)
    void aTimeThatIsNotKnownIsNeverMilder(@ForAll("cases") Case given) {
        Assessment at = given.assessment();
        assertNotMilder(
                given,
                given.with(SmallWorld.assessment(
                        at.change(), at.provenance(), at.silence(), at.reports(), at.facts(), null)));
    }

    @Property(tries = 700)
    void lessConfidenceOfAModelIsNeverMilder(@ForAll("cases") Case given) {
        Provenance provenance = given.assessment().provenance();
        List<Generation> unsure = provenance.generations().stream()
                .map(generation -> generation.confidence() == null
                        ? generation
                        : new Generation(
                                generation.id(),
                                generation.model(),
                                generation.tool(),
                                generation.requester(),
                                generation.prompt(),
                                Ratio.ofPercent(10),
                                null,
                                generation.time()))
                .toList();
        assertNotMilder(
                given, given.with(new Provenance(provenance.attributions(), unsure, provenance.developerOfRecord())));
    }

    @Property(tries = 700)
    void aFactThatIsNotGivenIsNeverMilder(@ForAll("cases") Case given) {
        for (Fact fact : given.assessment().facts()) {
            List<Fact> fewer = new ArrayList<>(given.assessment().facts());
            fewer.remove(fact);
            Assessment all = given.assessment();
            assertNotMilder(
                    given,
                    given.with(SmallWorld.assessment(
                            all.change(), all.provenance(), all.silence(), all.reports(), fewer, all.time())));
        }
    }

    @Property(tries = 1000)
    void oneMoreRuleIsNeverMilder(@ForAll("cases") Case given, @ForAll("cases") Case other) {
        List<Rule> more = new ArrayList<>(given.policy().rules());
        for (Rule rule : other.policy().rules()) {
            more.add(new Rule(
                    "more-" + rule.id(),
                    rule.when(),
                    rule.then(),
                    rule.enforcement(),
                    rule.onUnknown(),
                    rule.hard(),
                    rule.obligations(),
                    rule.controls(),
                    rule.because(),
                    rule.position()));
        }
        Case stricter = new Case(given.assessment(), given.policy(more));
        assertNotMilder(given, stricter);
        assertThat(stricter.decision().obligations())
                .containsAll(given.decision().obligations());
        assertThat(stricter.decision().requirements())
                .containsAll(given.decision().requirements());
    }

    @Property(tries = 700)
    void oneMoreTopicIsNeverMilder(@ForAll("cases") Case given, @ForAll Random random) {
        SmallWorld world = new SmallWorld(random);
        Finding topic = world.finding(new ScannerDescriptor("four", "1", List.of(SmallWorld.DATA)));
        given.assessment().reports().stream()
                .filter(report -> report.scanner().categories().contains(SmallWorld.DATA))
                .forEach(report -> {
                    List<Finding> more = new ArrayList<>(report.findings());
                    more.add(topic);
                    assertNotMilder(
                            given, given.replace(report, new ScanReport(report.scanner(), more, report.coverage())));
                });
    }

    @Property(tries = 700)
    void theObligationsAreThoseOfEveryRuleThatIsNotFalse(@ForAll("cases") Case given) {
        Situation situation =
                new Situation(given.assessment(), given.policy(), given.policy().silence());
        Set<Obligation> expected = new HashSet<>();
        for (Rule rule : given.policy().rules()) {
            if (Evaluator.truth(rule.when(), situation) != Truth.FALSE) {
                expected.addAll(rule.obligations());
            }
        }
        assertThat(given.decision().obligations()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 700)
    void anObligationChangesNoVerdict(@ForAll("cases") Case given) {
        List<Rule> without = given.policy().rules().stream()
                .filter(rule -> !(rule.then() instanceof Effect.Oblige))
                .map(Rule::obliging)
                .toList();
        assertThat(given.with(given.policy(without)).verdict()).isEqualTo(given.verdict());
    }

    // ---- the same in any order

    @Property(tries = 1000)
    void theOrderInWhichThingsArriveDoesNotMatter(@ForAll("cases") Case given, @ForAll Random random) {
        Assessment assessment = given.assessment();
        List<ScanReport> reports = new ArrayList<>();
        for (ScanReport report : assessment.reports()) {
            List<Finding> findings = new ArrayList<>(report.findings());
            Collections.shuffle(findings, random);
            reports.add(new ScanReport(report.scanner(), findings, report.coverage()));
        }
        Collections.shuffle(reports, random);
        List<ChangedFile> files = new ArrayList<>(assessment.change().files());
        Collections.shuffle(files, random);
        List<Attribution> attributions = new ArrayList<>(assessment.provenance().attributions());
        Collections.shuffle(attributions, random);
        List<Generation> generations = new ArrayList<>(assessment.provenance().generations());
        Collections.shuffle(generations, random);
        List<Fact> facts = new ArrayList<>(assessment.facts());
        Collections.shuffle(facts, random);
        Assessment shuffled = SmallWorld.assessment(
                new Change(
                        assessment.change().repository(),
                        assessment.change().base(),
                        assessment.change().head(),
                        assessment.change().target(),
                        List.of(),
                        null,
                        files,
                        assessment.change().unread()),
                new Provenance(
                        attributions, generations, assessment.provenance().developerOfRecord()),
                assessment.silence(),
                reports,
                facts,
                assessment.time());
        assertThat(given.with(shuffled).decision()).isEqualTo(given.decision());
    }

    // ---- every decision explains itself

    @Property(tries = 700)
    void aRuleThatFiredNamesTheFacts(@ForAll("cases") Case given) {
        Decision decision = given.decision();
        decision.fired().forEach(fired -> {
            assertThat(fired.reasons()).isNotEmpty();
            assertThat(fired.reasons()).allMatch(reason -> !reason.fact().isBlank());
        });
        if (decision.verdict() == Verdict.ALLOW) {
            assertThat(decision.unblock().ways()).isEmpty();
        }
        if (decision.verdict() == Verdict.REVIEW) {
            assertThat(decision.unblock().ways()).isNotEmpty();
        }
    }

    private static void assertNotMilder(Case given, Case stricter) {
        assertThat(stricter.verdict()).isGreaterThanOrEqualTo(given.verdict());
    }

    /** An assessment and the policy to judge it by. */
    record Case(Assessment assessment, Policy policy) {
        Decision decision() {
            return new Decider(policy, new PolicyOrigin.Starter()).decide(assessment);
        }

        Verdict verdict() {
            return new Decider(policy, new PolicyOrigin.Starter()).verdict(assessment);
        }

        Case with(Assessment other) {
            return new Case(other, policy);
        }

        Case with(Policy other) {
            return new Case(assessment, other);
        }

        Case with(Provenance provenance) {
            return with(SmallWorld.assessment(
                    assessment.change(),
                    provenance,
                    assessment.silence(),
                    assessment.reports(),
                    assessment.facts(),
                    assessment.time()));
        }

        Case replace(ScanReport old, ScanReport replacement) {
            List<ScanReport> reports = new ArrayList<>(assessment.reports());
            reports.remove(old);
            reports.add(replacement);
            return with(SmallWorld.assessment(
                    assessment.change(),
                    assessment.provenance(),
                    assessment.silence(),
                    reports,
                    assessment.facts(),
                    assessment.time()));
        }

        Policy policy(List<Rule> rules) {
            return policy.with(rules);
        }

        Case soft() {
            return new Case(
                    assessment,
                    policy(policy.rules().stream()
                            .map(rule -> rule.with(OnUnknown.REVIEW))
                            .toList()));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(random -> {
            SmallWorld world = new SmallWorld(random);
            Silence silence = world.pick(List.of(Silence.values()));
            return new Case(world.assessment(silence), world.policy(silence));
        });
    }

    @Provide
    Arbitrary<Finding> findings() {
        return Arbitraries.randomValue(random -> {
            SmallWorld world = new SmallWorld(random);
            return world.finding(world.pick(SmallWorld.SCANNERS));
        });
    }
}
