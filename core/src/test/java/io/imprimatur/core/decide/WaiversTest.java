package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.core.policy.PolicyReader;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Verdict;
import io.imprimatur.decision.WaiverRefusal;
import io.imprimatur.decision.WaiverUse;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.ReviewedWaiver;
import io.imprimatur.policy.Waiver;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waivers lift, by example. */
class WaiversTest {
    private static final Instant TIME = Instant.parse("2026-12-01T00:00:00Z");
    private static final RepoPath VENDOR = new RepoPath("vendor/a");
    private static final RepoPath SOURCE = new RepoPath("src/b");
    private static final Finding SECRET = finding("one", Category.SECRET, VENDOR);
    private static final Finding WEAKNESS = finding("two", Category.VULNERABILITY, SOURCE);

    private static final String POLICY = """
            policy: p
            roles: { waivers: { members: [ada] } }
            waivers: { by: waivers, longest: 90d }
            rules:
              - { id: no-secrets, when: { finding: { category: secret, scanner: one } }, then: block }
              - { id: no-weakness, when: { finding: { category: vulnerability, scanner: two } }, then: block }
              - { id: touched, when: { paths: ["vendor/**", "src/**"] }, then: review }
              - { id: large, when: { change: { files: ">= 1" } }, then: review }
            """;

    @Test
    void aFindingThatIsWaivedDoesNotCount() {
        Decision decision = decide(POLICY, waiver("w", new Waiver.OfFinding(WEAKNESS.fingerprint(), null)));
        assertThat(ids(decision)).containsExactly("no-secrets", "touched", "large");
        WaiverUse use = decision.waivers().get(0);
        assertThat(use.findings()).containsExactly(WEAKNESS);
        assertThat(use.lifted()).extracting(rule -> rule.rule().id()).containsExactly("no-weakness");
    }

    @Test
    void aSecretIsWaivedForItsFileAsItIsAndForNoOther() {
        assertThat(refusal(waiver("w", new Waiver.OfFinding(SECRET.fingerprint(), null))))
                .isEqualTo(WaiverRefusal.NOT_BOUND);
        assertThat(refusal(waiver("w", new Waiver.OfFinding(SECRET.fingerprint(), SmallWorld.digest("swapped")))))
                .isEqualTo(WaiverRefusal.OTHER_CONTENT);
        Decision decision = decide(POLICY, waiver("w", new Waiver.OfFinding(SECRET.fingerprint(), content(VENDOR))));
        assertThat(ids(decision)).containsExactly("no-weakness", "touched", "large");
    }

    @Test
    void aRuleIsLiftedWhereAllThatItFiresOnLiesInThePaths() {
        assertThat(refusal(waiver("w", rule("touched", "vendor/**")))).isEqualTo(WaiverRefusal.ELSEWHERE);
        Decision decision = decide(POLICY, waiver("w", rule("touched", "vendor/**", "src/**")));
        assertThat(ids(decision)).containsExactly("no-secrets", "no-weakness", "large");
    }

    @Test
    void aRuleThatFiresOnTheChangeAsAWholeIsNotLifted() {
        assertThat(refusal(waiver("w", rule("large", "**")))).isEqualTo(WaiverRefusal.ELSEWHERE);
    }

    @Test
    void aRuleThatMayHaveFiredElsewhereIsNotLifted() {
        String anyScanner = POLICY.replace("category: vulnerability, scanner: two", "category: [vulnerability, pii]");
        Decision decision = decide(anyScanner, waiver("w", rule("no-weakness", "**")));
        assertThat(decision.waivers()).extracting(WaiverUse::refusal).containsExactly(WaiverRefusal.ELSEWHERE);
    }

    @Test
    void whatIsNotKnownOfAFileInThePathsIsLiftedAsWhatIsKnownIs() {
        String unsure = POLICY.replace("scanner: two } }", "scanner: two, confidence: \">= 50%\" } }");
        // The finding has no confidence. To know it may not make a decision milder.
        assertThat(ids(decide(unsure, waiver("w", rule("no-weakness", "src/**")))))
                .containsExactly("no-secrets", "touched", "large");
        assertThat(ids(decide(unsure, waiver("w", rule("no-weakness", "vendor/**")))))
                .containsExactly("no-secrets", "no-weakness", "touched", "large");
    }

