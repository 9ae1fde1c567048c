package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactValue;
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
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Evidence;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Findings with every property that one can have, filters that ask for every property, and gaps of every kind, from words
 * so few that they often meet.
 */
final class FindingWorld {
    private static final List<RepoPath> PATHS = Stream.of("a", "a/b", "a/b/c", "b/a.x", "src/é/b", "a/x\\\\y", "c")
            .map(RepoPath::new)
            .toList();
    private static final List<Category> CATEGORIES = List.of(
            Category.SECRET, Category.STYLE, Category.LICENSE, new Category("acme"), Category.ofTopic("payments"));
    private static final List<String> SCANNERS = List.of("one", "two", "three");
    private static final List<String> RULES = List.of("r/x", "r/y/z", "r", "q");
    private static final List<String> GLOBS = List.of(
            "**",
            "*",
            "a",
            "a/**",
            "**/a",
            "**/b/**",
            "*/b",
            "a/*/c",
            "?",
            "r/**",
            "r/?",
            "**/*.x",
            "src/?/b",
            "**/é/*",
            "a/x\\\\*",
            "**/**/c",
            "a/**/c",
            "*y*",
            "q");
    private static final List<String> CWE = List.of("CWE-1", "CWE-22", "CWE-798");
    private static final List<String> CVE = List.of("CVE-2025-0001", "CVE-2026-0001", "CVE-2026-0002");
    private static final List<String> PACKAGES = List.of("pkg:npm/left", "pkg:npm/right", "pkg:maven/a/b");
    private static final List<String> LICENSES =
            List.of("MIT", "GPL-3.0-only", "MIT OR GPL-3.0-only", "MIT AND gpl-3.0-only", "ask (somebody");
    private static final List<Ratio> RATIOS = List.of(Ratio.ZERO, Ratio.ofPercent(50), new Ratio(500_001), Ratio.ONE);

    private final Random random;

