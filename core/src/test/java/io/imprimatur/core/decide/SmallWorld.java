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
import io.imprimatur.core.provenance.AiShare;
import io.imprimatur.core.risk.DefaultRiskModel;
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
import io.imprimatur.policy.ChangeCondition.Measure;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.TimeWindow;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Evidence;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskInput;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A world of three paths, three scanners, two models and two facts, small enough that what policies ask for often meets
 * what assessments hold, and that what is unknown can be completed in every way that matters.
 */
final class SmallWorld {
    static final List<RepoPath> PATHS = List.of(new RepoPath("auth/a"), new RepoPath("docs/b"), new RepoPath("src/c"));
    static final List<Category> CATEGORIES = List.of(Category.SECRET, Category.STYLE, Category.VULNERABILITY);
    static final List<ScannerDescriptor> SCANNERS = List.of(
            new ScannerDescriptor("one", "1", List.of(Category.SECRET)),
            new ScannerDescriptor("two", "1", List.of(Category.SECRET, Category.VULNERABILITY)),
            new ScannerDescriptor("three", "1", List.of(Category.STYLE)));
    static final List<String> RULES = List.of("r/x", "r/y");
    static final List<String> MODELS = List.of("m/good", "m/bad");
    static final List<String> BRANCHES = List.of("main", "release/1", "topic");
    static final String TEXT_FACT = "team";
    static final String NUMBER_FACT = "count";
    static final Evidence EVIDENCE = new Evidence(Evidence.Kind.EMBEDDER, Evidence.Strength.CLAIMED, "test");

    private final Random random;