    @Test
    void aRuleThatMayFireOnWhatCouldNotBeReadIsNotLifted() {
        UnreadPath unread = new UnreadPath(new RepoPath("src/x"), "it cannot be read");
        Assessment assessment = SmallWorld.assessment(
                Given.change(List.of(unread), Given.file("vendor/a")),
                Provenance.UNKNOWN,
                Silence.UNKNOWN,
                List.of(),
                List.of(),
                TIME);
        String touched = POLICY.substring(0, POLICY.indexOf("rules:"))
                + "rules: [{ id: touched, when: { paths: [\"vendor/**\", \"src/**\"] }, then: block }]\n";
        assertThat(ids(decide(touched, assessment, waiver("w", rule("touched", "vendor/**")))))
                .contains("touched");
    }

    @Test
    void whatStoodElsewhereBeforeItMovedIsNotLiftedWhicheverPathIsTold() {
        Change moved = Given.change(Given.moved("vendor/x", "src/x"));
        Gap gap = Gap.at(new RepoPath("vendor/x"), Gap.Cause.FAILED, "did not look");
        Assessment assessment = SmallWorld.assessment(
                moved,
                Provenance.UNKNOWN,
                Silence.UNKNOWN,
                List.of(Given.report("one", Category.SECRET, List.of(), gap)),
                List.of(),
                TIME);
        String covered = POLICY.substring(0, POLICY.indexOf("rules:"))
                + "rules: [{ id: covered, when: { not-covered: { category: secret } }, then: block }]\n";
        for (String paths : List.of("vendor/**", "src/**")) {
            assertThat(ids(decide(covered, assessment, waiver("w", rule("covered", paths)))))
                    .containsExactly("covered");
        }
        assertThat(ids(decide(covered, assessment, waiver("w", rule("covered", "vendor/**", "src/**")))))
                .isEmpty();
    }

    @Test
    void aWayThatMakesAWaivedRuleFireOnMoreIsNone() {
        String policy = POLICY.substring(0, POLICY.indexOf("rules:")) + """
                rules:
                  - { id: vendor, when: { any: [{ paths: "vendor/**" }, { not: { target: "release/*" } }] }, then: block }
                  - { id: release, when: { target: "release/*" }, then: block }
                """;
        Assessment assessment = SmallWorld.assessment(
                Given.change(Given.file("vendor/x")).withTarget("release/1"),
                Provenance.UNKNOWN,
                Silence.UNKNOWN,
                List.of(),
                List.of(),
                TIME);
        Decision decision = decide(policy, assessment, waiver("w", rule("vendor", "vendor/**")));
        assertThat(ids(decision)).containsExactly("release");
        // Meant for another branch, the change would be stopped by the other rule, whose waiver is for the paths alone.
        assertThat(decision.unblock().ways()).isEmpty();
        assertThat(decision.unblock().complete()).isTrue();
    }

    @Test
    void aHardRuleIsLiftedNeitherByItsIdNorByItsFinding() {
        String hard = POLICY.replace("scanner: two } }, then: block", "scanner: two } }, then: block, hard: true");
        Decision decision = decide(
                hard,
                waiver("rule", rule("no-weakness", "**")),
                waiver("finding", new Waiver.OfFinding(WEAKNESS.fingerprint(), content(SOURCE))));
        assertThat(ids(decision)).contains("no-weakness");
        assertThat(decision.waivers())
                .extracting(WaiverUse::refusal)
                .containsExactly(WaiverRefusal.HARD, WaiverRefusal.HARD);
    }

    @Test
    void whoMayNotApproveLiftsNothing() {
        Waiver byEve = new Waiver(
                "w",
                new Waiver.OfFinding(WEAKNESS.fingerprint(), null),
                "why",
                "eve",
                TIME,
                TIME.plusSeconds(60),
                null,
                Position.NONE);
        assertThat(refusal(new ReviewedWaiver(byEve, List.of("eve", "ada")))).isEqualTo(WaiverRefusal.WRONG_APPROVER);
        Waiver byAda = waiver("w", byEve.scope()).waiver();
        assertThat(refusal(new ReviewedWaiver(byAda, List.of("eve")))).isEqualTo(WaiverRefusal.NOT_PROVED);
    }

