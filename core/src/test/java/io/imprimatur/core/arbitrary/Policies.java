package io.imprimatur.core.arbitrary;

import io.imprimatur.assessment.FactValue;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.FileKind;
import io.imprimatur.error.Position;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Severity;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.GenerationPattern;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.SignOff;
import io.imprimatur.policy.TimeWindow;
import io.imprimatur.policy.Waiver;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.ScannerSettings.Setting;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;

/** Policies and what they are made of, over the paths, scanners and facts that generated assessments have. */
public final class Policies {
    private static final int MAX_DEPTH = 3;

    private Policies() {}

    /** Any policy, of a few rules; where a rule names a role, the policy has it. */
    public static Arbitrary<Policy> any() {
        return Combinators.combine(
                        Texts.ids(),
                        Arbitraries.integers().between(1, 9),
                        Texts.any(4000).injectNull(0.5),
                        Arbitraries.of(Silence.values()),
                        Arbitraries.maps(Scans.scannerIds(), settings()).ofMaxSize(2),
                        rolesTopicsAndFreezes(),
                        rules().filter(rule -> !Policy.isReserved(rule.id()))
                                .list()
                                .uniqueElements(Rule::id)
                                .ofMaxSize(5))
                .as((name, version, description, silence, scanners, declared, rules) -> new Policy(
                        name,
                        version,
                        description,
                        silence,
                        scanners,
                        declared.get1(),
                        declared.get2(),
                        declared.get3(),
                        rules,
                        List.of()))
                .withoutEdgeCases();
    }

    private static Arbitrary<Tuple3<List<Role>, Map<String, List<Glob>>, List<Freeze>>> rolesTopicsAndFreezes() {
        return Combinators.combine(roles(), topics(), freezes()).as(Tuple::of);
    }

    /** Some topics, each with patterns. */
    public static Arbitrary<Map<String, List<Glob>>> topics() {
        return Arbitraries.maps(Arbitraries.of("authentication", "payments"), globs(1))
                .ofMaxSize(2);
    }

    /** Every freeze that a generated condition may name. */
    public static Arbitrary<List<Freeze>> freezes() {
        Arbitrary<List<TimeWindow>> windows = windows().list().ofMinSize(1).ofMaxSize(2);
        return Combinators.combine(windows, windows)
                .as((one, other) -> List.of(new Freeze("weekends", one), new Freeze("year-end", other)));
    }

    private static Arbitrary<TimeWindow> windows() {
        Arbitrary<Instant> times =
                Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
        Arbitrary<TimeWindow> spans = Combinators.combine(
                        times, Arbitraries.integers().between(1, 10_000_000))
                .as((from, seconds) -> new TimeWindow.Span(from, from.plusSeconds(seconds)));
        Arbitrary<TimeWindow> weekly = Combinators.combine(
                        Arbitraries.of(DayOfWeek.class).list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(12, 23).injectNull(0.4),
                        Arbitraries.of("UTC", "Europe/Zurich", "+02:00"))
                .as((days, from, until, zone) -> new TimeWindow.Weekly(
                        days, LocalTime.of(from, 0), until == null ? null : LocalTime.of(until, 30), ZoneId.of(zone)));
        return Arbitraries.oneOf(spans, weekly);
    }

    /** Who may have agreed to a policy. */
    public static Arbitrary<List<SignOff>> signOffs() {
        return Combinators.combine(Texts.any(250), Texts.ids(), Changes.digests())
                .as(SignOff::new)
                .list()
                .ofMaxSize(2);
    }

    /** Every role that a generated requirement may name. */
    public static Arbitrary<List<Role>> roles() {
        return Combinators.combine(members(), members())
                .as((security, legal) -> List.of(new Role("security", security), new Role("legal", legal)));
    }