    SmallWorld(Random random) {
        this.random = random;
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> @Nullable T orNothing(double chance, T value) {
        return random.nextDouble() < chance ? null : value;
    }

    private <T> List<T> some(int most, Supplier<T> each) {
        return Stream.generate(each).limit(random.nextInt(most + 1)).toList();
    }

    private <T> List<T> subset(List<T> values) {
        return values.stream().filter(value -> random.nextBoolean()).toList();
    }

    // ---- assessments

    Assessment assessment(Silence silence) {
        return assessment(change(), provenance(), silence, reports(), facts());
    }

    static Assessment assessment(
            Change change, Provenance provenance, Silence silence, List<ScanReport> reports, List<Fact> facts) {
        RatioRange share = AiShare.of(change, provenance, silence);
        RiskScore risk = new DefaultRiskModel(List.of(new Glob("auth/**")))
                .score(new RiskInput(change, provenance, share, reports));
        return new Assessment(change, provenance, silence, reports, risk, facts, null);
    }

    Change change() {
        return new Change(
                "r",
                new Revision.Empty(),
                new Revision.WorkingTree(),
                orNothing(0.3, pick(BRANCHES)),
                List.of(),
                null,
                subset(PATHS).stream().map(this::file).toList(),
                List.of());
    }

    private ChangedFile file(RepoPath path) {
        FileVersion before = new FileVersion(path, FileMode.REGULAR, digest("old" + path), 1, false);
        FileVersion after = new FileVersion(path, FileMode.REGULAR, digest("new" + path), 1, false);
        if (random.nextInt(7) == 0) {
            return new ChangedFile(ChangeStatus.MODIFIED, before, after, LineRanges.NONE, 0, false);
        }
        int added = random.nextInt(5);
        LineRanges lines = added == 0 ? LineRanges.NONE : LineRanges.of(new LineRange(1, added));
        return new ChangedFile(ChangeStatus.MODIFIED, before, after, lines, random.nextInt(4), true);
    }

    Provenance provenance() {
        List<Generation> generations =
                subset(List.of("g1", "g2")).stream().map(this::generation).toList();
        return new Provenance(some(3, () -> attribution(generations)), generations, null);
    }

    private Generation generation(String id) {
        Model model = orNothing(0.3, Model.of(pick(MODELS)));
        Ratio confidence = orNothing(0.4, pick(List.of(Ratio.ofPercent(30), Ratio.ofPercent(90))));
        return new Generation(id, model, null, null, null, confidence, null, null);
    }

    private Attribution attribution(List<Generation> generations) {
        int first = 1 + random.nextInt(4);
        LineRanges lines = orNothing(0.5, LineRanges.of(new LineRange(first, first + random.nextInt(4))));
        Contributor contributor = pick(List.of(Contributor.values()));
        RatioRange share = switch (contributor) {
            case AI -> RatioRange.exactly(Ratio.ONE);
            case HUMAN -> RatioRange.exactly(Ratio.ZERO);
            // What part of several lines is a model's is AiShareTest's to try.
            case MIXED, UNKNOWN -> RatioRange.UNKNOWN;
        };
        boolean unnamed = generations.isEmpty() || contributor == Contributor.HUMAN || random.nextInt(3) == 0;
        String generation = unnamed ? null : pick(generations).id();
        return new Attribution(pick(PATHS), lines, contributor, share, generation, List.of(EVIDENCE));
    }

    List<ScanReport> reports() {
        return subset(SCANNERS).stream()
                .map(scanner -> new ScanReport(
                        scanner, some(2, () -> finding(scanner)), new Coverage(some(1, () -> gap(scanner)))))
                .toList();
    }

    Finding finding(ScannerDescriptor scanner) {
        return finding(
                scanner.id(),
                pick(RULES),
                pick(List.of(Severity.LOW, Severity.HIGH, Severity.CRITICAL)),
                pick(scanner.categories()),
                orNothing(0.3, pick(List.of(Ratio.ofPercent(50), Ratio.ONE))),
                orNothing(0.2, pick(PATHS)),
                pick(List.of(Origin.values())));
    }

    static Finding finding(
            String scanner,
            String rule,
            Severity severity,
            Category category,
            Ratio confidence,
            RepoPath path,
            Origin origin) {
        Location location = path == null ? null : Location.of(path, LineRange.of(1));
        String identity = scanner + rule + severity + category + confidence + path + origin;
        return new Finding(
                scanner,
                rule,
                "found",
                severity,
                category,
                confidence,
                location,
                new Fingerprint(digest(identity)),
                origin,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    Gap gap(ScannerDescriptor scanner) {
        return new Gap(
                Gap.Cause.FAILED,
                orNothing(0.5, pick(PATHS)),
                orNothing(0.5, pick(scanner.categories())),
                "did not look");
    }

    List<Fact> facts() {
        Fact text = new Fact(TEXT_FACT, new FactValue.Text(pick(List.of("red", "blue"))), "test");
        Fact number = new Fact(NUMBER_FACT, new FactValue.Whole(pick(List.of(0L, 5L, 10L))), "test");
        return subset(List.of(text, number));
    }

    // ---- policies

    /** A policy of these rules, with what they may name. */
    static Policy policy(List<Rule> rules) {
        return Policy.builder("small")
                .role("security", "@acme/security")
                .topic("auth", new Glob("auth/**"))
                .freeze(
                        "weekends",
                        new TimeWindow.Weekly(List.of(DayOfWeek.SATURDAY), LocalTime.MIN, null, ZoneOffset.UTC))
                .build()
                .with(rules);
    }

    Policy policy(Silence silence) {
        List<Rule> rules = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 1; i <= count; i++) {
            Effect effect = pick(List.of(
                    new Effect.Block(),
                    new Effect.Review(Requirement.ANYONE),
                    new Effect.Review(Requirement.of(null, 2))));
            rules.add(Rule.of("rule-" + i, condition(2), effect));
        }
        return Policy.builder("small").silence(silence).build().with(rules);
    }

    Condition condition(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(3);
        if (kind == 0) {
            return leaf();
        }
        List<Condition> parts = Stream.generate(() -> condition(depth - 1))
                .limit(1 + random.nextInt(2))
                .toList();
        return kind == 1 ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private Condition leaf() {
        return switch (random.nextInt(3)) {
            case 0 -> changeCondition();
            case 1 -> new Condition.Not(changeCondition());
            default -> evidence();
        };
    }

    ChangeCondition changeCondition() {
        Comparison comparison = pick(List.of(Comparison.values()));
        return switch (random.nextInt(7)) {
            case 0 -> ChangeCondition.Files.in(globs(1));
            case 1 -> new ChangeCondition.Target(List.of(new Glob(pick(List.of("main", "release/*")))));
            case 2 ->
                new ChangeCondition.Size(
                        filter(), pick(List.of(Measure.values())), comparison, pick(List.of(1L, 3L, 6L)));
            case 3 -> new ChangeCondition.AiShare(filter(), comparison, Ratio.ofPercent(pick(List.of(0, 20, 50, 100))));
            case 4 ->
                ChangeCondition.Generated.byModel(
                        pick(List.of(Match.values())), List.of(new Glob(pick(List.of("m/good", "m/*")))));
            case 5 ->
                new ChangeCondition.EmbedderFact(
                        TEXT_FACT, new FactTest.Matches(List.of(new Glob(pick(List.of("red", "b*"))))));
            default ->
                new ChangeCondition.EmbedderFact(NUMBER_FACT, new FactTest.Compares(comparison, pick(List.of(5L, 7L))));
        };
    }

    EvidenceCondition evidence() {
        List<Category> categories = some(1, () -> pick(CATEGORIES));
        List<String> scanners = some(1, () -> pick(List.of("one", "two", "absent")));
        return switch (random.nextInt(5)) {
            case 0 ->
                new EvidenceCondition.RiskAtLeast(pick(
                        List.of(new RiskBound.OfValue(Ratio.ofPercent(40)), new RiskBound.OfLevel(RiskLevel.HIGH))));
            case 1 -> new EvidenceCondition.AiConfidenceBelow(pick(List.of(Ratio.ofPercent(50), Ratio.ONE)));
            case 2 -> new EvidenceCondition.NotCovered(scanners, categories, globs(0));
            default ->
                new EvidenceCondition.FindingExists(
                        FindingFilter.builder()
                                .categories(categories.toArray(Category[]::new))
                                .severity(orNothing(0.4, pick(List.of(Severity.HIGH, Severity.CRITICAL))))
                                .confidence(orNothing(0.7, Ratio.ofPercent(80)))
                                .rules(some(1, () -> new Glob("r/x")).toArray(Glob[]::new))
                                .scanners(scanners.toArray(String[]::new))
                                .paths(globs(0).toArray(Glob[]::new))
                                .introducedOnly(random.nextBoolean())
                                .build(),
                        pick(List.of(1, 1, 2)));
        };
    }

    private FileFilter filter() {
        return FileFilter.in(globs(0));
    }

    private List<Glob> globs(int least) {
        List<Glob> globs = new ArrayList<>();
        int count = least + random.nextInt(3 - least);
        for (int i = 0; i < count; i++) {
            globs.add(pick(List.of(new Glob("auth/**"), new Glob("src/**"), new Glob("*/b"))));
        }
        return globs;
    }

    static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
