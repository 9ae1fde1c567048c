package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactValue;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileKind;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.Person;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.core.provenance.AiShare;
import io.imprimatur.core.risk.DefaultRiskModel;
import io.imprimatur.error.Position;
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
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.TimeWindow;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.DeveloperOfRecord;
import io.imprimatur.provenance.Evidence;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.PromptCommitment;
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
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A world of four paths, four scanners, three models and two facts, small enough that what policies ask for often meets what
 * assessments hold, and that what is unknown can be completed in every way that matters.
 */
final class SmallWorld {
    static final List<RepoPath> PATHS = Stream.of("auth/a", "docs/b", "src/c", "src/pom.xml")
            .map(RepoPath::new)
            .toList();
    /** Where a file may have moved from. */
    static final RepoPath OLD = new RepoPath("test/old");

    /** A topic that policies may draw by patterns, one of which a scanner tells, and one of which nobody does. */
    static final List<String> TOPICS = List.of("auth", "data", "nobody");

    static final Category DATA = Category.ofTopic("data");
    static final List<Category> CATEGORIES = List.of(Category.SECRET, Category.STYLE, Category.VULNERABILITY, DATA);
    static final List<ScannerDescriptor> SCANNERS = List.of(
            new ScannerDescriptor("one", "1", List.of(Category.SECRET)),
            new ScannerDescriptor("two", "1", List.of(Category.SECRET, Category.VULNERABILITY)),
            new ScannerDescriptor("three", "1", List.of(Category.STYLE)),
            new ScannerDescriptor("four", "1", List.of(DATA)));
    static final List<String> RULES = List.of("r/x", "r/y");
    static final List<String> PACKAGES = List.of("pkg:npm/a", "pkg:npm/b");
    static final List<String> LICENSES = List.of("MIT", "GPL-3.0-only", "MIT OR GPL-3.0-only", "MIT AND GPL-3.0-only");
    /** Words that name no licence for certain. */
    static final String UNREADABLE = "see the file";

    static final List<String> MODELS = List.of("m/good", "m/bad", "n/other");
    static final List<String> VERSIONS = List.of("1", "2");
    static final List<String> PROVIDERS = List.of("p", "q");
    static final List<String> REGIONS = List.of("eu-1", "us-1");
    static final List<String> TOOLS = List.of("t", "u");
    static final List<Ratio> CONFIDENCES = List.of(Ratio.ofPercent(30), Ratio.ofPercent(90));
    static final List<String> BRANCHES = List.of("main", "release/1", "topic");
    static final String TEXT_FACT = "team";
    static final String NUMBER_FACT = "count";
    static final Evidence EVIDENCE = new Evidence(Evidence.Kind.EMBEDDER, Evidence.Strength.CLAIMED, "test");
    static final Person PERSON = new Person("P", "p@example.org");
    static final PromptCommitment PROMPT = new PromptCommitment("0".repeat(64));
    static final DeveloperOfRecord DEVELOPER = new DeveloperOfRecord(PERSON, EVIDENCE);

    /** A Sunday in December, within the freeze {@code december}, and a Sunday and a Monday outside of it. */
    static final List<Instant> TIMES = Stream.of("2026-12-20T12:00:00Z", "2026-11-22T12:00:00Z", "2026-11-23T12:00:00Z")
            .map(Instant::parse)
            .toList();

