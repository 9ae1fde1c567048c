package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactValue;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.decide.SmallWorld.Fault;
import io.imprimatur.core.provenance.Models;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.GenerationPattern;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what an assessment of the small world leaves unknown, consistently with what is known and in any way that matters
 * to a policy: gaps are scanned, absent scanners run, missing facts and the time given, lines counted and attributed,
 * generations recorded, licences and packages named.
 */
final class Completions {
    private static final Ratio HALF = Ratio.ofPercent(50);

    private final Choice choice;
    private final Policy policy;
    private final Asked asked;

    /** How many findings one gap may hide. */
    private final int mostHidden;

    Completions(Choice choice, Policy policy) {
        this.choice = choice;
        this.policy = policy;
        this.asked = Asked.by(policy);
        this.mostHidden = asked.count() ? 2 : 1;
    }

    Assessment complete(Assessment assessment) {
        Change change = complete(assessment.change());
        Provenance provenance = complete(assessment.provenance(), change, assessment.silence());
        List<RepoPath> touched = change.files().stream().map(ChangedFile::path).toList();
        List<ScanReport> reports = new ArrayList<>();
        for (ScanReport report : assessment.reports()) {
            reports.add(complete(report, touched));
        }
        reports.addAll(absent(reports, touched));
        return SmallWorld.assessment(
                change,
                provenance,
                assessment.silence(),
                reports,
                complete(assessment.facts()),
                complete(assessment.time()));
    }

    /** The one or the other, or always the first where the policy does not ask. */
    private <T> T any(boolean isAsked, List<T> values) {
        return isAsked ? choice.of(values) : values.get(0);
    }

    private @Nullable Instant complete(@Nullable Instant time) {
        return time == null ? any(asked.time(), SmallWorld.TIMES) : time;
    }

