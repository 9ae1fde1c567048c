package io.imprimatur.samples.benchmarks;

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
import io.imprimatur.core.decide.index.Sharing;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.GenerationPattern;
import io.imprimatur.policy.Glob;
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
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Rules of one shape and findings for them, by number, always the same: a finding of a category, at least so bad, in a path
 * that matches, in a change of which a model wrote at least so much, and one of these models took part.
 */
final class RuleSample {
    private static final List<String> MODELS = words("acme/model-", 6);

    private final Random random = new Random(2);
    private final List<Category> categories;
    private final List<String> areas;
    private final List<String> parts;
    private final List<RuleShape> shapes = new ArrayList<>();
    private final List<RepoPath> paths = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * One rule.
     *
     * @param share the least share of AI, in percent
     */
    record RuleShape(Category category, Severity severity, Glob path, int share, List<String> models) {
        FindingFilter filter() {
            return FindingFilter.builder()
                    .categories(category)
                    .severity(severity)
                    .paths(path)
                    .build();
        }

        Condition condition() {
            return new Condition.All(List.of(
                    EvidenceCondition.FindingExists.of(filter()),
                    new ChangeCondition.AiShare(FileFilter.ANY, Comparison.AT_LEAST, Ratio.ofPercent(share)),
                    ChangeCondition.Generated.byModel(
                            Match.IN, models.stream().map(Glob::new).toList())));
        }
    }

    private RuleSample(int rules, int findingCount, int pathCount) {
        // Few findings would meet few rules if there were as many words for them.
        categories = Category.KNOWN.subList(0, Math.min(10, findingCount / 2));
        areas = words("billing", Math.min(40, pathCount));
        parts = words("invoice", Math.min(25, pathCount));
        for (int i = 0; i < rules; i++) {
            shapes.add(new RuleShape(
                    pick(categories),
                    pick(List.of(Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)),
                    new Glob(pattern()),
                    10 * (1 + random.nextInt(9)),
                    List.of(pick(MODELS), pick(MODELS), pick(MODELS))));
        }
        for (int i = 0; i < pathCount; i++) {
            String area = pick(areas);
            String part = pick(parts);
            paths.add(new RepoPath("services/" + area + "/src/main/java/com/acme/" + area + "/" + part + "/Class" + i
                    + (i % 3 == 0 ? ".kt" : ".java")));
        }
        for (int i = 0; i < findingCount; i++) {
            findings.add(finding(i));
        }
    }

    /** {@code tiny}, {@code big} or {@code huge}. */
    static RuleSample of(String size) {
        return switch (size) {
            case "tiny" -> new RuleSample(20, 5, 2);
            case "big" -> new RuleSample(200, 1000, 150);
            case "huge" -> new RuleSample(2000, 10_000, 1500);
            default -> throw new IllegalArgumentException("size is one of tiny, big and huge, not " + size);
        };
    }

    private String pattern() {
        return switch (random.nextInt(4)) {
            case 0 -> "**/" + pick(areas) + "/**";
            case 1 -> "services/" + pick(areas) + "/**/*.java";
            case 2 -> "**/" + pick(parts) + "/*";
            default -> "services/*/src/**/" + pick(parts) + "/**";
        };
    }

    private Finding finding(int number) {
        return new Finding(
                "sample",
                "rule-" + random.nextInt(50),
                "Something is wrong here, and this is what to do about it",
                pick(List.of(Severity.values())),
                pick(categories),
                Ratio.ofPercent(80),
                Location.of(pick(paths), LineRange.of(1 + random.nextInt(400))),
                new Fingerprint(Digest.of(("finding " + number).getBytes(StandardCharsets.UTF_8))),
                Origin.INTRODUCED,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<String> words(String word, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(word + i);
        }
        return words;
    }

    List<RuleShape> shapes() {
        return shapes;
    }

    /** The share of AI in the change, in percent. */
    int share() {
        return 60;
    }

    /** The model that took part. */
    String model() {
        return MODELS.get(0);
    }

    /** The findings in the order in which a report has them. */
    List<Finding> findings() {
        return findings.stream().sorted().toList();
    }

    /** The conditions of the rules, as a decider takes them. */
    List<Condition> conditions() {
        return Sharing.of(policy().rules()).stream().map(Rule::when).toList();
    }

    /** What the condition of a rule asks of findings. */
    static FindingFilter filter(Condition condition) {
        Condition.All all = (Condition.All) condition;
        return ((EvidenceCondition.FindingExists) all.conditions().get(0)).filter();
    }

    Policy policy() {
        Policy.Builder policy = Policy.builder("sample");
        for (int i = 0; i < shapes.size(); i++) {
            policy.block("rule-" + i, shapes.get(i).condition());
        }
        return policy.build();
    }

    /** What holds of the change. */
    Truth holds(Condition condition) {
        return Truth.of(
                condition instanceof ChangeCondition.AiShare ai
                        ? Ratio.ofPercent(share()).compareTo(ai.bound()) >= 0
                        : condition instanceof ChangeCondition.Generated generated
                                && generated.patterns().contains(GenerationPattern.ofModel(new Glob(model()))));
    }

    /** All of it as one assessment. */
    Assessment assessment() {
        List<ChangedFile> files = new ArrayList<>();
        List<Attribution> attributions = new ArrayList<>();
        LineRanges lines = LineRanges.of(new LineRange(1, 400));
        Evidence evidence = new Evidence(Evidence.Kind.EMBEDDER, Evidence.Strength.CLAIMED, "sample");
        for (int i = 0; i < paths.size(); i++) {
            RepoPath path = paths.get(i);
            // Three files of five are a model's: the share of AI.
            boolean ai = i % 5 < 3;
            Digest digest = Digest.of(path.bytes());
            files.add(new ChangedFile(
                    ChangeStatus.ADDED,
                    null,
                    new FileVersion(path, FileMode.REGULAR, digest, 9, false),
                    lines,
                    0,
                    true));
            attributions.add(new Attribution(
                    path,
                    null,
                    ai ? Contributor.AI : Contributor.HUMAN,
                    RatioRange.exactly(ai ? Ratio.ONE : Ratio.ZERO),
                    ai ? "generation" : null,
                    List.of(evidence)));
        }
        Generation generation = new Generation("generation", Model.of(model()), null, null, null, null, null, null);
        Change change = new Change(
                "acme/shop",
                new Revision.OfCommit("1".repeat(40)),
                new Revision.OfCommit("2".repeat(40)),
                "main",
                List.of(),
                null,
                files,
                List.of());
        RiskScore risk = new RiskScore(
                "sample/1", RatioRange.exactly(Ratio.ofPercent(50)), RiskLevel.MEDIUM, RiskLevel.MEDIUM, List.of());
        ScannerDescriptor scanner = new ScannerDescriptor("sample", "1", categories);
        return new Assessment(
                change,
                new Provenance(attributions, List.of(generation), null),
                Silence.UNKNOWN,
                List.of(new ScanReport(scanner, findings, Coverage.COMPLETE)),
                risk,
                List.of(),
                null);
    }
}