    @Test
    void whatDoesNotConcernTheChangeIsNotTold() {
        Decision decision = decide(
                POLICY,
                waiver(
                        "finding",
                        new Waiver.OfFinding(
                                finding("x", Category.STYLE, SOURCE).fingerprint(), null)),
                waiver("rule", rule("another", "**")));
        assertThat(decision.waivers()).isEmpty();
        assertThat(decision).isEqualTo(decide(POLICY));
    }

    @Test
    void anApprovalIsForTheWaiversInForceToo() {
        Waiver.Scope scope = new Waiver.OfFinding(WEAKNESS.fingerprint(), null);
        Decision one = decide(POLICY, waiver("w", scope));
        assertThat(one.subject()).isNotEqualTo(decide(POLICY).subject());
        Waiver longer = new Waiver("w", scope, "why", "ada", TIME, TIME.plusSeconds(61), null, Position.NONE);
        assertThat(decide(POLICY, new ReviewedWaiver(longer, List.of("ada"))).subject())
                .isNotEqualTo(one.subject());
    }

    @Test
    void anIdStandsOnce() {
        ReviewedWaiver waiver = waiver("w", rule("large", "**"));
        assertThatThrownBy(() -> decide(POLICY, waiver, waiver))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("waivers: must have each id once, but was: w");
    }

    @Test
    void whenEveryRuleIsLiftedTheChangeIsAllowed() {
        Decision decision = decide(
                POLICY.replace("  - { id: large, when: { change: { files: \">= 1\" } }, then: review }\n", ""),
                waiver("a", new Waiver.OfFinding(SECRET.fingerprint(), content(VENDOR))),
                waiver("b", rule("no-weakness", "src/b")),
                waiver("c", rule("touched", "**")));
        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(decision.unblock().ways()).isEmpty();
    }

    private static Waiver.OfRule rule(String id, String... paths) {
        return new Waiver.OfRule(id, Arrays.stream(paths).map(Glob::new).toList());
    }

    private static ReviewedWaiver waiver(String id, Waiver.Scope scope) {
        return new ReviewedWaiver(
                new Waiver(id, scope, "why", "ada", TIME, TIME.plusSeconds(60), null, Position.NONE), List.of("ada"));
    }

    private static WaiverRefusal refusal(ReviewedWaiver waiver) {
        Decision decision = decide(POLICY, waiver);
        assertThat(ids(decision)).isEqualTo(ids(decide(POLICY)));
        return decision.waivers().get(0).refusal();
    }

    private static List<String> ids(Decision decision) {
        return decision.fired().stream().map(rule -> rule.rule().id()).toList();
    }

    private static Decision decide(String yaml, Assessment assessment, ReviewedWaiver... waivers) {
        Policy policy = PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "p.yaml");
        return new Decider(policy, new PolicyOrigin.Starter(), List.of(waivers)).decide(assessment);
    }

    private static Decision decide(String yaml, ReviewedWaiver... waivers) {
        Assessment assessment = SmallWorld.assessment(
                new Change(
                        "r",
                        new Revision.Empty(),
                        new Revision.WorkingTree(),
                        "main",
                        List.of(),
                        null,
                        List.of(file(VENDOR), file(SOURCE)),
                        List.of()),
                new Provenance(List.of(), List.of(), null),
                Silence.UNKNOWN,
                List.of(report("one", SECRET), report("two", WEAKNESS)),
                List.of(),
                TIME);
        return decide(yaml, assessment, waivers);
    }

    private static ScanReport report(String scanner, Finding finding) {
        return new ScanReport(
                new ScannerDescriptor(scanner, "1", List.of(finding.category())), List.of(finding), Coverage.COMPLETE);
    }

    private static ChangedFile file(RepoPath path) {
        FileVersion after = new FileVersion(path, FileMode.REGULAR, content(path), 1, false);
        return new ChangedFile(ChangeStatus.ADDED, null, after, LineRanges.of(new LineRange(1, 3)), 0, true);
    }

    private static Digest content(RepoPath path) {
        return SmallWorld.digest("content of " + path);
    }

    private static Finding finding(String scanner, Category category, RepoPath path) {
        return SmallWorld.finding(
                scanner, "r/x", Severity.HIGH, category, null, path, Origin.INTRODUCED, SmallWorld.Fault.NONE);
    }
}