    /**
     * What scanners that were not there could have found: in a category that another looked for, and about a topic that the
     * policy draws, nothing counts as hidden, so they find in the others. A condition that asks of any scanner at all asks
     * of those that ran: with one in the policy, only those run that find no fault.
     */
    private List<ScanReport> absent(List<ScanReport> present, List<RepoPath> touched) {
        List<Category> open = Stream.concat(
                        SmallWorld.CATEGORIES.stream().filter(category -> !category.isTopic() && !asked.anyScanner()),
                        SmallWorld.TOPICS.stream()
                                .filter(topic ->
                                        asked.topics() && !policy.topics().containsKey(topic))
                                .map(Category::ofTopic))
                .filter(category -> present.stream()
                        .noneMatch(report -> report.scanner().categories().contains(category)))
                .toList();
        List<ScanReport> reports = new ArrayList<>();
        for (String id : List.of("one", "two", "three", "four", "absent")) {
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
        String target = change.target() == null ? any(asked.target(), SmallWorld.BRANCHES) : change.target();
        List<ChangedFile> files = new ArrayList<>();
        change.files().forEach(file -> files.add(complete(file)));
        for (RepoPath path : change.unsure()) {
            // Perhaps it is as it was; perhaps it, or something in it, changes.
            String changed = choice.of(List.of("", path.text(), path.text() + "/b"));
            if (!changed.isEmpty()) {
                files.add(complete(Given.file(changed, LineRanges.NONE, false)));
            }
        }
        return new Change(
                change.repository(), change.base(), change.head(), target, change.commits(), null, files, List.of());
    }

    private ChangedFile complete(ChangedFile file) {
        if (file.linesKnown()) {
            return file;
        }
        int added = file.status() == ChangeStatus.DELETED ? 0 : any(asked.lines(), List.of(0, 1, 3, 6, 7));
        return new ChangedFile(
                file.status(),
                file.before(),
                file.after(),
                added == 0 ? LineRanges.NONE : LineRanges.of(new LineRange(1, added)),
                any(asked.lines(), List.of(0, 1, 3, 6, 7)),
                true);
    }

    /** Every added line, and every file without lines, becomes a person's or a model's; every generation is recorded. */
    private Provenance complete(Provenance provenance, Change change, Silence silence) {
        List<Generation> generations = new ArrayList<>();
        for (Generation given : provenance.generations()) {
            generations.add(recorded(given));
        }
        // With every known generation recorded, what is still open is open for one that nothing tells of.
        Provenance recorded = new Provenance(provenance.attributions(), generations, null);
        if (asked.generations() && Models.of(change, recorded, silence).modelsOpen() && choice.flip()) {
            generations.add(unheardOf("other"));
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
            generations.add(unheardOf("some"));
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
                provenance.developerOfRecord() == null && asked.recordings() && choice.flip()
                        ? SmallWorld.DEVELOPER
                        : provenance.developerOfRecord());
    }

    /** The same, with all that it does not record. */
    private Generation recorded(Generation given) {
        Model model = given.model();
        String id = model == null ? some(GenerationPattern::model, SmallWorld.MODELS) : model.id();
        String version = model == null ? null : model.version();
        String provider = model == null ? null : model.provider();
        String region = model == null ? null : model.region();
        return new Generation(
                given.id(),
                new Model(
                        id,
                        version == null ? some(GenerationPattern::version, SmallWorld.VERSIONS) : version,
                        provider == null ? some(GenerationPattern::provider, SmallWorld.PROVIDERS) : provider,
                        region == null ? some(GenerationPattern::region, SmallWorld.REGIONS) : region),
                given.tool() == null ? some(GenerationPattern::tool, SmallWorld.TOOLS) : given.tool(),
                given.requester() == null ? SmallWorld.PERSON : given.requester(),
                given.prompt() == null ? SmallWorld.PROMPT : given.prompt(),
                given.confidence() == null ? any(asked.confidences(), SmallWorld.CONFIDENCES) : given.confidence(),
                null,
                given.time() == null ? Instant.EPOCH : given.time());
    }

    /** One that nothing told of: what a condition on what is not recorded asks about may not be recorded of it either. */
    private Generation unheardOf(String id) {
        Generation whole = recorded(new Generation(id, null, null, null, null, null, null, null));
        if (!asked.recordings() || choice.flip()) {
            return whole;
        }
        boolean named = asked.any(Generated.class);
        return new Generation(
                id,
                named ? whole.model() : null,
                named ? whole.tool() : null,
                null,
                null,
                asked.confidences() ? whole.confidence() : null,
                null,
                null);
    }

    private String some(Function<GenerationPattern, Object> part, List<String> values) {
        return any(asked.generations(part), values);
    }

    /** One reading of those that speak, of silence where none does. A share of several lines binds none alone. */
    private Attribution decided(
            RepoPath path, @Nullable LineRanges lines, List<Attribution> speaking, Silence silence) {
        boolean spoken = speaking.stream().anyMatch(attribution -> lines != null || attribution.lines() == null);
        List<RatioRange> readings =
                new ArrayList<>(speaking.stream().map(Attribution::aiShare).toList());
        if (!spoken) {
            readings.add(silence == Silence.HUMAN ? RatioRange.exactly(Ratio.ZERO) : RatioRange.UNKNOWN);
        }
        boolean mayBePerson =
                readings.stream().anyMatch(reading -> reading.low().equals(Ratio.ZERO));
        boolean mayBeModel =
                readings.stream().anyMatch(reading -> reading.high().equals(Ratio.ONE));
        boolean ai = mayBePerson && mayBeModel ? asked.authors() && choice.flip() : mayBeModel;
        return new Attribution(
                path,
                lines,
                ai ? Contributor.AI : Contributor.HUMAN,
                RatioRange.exactly(ai ? Ratio.ONE : Ratio.ZERO),
                null,
                List.of(SmallWorld.EVIDENCE));
    }

    /** With some of what the gaps may hide, or nothing of it. */
    private ScanReport complete(ScanReport report, List<RepoPath> touched) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            findings.add(complete(finding).with(finding.fingerprint()));
        }
        boolean matters = asked.topics() || asked.risk() || asked.any(FindingExists.class);
        for (Gap gap : matters ? report.coverage().gaps() : List.<Gap>of()) {
            int hidden = choice.of(mostHidden + 1);
            for (int i = 0; i < hidden; i++) {
                // Each is a defect of its own.
                findings.add(hidden(gap, report.scanner(), touched)
                        .with(new Fingerprint(SmallWorld.digest("hidden " + findings.size()))));
            }
        }
        return new ScanReport(report.scanner(), findings, Coverage.COMPLETE);
    }

    private Finding hidden(Gap gap, ScannerDescriptor scanner, List<RepoPath> touched) {
        Category category = gap.category() == null ? choice.of(scanner.categories()) : gap.category();
        RepoPath path = gap.path() == null ? choice.of(places()) : gap.path();
        // What the change brought is in a file that it touches.
        boolean introduced = touched.contains(path)
                && any(asked.risk() || asked.findings(filter -> filter.introducedOnly()), List.of(true, false));
        Finding finding = SmallWorld.finding(
                scanner.id(),
                any(asked.findings(filter -> !filter.rules().isEmpty()), SmallWorld.RULES),
                any(
                        asked.risk() || asked.findings(filter -> filter.severity() != null),
                        List.of(Severity.CRITICAL, Severity.LOW)),
                category,
                any(asked.risk() || asked.findings(filter -> filter.confidence() != null), List.of(Ratio.ONE, HALF)),
                path,
                introduced ? Origin.INTRODUCED : Origin.PRE_EXISTING,
                new Fault(
                        any(asked.findings(filter -> !filter.cwe().isEmpty()), List.of(List.of("CWE-1"), List.of())),
                        any(
                                asked.findings(filter -> !filter.cve().isEmpty()),
                                List.of(List.of("CVE-2026-0001"), List.of())),
                        null,
                        null,
                        any(asked.findings(filter -> filter.fixable() != null), List.of(true, false))
                                ? "do this"
                                : null));
        return complete(finding);
    }

    private static List<RepoPath> places() {
        return Stream.concat(SmallWorld.PATHS.stream(), Stream.of(SmallWorld.OLD))
                .toList();
    }

    private Finding complete(Finding finding) {
        boolean readable = finding.license() != null && !finding.license().equals(SmallWorld.UNREADABLE);
        return SmallWorld.finding(
                finding.scanner(),
                finding.rule(),
                finding.severity(),
                finding.category(),
                finding.confidence() == null
                        ? any(
                                asked.risk() || asked.findings(filter -> filter.confidence() != null),
                                List.of(Ratio.ONE, HALF))
                        : finding.confidence(),
                finding.location() == null
                        ? any(
                                asked.topics()
                                        || asked.findings(
                                                filter -> !filter.paths().isEmpty()),
                                SmallWorld.PATHS)
                        : finding.location().path(),
                finding.origin() == Origin.UNKNOWN
                        ? any(
                                asked.risk() || asked.findings(filter -> filter.introducedOnly()),
                                List.of(Origin.INTRODUCED, Origin.PRE_EXISTING))
                        : finding.origin(),
                new Fault(
                        finding.cwe(),
                        finding.cve(),
                        finding.component() == null
                                ? any(
                                        asked.findings(
                                                filter -> !filter.packages().isEmpty()),
                                        SmallWorld.PACKAGES)
                                : finding.component(),
                        readable
                                ? finding.license()
                                : any(asked.findings(filter -> filter.license() != null), SmallWorld.LICENSES),
                        finding.fix()));
    }

    private List<Fact> complete(List<Fact> facts) {
        List<Fact> all = new ArrayList<>(facts);
        if (facts.stream().noneMatch(fact -> fact.name().equals(SmallWorld.TEXT_FACT))) {
            String text = any(asked.fact(SmallWorld.TEXT_FACT), List.of("red", "blue", "green"));
            all.add(new Fact(SmallWorld.TEXT_FACT, new FactValue.Text(text), "guess"));
        }
        if (facts.stream().noneMatch(fact -> fact.name().equals(SmallWorld.NUMBER_FACT))) {
            long number = any(asked.fact(SmallWorld.NUMBER_FACT), List.of(0L, 5L, 6L, 7L, 10L));
            all.add(new Fact(SmallWorld.NUMBER_FACT, new FactValue.Whole(number), "guess"));
        }
        return all;
    }
}