    static final List<Freeze> FREEZES = List.of(
            new Freeze(
                    "december",
                    List.of(new TimeWindow.Span(
                            Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")))),
            new Freeze(
                    "sundays",
                    List.of(new TimeWindow.Weekly(
                            List.of(DayOfWeek.SUNDAY), LocalTime.MIDNIGHT, null, ZoneOffset.UTC))));

    private static final List<ChangeStatus> STATUSES = List.of(
            ChangeStatus.MODIFIED,
            ChangeStatus.MODIFIED,
            ChangeStatus.ADDED,
            ChangeStatus.DELETED,
            ChangeStatus.RENAMED);

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
        Change change = change();
        List<ScanReport> reports = unread(change, reports());
        return assessment(change, provenance(), silence, reports, facts(), orNothing(0.4, pick(TIMES)));
    }

    /** So little that everything that it leaves unknown can be completed in every way. */
    Assessment tiny(Silence silence) {
        Change change = change(some(2, () -> pick(PATHS)).stream().distinct().toList(), List.of());
        List<Generation> generations =
                subset(List.of("g1")).stream().map(this::generation).toList();
        Provenance provenance =
                new Provenance(some(2, () -> attribution(generations)), generations, orNothing(0.5, DEVELOPER));
        List<ScanReport> reports = SCANNERS.stream()
                .filter(scanner -> !scanner.categories().contains(DATA) || random.nextBoolean())
                .map(scanner -> new ScanReport(
                        scanner,
                        orNothing(0.6, List.of(finding(scanner)), List.of()),
                        new Coverage(orNothing(0.7, List.of(gap(scanner)), List.of()))))
                .toList();
        return assessment(change, provenance, silence, reports, facts(), orNothing(0.5, pick(TIMES)));
    }

    /** No scanner has covered what could not be read. */
    private static List<ScanReport> unread(Change change, List<ScanReport> reports) {
        List<Gap> gaps = change.unread().stream()
                .map(unread -> Gap.at(unread.path(), Gap.Cause.UNREADABLE, unread.reason()))
                .toList();
        return reports.stream()
                .map(report -> new ScanReport(
                        report.scanner(), report.findings(), report.coverage().with(gaps)))
                .toList();
    }

    static Assessment assessment(
            Change change,
            Provenance provenance,
            Silence silence,
            List<ScanReport> reports,
            List<Fact> facts,
            @Nullable Instant time) {
        RatioRange share = AiShare.of(change, provenance, silence);
        RiskScore risk = new DefaultRiskModel(List.of(new Glob("auth/**")))
                .score(new RiskInput(change, provenance, silence, share, reports));
        return new Assessment(change, provenance, silence, reports, risk, facts, time);
    }

    Change change() {
        List<RepoPath> paths = subset(PATHS);
        RepoPath unread = pick(PATHS);
        boolean isUnread = !paths.contains(unread) && random.nextInt(4) == 0;
        return change(paths, isUnread ? List.of(new UnreadPath(unread, "it is unreadable")) : List.of());
    }

    private Change change(List<RepoPath> paths, List<UnreadPath> unread) {
        return new Change(
                "r",
                new Revision.Empty(),
                new Revision.WorkingTree(),
                orNothing(0.3, pick(BRANCHES)),
                List.of(),
                null,
                paths.stream().map(this::file).toList(),
                unread);
    }

    private ChangedFile file(RepoPath path) {
        ChangeStatus status = pick(STATUSES);
        RepoPath from = status == ChangeStatus.RENAMED ? OLD : path;
        FileVersion old = new FileVersion(from, FileMode.REGULAR, digest("old" + path), 1, false);
        FileVersion now = new FileVersion(path, FileMode.REGULAR, digest("new" + path), 1, false);
        FileVersion before = status == ChangeStatus.ADDED ? null : old;
        FileVersion after = status == ChangeStatus.DELETED ? null : now;
        if (random.nextInt(7) == 0) {
            return new ChangedFile(status, before, after, LineRanges.NONE, 0, false);
        }
        int added = status == ChangeStatus.DELETED ? 0 : random.nextInt(5);
        LineRanges lines = added == 0 ? LineRanges.NONE : LineRanges.of(new LineRange(1, added));
        return new ChangedFile(status, before, after, lines, random.nextInt(4), true);
    }

    Provenance provenance() {
        List<Generation> generations =
                subset(List.of("g1", "g2")).stream().map(this::generation).toList();
        // In a third, nothing is left for a model that is not named: what is recorded of those that are then decides.
        List<Attribution> attributions = random.nextInt(3) == 0
                ? PATHS.stream().map(path -> spokenFor(path, generations)).toList()
                : some(3, () -> attribution(generations));
        return new Provenance(attributions, generations, orNothing(0.5, DEVELOPER));
    }

    private Attribution spokenFor(RepoPath path, List<Generation> generations) {
        boolean ai = !generations.isEmpty() && random.nextBoolean();
        return new Attribution(
                path,
                null,
                ai ? Contributor.AI : Contributor.HUMAN,
                RatioRange.exactly(ai ? Ratio.ONE : Ratio.ZERO),
                ai ? pick(generations).id() : null,
                List.of(EVIDENCE));
    }

    private Generation generation(String id) {
        Model model = new Model(
                pick(MODELS),
                orNothing(0.4, pick(VERSIONS)),
                orNothing(0.4, pick(PROVIDERS)),
                orNothing(0.4, pick(REGIONS)));
        return new Generation(
                id,
                orNothing(0.3, model),
                orNothing(0.4, pick(TOOLS)),
                orNothing(0.3, PERSON),
                orNothing(0.3, PROMPT),
                orNothing(0.4, pick(CONFIDENCES)),
                null,
                orNothing(0.3, Instant.EPOCH));
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
                pick(List.of(Origin.values())),
                new Fault(
                        subset(List.of("CWE-1")),
                        subset(List.of("CVE-2026-0001")),
                        orNothing(0.3, pick(PACKAGES)),
                        random.nextInt(8) == 0 ? UNREADABLE : orNothing(0.3, pick(LICENSES)),
                        orNothing(0.5, "do this")));
    }

    /** What is at fault, and what would help. */
    record Fault(List<String> cwe, List<String> cve, String component, String license, String fix) {
        static final Fault NONE = new Fault(List.of(), List.of(), null, null, null);
    }

    static Finding finding(
            String scanner,
            String rule,
            Severity severity,
            Category category,
            Ratio confidence,
            RepoPath path,
            Origin origin,
            Fault fault) {
        Location location = path == null ? null : Location.of(path, LineRange.of(1));
        String identity = scanner + rule + severity + category + confidence + path + origin + fault;
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
                fault.cwe(),
                fault.cve(),
                fault.component(),
                fault.license(),
                fault.fix());
    }

