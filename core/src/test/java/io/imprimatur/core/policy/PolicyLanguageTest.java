package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.FileKind;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.ChangeCondition.Measure;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.Frozen;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.NotRecorded;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.GenerationPattern;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.TimeWindow;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each key of the language means, as its document says. */
class PolicyLanguageTest {

    @Test
    void filesByPathKindAndStatus() {
        assertThat(when("files: { paths: 'a/**', outside: ['b/**', 'c'], kind: [test, dependency-manifest],"
                        + " status: [added, mode-changed] }"))
                .isEqualTo(new Files(new FileFilter(
                        globs("a/**"),
                        globs("b/**", "c"),
                        List.of(FileKind.TEST, FileKind.DEPENDENCY_MANIFEST),
                        List.of(ChangeStatus.ADDED, ChangeStatus.MODE_CHANGED))));
        assertThat(when("paths: 'a/**'")).isEqualTo(new Files(FileFilter.in(globs("a/**"))));
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void everyKindOfFile(FileKind kind) {
        assertThat(when("files: { kind: " + kind.id() + " }"))
                .isEqualTo(new Files(new FileFilter(List.of(), List.of(), List.of(kind), List.of())));
    }

    @ParameterizedTest
    @EnumSource(ChangeStatus.class)
    void everyStatusOfAFile(ChangeStatus status) {
        String id = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(when("files: { status: " + id + " }"))
                .isEqualTo(new Files(new FileFilter(List.of(), List.of(), List.of(), List.of(status))));
    }

    @Test
    void filesAlsoNarrowTheSizeAndTheShare() {
        FileFilter outside = new FileFilter(List.of(), globs("*.lock"), List.of(), List.of());
        assertThat(when("change: { added-lines: '>= 400', outside: '*.lock' }"))
                .isEqualTo(new Size(outside, Measure.ADDED_LINES, Comparison.AT_LEAST, 400));
        FileFilter tests = new FileFilter(List.of(), List.of(), List.of(FileKind.TEST), List.of());
        assertThat(when("ai: { share: '> 20%', kind: test }"))
                .isEqualTo(new AiShare(tests, Comparison.ABOVE, Ratio.ofPercent(20)));
    }

    @Test
    void generationsByOnePartOrSeveralTogether() {
        assertThat(when("ai: { model: { in: ['m/*'] } }"))
                .isEqualTo(new Generated(Match.IN, List.of(GenerationPattern.ofModel(new Glob("m/*")))));
        assertThat(when("ai: { provider: { not-in: [p] } }"))
                .isEqualTo(new Generated(Match.NOT_IN, List.of(GenerationPattern.ofProvider(new Glob("p")))));
        assertThat(when("ai: { region: { not-in: ['eu-*', 'ch-*'] } }"))
                .isEqualTo(new Generated(
                        Match.NOT_IN,
                        List.of(
                                GenerationPattern.ofRegion(new Glob("eu-*")),
                                GenerationPattern.ofRegion(new Glob("ch-*")))));
        assertThat(when("ai: { tool: { in: t } }"))
                .isEqualTo(new Generated(Match.IN, List.of(GenerationPattern.ofTool(new Glob("t")))));
        assertThat(when("ai: { by: { not-in: [{ model: m, version: '1', provider: p, region: r, tool: t }] } }"))
                .isEqualTo(new Generated(
                        Match.NOT_IN,
                        List.of(new GenerationPattern(
                                new Glob("m"), new Glob("1"), new Glob("p"), new Glob("r"), new Glob("t")))));
    }

    @Test
    void severalKeysOfAiHoldTogether() {
        assertThat(when("ai: { model: { in: m }, confidence: '< 70%' }"))
                .isInstanceOfSatisfying(
                        All.class,
                        all -> assertThat(all.conditions())
                                .containsExactlyInAnyOrder(
                                        Generated.byModel(Match.IN, globs("m")),
                                        new AiConfidenceBelow(Ratio.ofPercent(70))));
    }

    @Test
    void labelsAndTeamsAreFacts() {
        assertThat(when("label: [hotfix]"))
                .isEqualTo(new EmbedderFact("change.labels", new FactTest.Matches(globs("hotfix"))));
        assertThat(when("team: 'plat*'"))
                .isEqualTo(new EmbedderFact("author.teams", new FactTest.Matches(globs("plat*"))));
    }

    @Test
    void topics() {
        assertThat(when("topic: payments")).isEqualTo(new TopicTouched(List.of("payments"), List.of(), null));
        assertThat(when("topic: [payments, cryptography]"))
                .isEqualTo(new TopicTouched(List.of("payments", "cryptography"), List.of(), null));
        assertThat(when("topic: { is: payments, paths: ['src/**'], ai: '>= 20%' }"))
                .isEqualTo(new TopicTouched(List.of("payments"), globs("src/**"), Ratio.ofPercent(20)));
        assertThat(policy("topics: { payments: ['a/**', 'b/**'] }", "paths: a").topics())
                .isEqualTo(Map.of("payments", globs("a/**", "b/**")));
    }

    @Test
    void freezes() {
        Policy policy = policy("""
                freezes:
                  winter: { from: 2026-12-19T00:00:00Z, until: 2027-01-04T00:00:00Z }
                  weekends:
                    - { days: [sat, sun], zone: Europe/Zurich }
                    - { days: [fri], from: "16:00", until: "18:30", zone: Europe/Zurich }
                """, "freeze: [winter, weekends]");
        ZoneId zurich = ZoneId.of("Europe/Zurich");
        assertThat(policy.freezes())
                .containsExactly(
                        new Freeze(
                                "weekends",
                                List.of(
                                        new TimeWindow.Weekly(
                                                List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                                                LocalTime.MIDNIGHT,
                                                null,
                                                zurich),
                                        new TimeWindow.Weekly(
                                                List.of(DayOfWeek.FRIDAY),
                                                LocalTime.of(16, 0),
                                                LocalTime.of(18, 30),
                                                zurich))),
                        new Freeze(
                                "winter",
                                List.of(new TimeWindow.Span(
                                        Instant.parse("2026-12-19T00:00:00Z"),
                                        Instant.parse("2027-01-04T00:00:00Z")))));
        assertThat(policy.rules().get(0).when()).isEqualTo(new Frozen(List.of("winter", "weekends")));
    }

    @ParameterizedTest
    @EnumSource(Recording.class)
    void everythingThatCanBeUnrecorded(Recording record) {
        assertThat(when("not-recorded: " + record.id())).isEqualTo(new NotRecorded(List.of(record)));
    }

    @Test
    void findingsByEverythingThatTheySay() {
        assertThat(when("finding: { category: [license, topic/payments], severity: '>= high', confidence: '>= 80%',"
                        + " rule: 'r/*', scanner: s, paths: 'a/**', introduced: true, cwe: CWE-798, cve: 'CVE-2026-*',"
                        + " package: 'pkg:npm/*', license: { not-in: [MIT] }, fix: false, count: '>= 20' }"))
                .isEqualTo(new FindingExists(
                        FindingFilter.builder()
                                .categories(Category.LICENSE, Category.ofTopic("payments"))
                                .severity(Severity.HIGH)
                                .confidence(Ratio.ofPercent(80))
                                .rules(new Glob("r/*"))
                                .scanners("s")
                                .paths(new Glob("a/**"))
                                .introducedOnly(true)
                                .cwe("CWE-798")
                                .cve(new Glob("CVE-2026-*"))
                                .packages(new Glob("pkg:npm/*"))
                                .license(new LicenseTest(Match.NOT_IN, globs("MIT")))
                                .fixable(false)
                                .build(),
                        20));
        assertThat(when("finding: { fix: true, license: { in: 'GPL-*' } }"))
                .isEqualTo(FindingExists.of(FindingFilter.builder()
                        .license(new LicenseTest(Match.IN, globs("GPL-*")))
                        .fixable(true)
                        .build()));
    }

    @Test
    void gapsInPaths() {
        assertThat(when("not-covered: { category: secret, paths: ['src/**'] }"))
                .isEqualTo(new NotCovered(List.of(), List.of(Category.SECRET), globs("src/**")));
    }

    @Test
    void reviewsWithExclusionsAndADeadline() {
        assertThat(rule("then: { review: { by: security, approvals: 2, excluding: [contractors], within: 36h } }")
                        .then())
                .isEqualTo(new Effect.Review(
                        new Requirement("security", 2, List.of("contractors"), Duration.ofHours(36))));
    }

    @Test
    void obligations() {
        Rule rule = rule("then: oblige, oblige: [{ label: ai }, { notify: '@sec' }, rollback-plan,"
                + " { follow-up: look again, within: 14d }]");
        assertThat(rule.then()).isEqualTo(new Effect.Oblige());
        assertThat(rule.obligations())
                .containsExactlyInAnyOrder(
                        new Obligation.Label("ai"),
                        new Obligation.Notify("@sec"),
                        new Obligation.RollbackPlan(),
                        new Obligation.FollowUp("look again", Duration.ofDays(14)));
        assertThat(rule("then: block, oblige: rollback-plan").obligations())
                .containsExactly(new Obligation.RollbackPlan());
    }

    @Test
    void hardRulesAndControls() {
        Rule rule = rule("then: block, hard: true, controls: ['EU AI Act 14(4)', SOC2]");
        assertThat(rule.hard()).isTrue();
        assertThat(rule.controls()).containsExactly("EU AI Act 14(4)", "SOC2");
        assertThat(rule("then: block").hard()).isFalse();
    }

    @Test
    void aSignatureIsForThisPolicyAndNoOther() {
        String yaml = "policy: p\nrules: [{ id: r, when: { paths: a }, then: block }]\n";
        String digest = PolicyWriter.digest(read(yaml)).toString();
        String signed = yaml + "signed-off: [{ by: A. Counsel, role: legal, digest: '" + digest + "' }]\n";
        assertThat(read(signed).signOffs()).singleElement().satisfies(sign -> {
            assertThat(sign.by()).isEqualTo("A. Counsel");
            assertThat(sign.role()).isEqualTo("legal");
        });
        assertThat(Refusal.of(signed.replace("then: block", "then: review"), "test.yaml")
                        .lines())
                .anyMatch(line -> line.contains("signed-off"));
    }

    private static Condition when(String condition) {
        return policy("", condition).rules().get(0).when();
    }

    private static Policy policy(String section, String condition) {
        return read("policy: p\n" + section + "\nrules: [{ id: r, when: { " + condition + " }, then: block }]\n");
    }

    private static Rule rule(String effects) {
        return read("policy: p\nroles: { security: { members: ['@s', '@t'] }, contractors: { members: ['@c'] } }\n"
                        + "rules: [{ id: r, when: { paths: a }, " + effects + " }]\n")
                .rules()
                .get(0);
    }

    private static Policy read(String yaml) {
        return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "test.yaml");
    }

    private static List<Glob> globs(String... patterns) {
        return Stream.of(patterns).map(Glob::new).toList();
    }
}