    private static Arbitrary<List<String>> members() {
        return Arbitraries.oneOf(Arbitraries.of("@acme/appsec", "@acme/legal", "ada@example.org"), Texts.any(250))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<Map<String, Setting>> settings() {
        Arbitrary<Setting> setting = Arbitraries.oneOf(
                Texts.any(50).map(Setting::of),
                Texts.any(50).list().ofMaxSize(3).map(Setting::ofList));
        return Arbitraries.maps(Arbitraries.of("rules", "max-size", "offline"), setting)
                .ofMaxSize(3);
    }

    /** Any rule of a policy. */
    public static Arbitrary<Rule> rules() {
        return Combinators.combine(
                        Texts.ids(),
                        conditions(),
                        effects(),
                        Arbitraries.of(Enforcement.values()),
                        Arbitraries.of(OnUnknown.values()),
                        obligations().list().ofMaxSize(2),
                        Texts.any(1000).injectNull(0.5),
                        positions())
                .as((id, when, then, enforcement, onUnknown, obligations, because, position) -> new Rule(
                        id,
                        when,
                        then instanceof Effect.Oblige && obligations.isEmpty() ? new Effect.Block() : then,
                        enforcement,
                        onUnknown,
                        id.length() % 2 == 0,
                        obligations,
                        id.length() % 3 == 0 ? List.of("EU AI Act 12", "NIST SSDF PW.7") : List.of(),
                        because,
                        position))
                .withoutEdgeCases();
    }

    /** Any obligation. */
    public static Arbitrary<Obligation> obligations() {
        return Arbitraries.oneOf(
                Texts.any(250).map(Obligation.Label::new),
                Texts.any(250).map(Obligation.Notify::new),
                Arbitraries.just(new Obligation.RollbackPlan()),
                Combinators.combine(Texts.any(1000), durations()).as(Obligation.FollowUp::new));
    }

    /** Whole minutes. */
    public static Arbitrary<Duration> durations() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 100_000).map(Duration::ofMinutes),
                Arbitraries.integers().between(1, 400).map(Duration::ofDays));
    }

    /** Somewhere in a file, or nowhere. */
    public static Arbitrary<Position> positions() {
        return Arbitraries.of(Position.NONE, new Position(3, 5), new Position(12, 0));
    }

    /** Block or review. */
    public static Arbitrary<Effect> effects() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Effect.Block()),
                Arbitraries.just(new Effect.Oblige()),
                requirements().map(Effect.Review::new));
    }

    /** Any requirement, of few roles. */
    public static Arbitrary<Requirement> requirements() {
        return Combinators.combine(
                        Arbitraries.of("security", "legal").injectNull(0.3),
                        Arbitraries.integers().between(1, Requirement.MAX_APPROVALS),
                        Arbitraries.of(true, false),
                        durations().injectNull(0.6))
                .as((role, approvals, excluding, within) -> new Requirement(
                        role, approvals, excluding && !"legal".equals(role) ? List.of("legal") : List.of(), within));
    }

    /** Any condition, at most a few levels deep. */
    public static Arbitrary<Condition> conditions() {
        return conditions(MAX_DEPTH);
    }

    private static Arbitrary<Condition> conditions(int depth) {
        Arbitrary<Condition> leaves = Arbitraries.oneOf(
                changeConditions(), evidenceConditions(), changeConditions().map(Condition.Not::new));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<List<Condition>> parts = Arbitraries.lazy(() -> conditions(depth - 1))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Arbitraries.frequencyOf(
                        Tuple.of(4, leaves),
                        Tuple.of(1, parts.map(Condition.All::new)),
                        Tuple.of(1, parts.map(Condition.Any::new)))
                .withoutEdgeCases();
    }

    /** Any condition on the change and its provenance. */
    public static Arbitrary<ChangeCondition> changeConditions() {
        return Arbitraries.oneOf(
                fileFilters().filter(filter -> !filter.isAny()).map(ChangeCondition.Files::new),
                Arbitraries.of("main", "release/*", "**")
                        .map(Glob::new)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(2)
                        .map(ChangeCondition.Target::new),
                Combinators.combine(
                                fileFilters(),
                                Arbitraries.of(ChangeCondition.Measure.values()),
                                Measures.comparisons(),
                                Arbitraries.longs().between(0, 100))
                        .as(ChangeCondition.Size::new),
                Combinators.combine(fileFilters(), Measures.comparisons(), Measures.ratios())
                        .as(ChangeCondition.AiShare::new),
                Combinators.combine(Arbitraries.of(Match.values()), generationPatterns())
                        .as(ChangeCondition.Generated::new),
                Combinators.combine(Texts.ids(), factTests()).as(ChangeCondition.EmbedderFact::new));
    }

    /** Any condition on what was found and what was not covered. */
    public static Arbitrary<EvidenceCondition> evidenceConditions() {
        return Arbitraries.oneOf(
                Combinators.combine(findingFilters(), Arbitraries.integers().between(1, 4))
                        .as(EvidenceCondition.FindingExists::new),
                Combinators.combine(
                                Arbitraries.of("authentication", "payments", "cryptography")
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(2),
                                globs(0),
                                Measures.ratios().injectNull(0.5))
                        .as(EvidenceCondition.TopicTouched::new),
                Arbitraries.of(EvidenceCondition.Recording.values())
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(EvidenceCondition.NotRecorded::new),
                Arbitraries.of("weekends", "year-end")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(2)
                        .map(EvidenceCondition.Frozen::new),
                Risks.bounds().map(EvidenceCondition.RiskAtLeast::new),
                Measures.ratios().map(EvidenceCondition.AiConfidenceBelow::new),
                Combinators.combine(
                                Scans.scannerIds().list().ofMaxSize(2),
                                Findings.categories().list().ofMaxSize(2),
                                globs(0))
                        .as(EvidenceCondition.NotCovered::new));
    }

    /** Any filter of files; often the one that lets every file through. */
    public static Arbitrary<FileFilter> fileFilters() {
        return Combinators.combine(
                        globs(0),
                        globs(0),
                        Arbitraries.of(FileKind.values()).list().ofMaxSize(2),
                        Arbitraries.of(ChangeStatus.values()).list().ofMaxSize(2))
                .as(FileFilter::new);
    }

    /** Some patterns of generations. */
    public static Arbitrary<List<GenerationPattern>> generationPatterns() {
        Arbitrary<Glob> models =
                Arbitraries.of("anthropic/claude-*", "openai/*", "**").map(Glob::new);
        Arbitrary<Glob> words =
                Arbitraries.of("eu-*", "2025-*", "azure", "claude-code").map(Glob::new);
        Arbitrary<GenerationPattern> whole = Combinators.combine(
                        models,
                        words.injectNull(0.5),
                        words.injectNull(0.5),
                        words.injectNull(0.5),
                        words.injectNull(0.5))
                .as(GenerationPattern::new);
        Arbitrary<GenerationPattern> parts = Arbitraries.oneOf(
                models.map(GenerationPattern::ofModel),
                words.map(GenerationPattern::ofProvider),
                words.map(GenerationPattern::ofRegion),
                words.map(GenerationPattern::ofTool));
        return Arbitraries.oneOf(parts, whole).list().ofMinSize(1).ofMaxSize(2);
    }

    /** Any filter of findings. */
    public static Arbitrary<FindingFilter> findingFilters() {
        Arbitrary<List<Glob>> patterns =
                Arbitraries.of("weak*", "*").map(Glob::new).list().ofMaxSize(1);
        Arbitrary<FindingFilter> first = Combinators.combine(
                        Findings.categories().list().ofMaxSize(2),
                        Arbitraries.of(Severity.values()).injectNull(0.4),
                        Measures.ratios().injectNull(0.7),
                        patterns,
                        Scans.scannerIds().list().ofMaxSize(1),
                        globs(0),
                        Arbitraries.of(true, false))
                .as((categories, severity, confidence, rules, scanners, paths, introduced) -> FindingFilter.builder()
                        .categories(categories.toArray(Category[]::new))
                        .severity(severity)
                        .confidence(confidence)
                        .rules(rules.toArray(Glob[]::new))
                        .scanners(scanners.toArray(String[]::new))
                        .paths(paths.toArray(Glob[]::new))
                        .introducedOnly(introduced)
                        .build());
        Arbitrary<LicenseTest> licenses = Combinators.combine(
                        Arbitraries.of(Match.values()),
                        Arbitraries.of("GPL-*", "MIT")
                                .map(Glob::new)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2))
                .as(LicenseTest::new);
        return Combinators.combine(
                        first,
                        Arbitraries.of("CWE-79", "CWE-798").list().ofMaxSize(2),
                        Arbitraries.of("CVE-2026-*").map(Glob::new).list().ofMaxSize(1),
                        Arbitraries.of("pkg:npm/*", "**").map(Glob::new).list().ofMaxSize(1),
                        licenses.injectNull(0.6),
                        Arbitraries.of(true, false).injectNull(0.5))
                .as((filter, cwe, cve, packages, license, fixable) -> new FindingFilter(
                        filter.categories(),
                        filter.severity(),
                        filter.confidence(),
                        filter.rules(),
                        filter.scanners(),
                        filter.paths(),
                        filter.introducedOnly(),
                        cwe,
                        cve,
                        packages,
                        license,
                        fixable));
    }

    /** Any test of a fact. */
    public static Arbitrary<FactTest> factTests() {
        return Arbitraries.oneOf(
                globs(1).map(FactTest.Matches::new),
                Combinators.combine(
                                Measures.comparisons(),
                                Arbitraries.longs().between(-FactValue.Whole.MAX, FactValue.Whole.MAX))
                        .as(FactTest.Compares::new),
                Arbitraries.of(true, false).map(FactTest.Is::new));
    }

    /** Some patterns for paths. */
    public static Arbitrary<List<Glob>> globs(int atLeast) {
        return Arbitraries.of("**/auth/**", "src/**", "*.md", "**/*.md", "**", "docs/?uide.md", "back\\\\slash")
                .map(Glob::new)
                .list()
                .ofMinSize(atLeast)
                .ofMaxSize(2);
    }

    /** Any waiver. */
    public static Arbitrary<Waiver> waivers() {
        Arbitrary<Waiver.Scope> findings = Combinators.combine(
                        Changes.digests(), Changes.digests().injectNull(0.5))
                .as((finding, content) -> new Waiver.OfFinding(new Fingerprint(finding), content));
        Arbitrary<Waiver.Scope> rules =
                Combinators.combine(Texts.ids(), globs(1)).as(Waiver.OfRule::new);
        return Combinators.combine(
                        Texts.ids(),
                        Arbitraries.oneOf(findings, rules),
                        Texts.any(1000),
                        Texts.any(250),
                        Arbitraries.longs().between(0, 4_000_000_000L),
                        Arbitraries.longs().between(1, 10_000_000L),
                        Texts.any(1000).injectNull(0.5),
                        positions())
                .as((id, scope, reason, approver, from, seconds, evidence, position) -> new Waiver(
                        id,
                        scope,
                        reason,
                        approver,
                        Instant.ofEpochSecond(from),
                        Instant.ofEpochSecond(from + seconds),
                        evidence,
                        position));
    }
}
