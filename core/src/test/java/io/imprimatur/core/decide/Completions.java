package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactValue;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Fills in what an assessment of the small world leaves unknown, at random but consistently with what is known: gaps are
 * scanned, absent scanners run, missing facts given, lines counted and attributed, models and confidences recorded.
 */
final class Completions {
    private final Random random;

    private final boolean withAbsentScanners;

    /**
     * Completions of what matters to a policy. A condition that asks of any scanner at all asks of those that ran: with
     * one in the policy, scanners that were not there stay away.
     */
    Completions(Random random, Policy policy) {
        this.random = random;
        this.withAbsentScanners = policy.rules().stream().noneMatch(rule -> asksOfAnyScanner(rule.when()));
    }

    private static boolean asksOfAnyScanner(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().anyMatch(Completions::asksOfAnyScanner);
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(Completions::asksOfAnyScanner);
        }
        return condition instanceof RiskAtLeast
                || (condition instanceof FindingExists finding
                        && finding.filter().scanners().isEmpty()
                        && finding.filter().categories().isEmpty());
    }

    Assessment complete(Assessment assessment) {
        Change change = complete(assessment.change());
        Provenance provenance = complete(assessment.provenance(), change, assessment.silence());
        List<RepoPath> touched = change.files().stream().map(ChangedFile::path).toList();
        List<ScanReport> reports = new ArrayList<>();
        for (ScanReport report : assessment.reports()) {
            reports.add(complete(report, touched));
        }
        if (withAbsentScanners) {
            reports.addAll(absent(reports, touched));
        }
        return SmallWorld.assessment(change, provenance, assessment.silence(), reports, complete(assessment.facts()));
    }

    /**
     * What scanners that were not there could have found: in a category that another looked for, nothing counts as hidden,
     * so they find in the others.
     */
    private List<ScanReport> absent(List<ScanReport> present, List<RepoPath> touched) {
        List<Category> open = SmallWorld.CATEGORIES.stream()
                .filter(category -> present.stream()
                        .noneMatch(report -> report.scanner().categories().contains(category)))
                .toList();
        List<ScanReport> reports = new ArrayList<>();
        for (String id : List.of("one", "two", "three", "absent")) {
            if (!open.isEmpty()
                    && present.stream()
                            .noneMatch(report -> report.scanner().id().equals(id))) {
                ScannerDescriptor scanner = new ScannerDescriptor(id, "1", open);
                Coverage nothing = Coverage.except(Gap.whole(Gap.Cause.NOT_INSTALLED, "absent"));
                reports.add(complete(new ScanReport(scanner, List.of(), nothing), touched));
            }
        }
        return reports;
    }

    private Change complete(Change change) {
        String target = change.target() == null ? pick(SmallWorld.BRANCHES) : change.target();
        List<ChangedFile> files = change.files().stream()
                .map(file -> file.linesKnown()
                        ? file
                        : new ChangedFile(
                                file.status(), file.before(), file.after(), someLines(), random.nextInt(9), true))
                .toList();
        return new Change(
                change.repository(),
                change.base(),
                change.head(),
                target,
                change.commits(),
                null,
                files,
                change.unread());
    }

    private LineRanges someLines() {
        int count = random.nextInt(9);
        return count == 0 ? LineRanges.NONE : LineRanges.of(new LineRange(1, count));
    }

    /** Every line, and every file without lines, becomes a person's or a model's; every generation is recorded. */
    private Provenance complete(Provenance provenance, Change change, Silence silence) {
        List<Generation> generations = new ArrayList<>();
        for (Generation given : provenance.generations()) {
            generations.add(new Generation(
                    given.id(),
                    given.model() == null ? Model.of(pick(SmallWorld.MODELS)) : given.model(),
                    null,
                    null,
                    null,
                    given.confidence() == null
                            ? pick(List.of(Ratio.ofPercent(30), Ratio.ofPercent(90)))
                            : given.confidence(),
                    null,
                    null));
        }
        // With every known generation recorded, what is still open is open for one that nothing tells of.
        Provenance recorded = new Provenance(provenance.attributions(), generations, null);
        if (Models.of(change, recorded, silence).modelsOpen() && random.nextBoolean()) {
            generations.add(new Generation(
                    "other",
                    Model.of(pick(SmallWorld.MODELS)),
                    null,
                    null,
                    null,
                    pick(List.of(Ratio.ofPercent(30), Ratio.ofPercent(90))),
                    null,
                    null));
        }
        List<Attribution> attributions = new ArrayList<>();
        for (ChangedFile file : change.files()) {
            List<Attribution> speaking = provenance.attributions().stream()
                    .filter(attribution -> attribution.path().equals(file.path()))
                    .toList();
            if (file.added().isEmpty()) {
                attributions.add(decided(file.path(), null, speaking, silence));
            }
            for (LineRange range : file.added().ranges()) {
                for (int line = range.first(); line <= range.last(); line++) {
                    int at = line;
                    List<Attribution> here = speaking.stream()
                            .filter(attribution -> attribution.lines() == null
                                    || attribution.lines().contains(at))
                            .toList();
                    attributions.add(decided(file.path(), LineRanges.of(LineRange.of(line)), here, silence));
                }
            }
        }
        // Who wrote each line is now known; with which generation is said by the generations themselves.
        String any = generations.isEmpty() ? null : generations.get(0).id();
        if (any == null && attributions.stream().anyMatch(a -> a.contributor() == Contributor.AI)) {
            generations.add(new Generation(
                    "some", Model.of(pick(SmallWorld.MODELS)), null, null, null, Ratio.ofPercent(30), null, null));
            any = "some";
        }
        String named = any;
        return new Provenance(
                attributions.stream()
                        .map(a -> a.contributor() == Contributor.AI
                                ? new Attribution(
                                        a.path(), a.lines(), a.contributor(), a.aiShare(), named, a.evidence())
                                : a)
                        .toList(),
                generations,
                null);
    }

    /** One reading of those that speak, of silence where none does. A share of several lines binds none alone. */
    private Attribution decided(RepoPath path, LineRanges lines, List<Attribution> speaking, Silence silence) {
        boolean spoken = speaking.stream().anyMatch(attribution -> lines != null || attribution.lines() == null);
        List<RatioRange> readings =
                new ArrayList<>(speaking.stream().map(Attribution::aiShare).toList());
        if (!spoken) {
            readings.add(silence == Silence.HUMAN ? RatioRange.exactly(Ratio.ZERO) : RatioRange.UNKNOWN);
        }
        RatioRange reading = pick(readings);
        boolean ai = reading.isExact() ? reading.low().equals(Ratio.ONE) : random.nextBoolean();
        return new Attribution(
                path,
                lines,
                ai ? Contributor.AI : Contributor.HUMAN,
                RatioRange.exactly(ai ? Ratio.ONE : Ratio.ZERO),
                null,
                List.of(SmallWorld.EVIDENCE));
    }

    /** Everything that the gaps may hide, or some of it, or nothing. */
    private ScanReport complete(ScanReport report, List<RepoPath> touched) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            findings.add(complete(finding));
        }
        for (Gap gap : report.coverage().gaps()) {
            for (Category category : report.scanner().categories()) {
                for (RepoPath path : SmallWorld.PATHS) {
                    boolean hidden = (gap.category() == null || gap.category().equals(category))
                            && (gap.path() == null || gap.path().equals(path));
                    if (hidden && random.nextInt(3) == 0) {
                        findings.add(SmallWorld.finding(
                                report.scanner().id(),
                                pick(SmallWorld.RULES),
                                pick(List.of(Severity.LOW, Severity.CRITICAL)),
                                category,
                                pick(List.of(Ratio.ofPercent(50), Ratio.ONE)),
                                path,
                                // What the change brought is in a file that it touches.
                                touched.contains(path)
                                        ? pick(List.of(Origin.INTRODUCED, Origin.PRE_EXISTING))
                                        : Origin.PRE_EXISTING));
                    }
                }
            }
        }
        return new ScanReport(report.scanner(), findings, Coverage.COMPLETE);
    }

    private Finding complete(Finding finding) {
        return SmallWorld.finding(
                finding.scanner(),
                finding.rule(),
                finding.severity(),
                finding.category(),
                finding.confidence() == null ? pick(List.of(Ratio.ofPercent(50), Ratio.ONE)) : finding.confidence(),
                finding.location() == null
                        ? pick(SmallWorld.PATHS)
                        : finding.location().path(),
                finding.origin() == Origin.UNKNOWN
                        ? pick(List.of(Origin.INTRODUCED, Origin.PRE_EXISTING))
                        : finding.origin());
    }

    private List<Fact> complete(List<Fact> facts) {
        Fact text = new Fact(SmallWorld.TEXT_FACT, new FactValue.Text(pick(List.of("red", "blue", "green"))), "guess");
        Fact number = new Fact(SmallWorld.NUMBER_FACT, new FactValue.Whole(pick(List.of(0L, 5L, 6L, 10L))), "guess");
        List<Fact> all = new ArrayList<>(facts);
        Stream.of(text, number)
                .filter(fact -> facts.stream().noneMatch(given -> given.name().equals(fact.name())))
                .forEach(all::add);
        return all;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