    Gap gap(ScannerDescriptor scanner) {
        return new Gap(
                Gap.Cause.FAILED,
                orNothing(0.4, random.nextInt(6) == 0 ? OLD : pick(PATHS)),
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
        Policy.Builder builder = Policy.builder("small")
                .role("security", "@acme/security")
                .topic("auth", new Glob("auth/**"))
                .freeze(
                        "weekends",
                        new TimeWindow.Weekly(List.of(DayOfWeek.SATURDAY), LocalTime.MIN, null, ZoneOffset.UTC));
        FREEZES.forEach(freeze -> builder.freeze(freeze.id(), freeze.windows().toArray(TimeWindow[]::new)));
        return builder.build().with(rules);
    }

    Policy policy(Silence silence) {
        return policy(silence, 1 + random.nextInt(3), 2);
    }

    Policy policy(Silence silence, int rules, int depth) {
        Policy.Builder builder = Policy.builder("small").silence(silence);
        if (random.nextInt(3) > 0) {
            builder.topic("auth", new Glob("auth/**"));
        }
        if (random.nextInt(3) == 0) {
            builder.topic("data", new Glob("src/**"));
        }
        FREEZES.forEach(freeze -> builder.freeze(freeze.id(), freeze.windows().toArray(TimeWindow[]::new)));
        for (int i = 1; i <= rules; i++) {
            builder.rule(rule("rule-" + i, condition(depth), pick(EFFECTS)));
        }
        return builder.build();
    }

    private Rule rule(String id, Condition when, Effect then) {
        List<Obligation> obligations = then instanceof Effect.Oblige ? OBLIGATIONS : subset(OBLIGATIONS);
        return new Rule(
                id, when, then, Enforcement.ENFORCE, OnUnknown.ACT, false, obligations, List.of(), null, Position.NONE);
    }

    private static final List<Effect> EFFECTS = List.of(
            new Effect.Block(),
            new Effect.Block(),
            new Effect.Review(Requirement.ANYONE),
            new Effect.Review(Requirement.of(null, 2)),
            new Effect.Oblige());

    private static final List<Obligation> OBLIGATIONS =
            List.of(new Obligation.Label("ai"), new Obligation.RollbackPlan(), new Obligation.Notify("@security"));

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
            case 0 -> new ChangeCondition.Files(nonEmptyFilter());
            case 1 -> new ChangeCondition.Target(List.of(new Glob(pick(List.of("main", "release/*")))));
            case 2 ->
                new ChangeCondition.Size(
                        filter(), pick(List.of(Measure.values())), comparison, pick(List.of(1L, 3L, 6L)));
            case 3 -> new ChangeCondition.AiShare(filter(), comparison, Ratio.ofPercent(pick(List.of(0, 20, 50, 100))));
            case 4 ->
                new ChangeCondition.Generated(
                        pick(List.of(Match.values())),
                        Stream.generate(this::pattern)
                                .limit(1 + random.nextInt(2))
                                .toList());
            case 5 ->
                new ChangeCondition.EmbedderFact(
                        TEXT_FACT, new FactTest.Matches(List.of(new Glob(pick(List.of("red", "b*"))))));
            default ->
                new ChangeCondition.EmbedderFact(NUMBER_FACT, new FactTest.Compares(comparison, pick(List.of(5L, 7L))));
        };
    }

    private GenerationPattern pattern() {
        Glob model = orNothing(0.5, new Glob(pick(List.of("m/good", "m/*"))));
        Glob version = orNothing(0.8, new Glob("1"));
        Glob provider = orNothing(0.7, new Glob("p"));
        Glob region = orNothing(0.7, new Glob("eu-*"));
        Glob tool = orNothing(0.7, new Glob("t"));
        boolean nothing = Stream.of(model, version, provider, region, tool).allMatch(glob -> glob == null);
        return nothing
                ? GenerationPattern.ofRegion(new Glob("eu-*"))
                : new GenerationPattern(model, version, provider, region, tool);
    }

    EvidenceCondition evidence() {
        return switch (random.nextInt(9)) {
            case 0 -> new EvidenceCondition.Frozen(atLeastOne(List.of("december", "sundays")));
            case 1 ->
                new EvidenceCondition.TopicTouched(
                        atLeastOne(TOPICS), globs(0), orNothing(0.5, pick(List.of(Ratio.ofPercent(40), Ratio.ONE))));
            case 2 -> new EvidenceCondition.NotRecorded(atLeastOne(List.of(EvidenceCondition.Recording.values())));
            default -> ofScanOrRisk();
        };
    }

    /** A condition on findings, gaps, risk or confidence. */
    EvidenceCondition ofScanOrRisk() {
        List<Category> categories = some(1, () -> pick(CATEGORIES));
        List<String> scanners = some(1, () -> pick(List.of("one", "two", "absent")));
        return switch (random.nextInt(6)) {
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
                                .cwe(orNothing(0.8, List.of("CWE-1"), List.<String>of())
                                        .toArray(String[]::new))
                                .cve(orNothing(0.8, List.of(new Glob("CVE-2026-*")), List.<Glob>of())
                                        .toArray(Glob[]::new))
                                .packages(orNothing(0.8, List.of(new Glob("pkg:*/a")), List.<Glob>of())
                                        .toArray(Glob[]::new))
                                .license(orNothing(0.7, license()))
                                .fixable(orNothing(0.7, random.nextBoolean()))
                                .build(),
                        pick(List.of(1, 1, 2)));
        };
    }

    private LicenseTest license() {
        return new LicenseTest(pick(List.of(Match.values())), List.of(new Glob(pick(List.of("GPL-*", "MIT")))));
    }

    private FileFilter nonEmptyFilter() {
        FileFilter filter = filter();
        return filter.isAny() ? FileFilter.in(globs(1)) : filter;
    }

    private FileFilter filter() {
        return new FileFilter(
                globs(0),
                orNothing(0.7, globs(1), List.of()),
                orNothing(0.7, List.of(pick(List.of(FileKind.values()))), List.of()),
                orNothing(0.7, List.of(pick(STATUSES)), List.of()));
    }

    private <T> T orNothing(double chance, T value, T nothing) {
        return random.nextDouble() < chance ? nothing : value;
    }

    private <T> List<T> atLeastOne(List<T> values) {
        List<T> some = new ArrayList<>(some(1, () -> pick(values)));
        some.add(pick(values));
        return some;
    }

    private List<Glob> globs(int least) {
        List<Glob> globs = new ArrayList<>();
        int count = least + random.nextInt(3 - least);
        for (int i = 0; i < count; i++) {
            globs.add(pick(List.of(new Glob("auth/**"), new Glob("src/**"), new Glob("*/b"), new Glob("test/*"))));
        }
        return globs;
    }

    static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