    FindingWorld(long seed) {
        random = new Random(seed);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private boolean chance(double chance) {
        return random.nextDouble() < chance;
    }

    private <T> @Nullable T orNothing(double chance, T value) {
        return chance(chance) ? null : value;
    }

    private <T> List<T> some(int most, Supplier<T> each) {
        return Stream.generate(each).limit(random.nextInt(most + 1)).toList();
    }

    /** Mostly none. */
    private <T> List<T> few(Supplier<T> each) {
        return chance(0.7) ? List.of() : some(2, each);
    }

    private <T> List<T> subset(List<T> values) {
        return values.stream().filter(value -> random.nextBoolean()).toList();
    }

    // ---- assessments

    Assessment assessment(Silence silence) {
        Change change = new Change(
                "r",
                new Revision.Empty(),
                new Revision.WorkingTree(),
                orNothing(0.3, pick(List.of("main", "a/b"))),
                List.of(),
                null,
                files(),
                List.of());
        RiskScore risk = new RiskScore(
                "test/1",
                new RatioRange(Ratio.ofPercent(30), Ratio.ofPercent(60)),
                RiskLevel.LOW,
                pick(List.of(RiskLevel.MEDIUM, RiskLevel.HIGH)),
                List.of());
        return new Assessment(
                change, provenance(), silence, reports(), risk, facts(), orNothing(0.5, Instant.ofEpochSecond(0)));
    }

    private List<ChangedFile> files() {
        List<ChangedFile> files = new ArrayList<>();
        List<RepoPath> left = new ArrayList<>(subset(PATHS));
        while (!left.isEmpty()) {
            RepoPath path = left.remove(0);
            LineRanges lines = LineRanges.of(new LineRange(1, 2));
            if (!left.isEmpty() && chance(0.3)) {
                files.add(
                        new ChangedFile(ChangeStatus.RENAMED, version(left.remove(0)), version(path), lines, 1, true));
            } else {
                files.add(new ChangedFile(ChangeStatus.MODIFIED, version(path), version(path), lines, 1, true));
            }
        }
        return files;
    }

    private static FileVersion version(RepoPath path) {
        return new FileVersion(path, FileMode.REGULAR, digest(path.text()), 1, false);
    }

    private Provenance provenance() {
        List<Generation> generations = subset(List.of("g1", "g2")).stream()
                .map(id -> new Generation(
                        id, orNothing(0.3, Model.of(pick(List.of("m/a", "m/b")))), null, null, null, null, null, null))
                .toList();
        Evidence evidence = new Evidence(Evidence.Kind.EMBEDDER, Evidence.Strength.CLAIMED, "test");
        List<Attribution> attributions = some(3, () -> {
            boolean ai = random.nextBoolean();
            return new Attribution(
                    pick(PATHS),
                    null,
                    ai ? Contributor.AI : Contributor.HUMAN,
                    RatioRange.exactly(ai ? Ratio.ONE : Ratio.ZERO),
                    ai && !generations.isEmpty() ? pick(generations).id() : null,
                    List.of(evidence));
        });
        return new Provenance(attributions, generations, null);
    }

    private List<Fact> facts() {
        return chance(0.5) ? List.of() : List.of(new Fact("team", new FactValue.Text(pick(RULES)), "test"));
    }

    private List<ScanReport> reports() {
        List<ScanReport> reports = new ArrayList<>();
        for (String id : subset(SCANNERS)) {
            List<Category> categories = subset(CATEGORIES);
            ScannerDescriptor scanner =
                    new ScannerDescriptor(id, "1", categories.isEmpty() ? List.of(pick(CATEGORIES)) : categories);
            List<Gap> gaps = chance(0.5) ? List.of() : some(2, () -> gap(scanner));
            reports.add(new ScanReport(scanner, some(6, () -> finding(scanner)), new Coverage(gaps)));
        }
        return reports;
    }

    private Gap gap(ScannerDescriptor scanner) {
        return new Gap(
                Gap.Cause.FAILED,
                orNothing(0.4, pick(PATHS)),
                orNothing(0.5, pick(scanner.categories())),
                "did not look");
    }

    private Finding finding(ScannerDescriptor scanner) {
        return new Finding(
                scanner.id(),
                pick(RULES),
                "found",
                pick(List.of(Severity.values())),
                pick(scanner.categories()),
                orNothing(0.3, pick(RATIOS)),
                orNothing(0.2, Location.of(pick(PATHS), LineRange.of(1 + random.nextInt(3)))),
                new Fingerprint(digest("" + random.nextInt(1000))),
                pick(List.of(Origin.values())),
                some(2, () -> pick(CWE)),
                some(2, () -> pick(CVE)),
                orNothing(0.4, pick(PACKAGES)),
                orNothing(0.4, pick(LICENSES)),
                orNothing(0.5, "fix it"));
    }

    // ---- policies

    /** A policy of so many rules at most. */
    Policy policy(Silence silence, int most) {
        List<Rule> rules = new ArrayList<>();
        int count = 1 + random.nextInt(most);
        for (int i = 1; i <= count; i++) {
            rules.add(Rule.of("rule-" + i, condition(3), new Effect.Block()));
        }
        return Policy.builder("findings").silence(silence).build().with(rules);
    }

    private Condition condition(int depth) {
        if (depth == 0 || chance(0.5)) {
            return leaf();
        }
        List<Condition> parts = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            parts.add(condition(depth - 1));
        }
        return chance(0.6) ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private Condition leaf() {
        if (chance(0.6)) {
            return new EvidenceCondition.FindingExists(filter(), chance(0.7) ? 1 : 1 + random.nextInt(4));
        }
        ChangeCondition change = changeCondition();
        return switch (random.nextInt(6)) {
            case 0 -> new Condition.Not(change);
            case 1 ->
                new EvidenceCondition.NotCovered(
                        few(() -> pick(SCANNERS)), few(() -> pick(CATEGORIES)), few(this::glob));
            case 2 -> new EvidenceCondition.RiskAtLeast(new RiskBound.OfLevel(pick(List.of(RiskLevel.values()))));
            case 3 -> new EvidenceCondition.AiConfidenceBelow(pick(RATIOS));
            default -> change;
        };
    }

    private ChangeCondition changeCondition() {
        return switch (random.nextInt(5)) {
            case 0 -> ChangeCondition.Files.in(List.of(glob()));
            case 1 -> new ChangeCondition.Target(List.of(glob()));
            case 2 ->
                new ChangeCondition.AiShare(
                        FileFilter.in(few(this::glob)), pick(List.of(Comparison.values())), pick(RATIOS));
            case 3 ->
                ChangeCondition.Generated.byModel(
                        pick(List.of(Match.values())), List.of(new Glob(pick(List.of("m/a", "m/*")))));
            default -> new ChangeCondition.EmbedderFact("team", new FactTest.Matches(List.of(glob())));
        };
    }

    private FindingFilter filter() {
        return new FindingFilter(
                chance(0.3) ? List.of() : some(2, () -> pick(CATEGORIES)),
                orNothing(0.5, pick(List.of(Severity.values()))),
                orNothing(0.7, pick(RATIOS)),
                few(this::glob),
                few(() -> pick(List.of("one", "two", "three", "absent"))),
                chance(0.5) ? List.of() : some(3, this::glob),
                chance(0.3),
                few(() -> pick(CWE)),
                few(() -> new Glob(pick(List.of("CVE-2026-*", "CVE-2025-000?", "*")))),
                few(() -> new Glob(pick(List.of("pkg:npm/*", "pkg:maven/**", "**")))),
                orNothing(
                        0.8,
                        new LicenseTest(
                                pick(List.of(Match.values())), List.of(new Glob(pick(List.of("GPL-*", "MIT", "*")))))),
                orNothing(0.8, random.nextBoolean()));
    }

    private Glob glob() {
        return new Glob(pick(GLOBS));
    }

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
