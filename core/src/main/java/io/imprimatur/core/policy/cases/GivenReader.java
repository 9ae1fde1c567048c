package io.imprimatur.core.policy.cases;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.change.Change;
import io.imprimatur.change.Person;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.file.Problems;
import io.imprimatur.core.policy.file.Section;
import io.imprimatur.core.policy.file.Values;
import io.imprimatur.core.policy.shape.CaseVocabulary;
import io.imprimatur.core.provenance.AiShare;
import io.imprimatur.core.risk.DefaultRiskModel;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.DeveloperOfRecord;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskFactor;
import io.imprimatur.risk.RiskInput;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.ScanReport;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is given about a change. What is not given is as in an ordinary change of which all is known: one file that a
 * person wrote, meant for {@code main}, scanned in whole with nothing found. The time is not known.
 */
final class GivenReader {
    private static final Person DEVELOPER = new Person("Developer of record", "developer@example.com");

    private final Problems problems;
    private final Values values;
    private final Policy policy;
    private final FilesReader files;
    private final ScansReader scans;
    private final GenerationsReader generations;
    private final FactsReader facts;

    GivenReader(Problems problems, Values values, Policy policy) {
        this.problems = problems;
        this.values = values;
        this.policy = policy;
        files = new FilesReader(problems, values);
        scans = new ScansReader(problems, values, policy);
        generations = new GenerationsReader(problems, values);
        facts = new FactsReader(problems, values);
    }

    /** What was read, not yet put together. */
    record Given(
            List<GivenFile> files,
            @Nullable String target,
            List<Generation> generations,
            @Nullable Person developer,
            List<ScanReport> reports,
            List<Fact> facts,
            @Nullable Instant time,
            @Nullable RiskScore risk,
            Silence silence) {

        Assessment assessment() {
            Change change = new Change(
                    "case",
                    new Revision.Empty(),
                    new Revision.WorkingTree(),
                    target,
                    List.of(),
                    null,
                    files.stream().map(GivenFile::changed).toList(),
                    List.of());
            String generation =
                    generations.isEmpty() ? null : generations.get(0).id();
            List<Attribution> attributions = files.stream()
                    .flatMap(file -> file.authorship().of(file.path(), file.added(), generation).stream())
                    .toList();
            Provenance provenance = new Provenance(
                    attributions,
                    generations,
                    developer == null ? null : new DeveloperOfRecord(developer, Authorship.EVIDENCE));
            RatioRange share = AiShare.of(change, provenance, silence);
            RiskScore score = risk == null
                    ? new DefaultRiskModel().score(new RiskInput(change, provenance, silence, share, reports))
                    : risk;
            return new Assessment(change, provenance, silence, reports, score, facts, time);
        }
    }

    /** The keys of what is given. */
    @Nullable
    Section section(Node node) {
        return Section.of(node, CaseVocabulary.GIVEN, problems);
    }

    /** What a case gives; where it does not give something, what is given to every case. */
    Given read(@Nullable Section own, @Nullable Section shared) {
        List<GivenFile> changed = files.read(get("files", own, shared), get("ai", own, shared));
        RepoPath first =
                changed.isEmpty() ? new RepoPath("file.txt") : changed.get(0).path();
        List<ScanReport> reports = reports(own, shared, first);
        return new Given(
                changed,
                target(get("target", own, shared)),
                generations.read(get("generations", own, shared)),
                developer(get("developer-of-record", own, shared)),
                reports,
                facts.read(get("facts", own, shared), get("labels", own, shared), get("teams", own, shared)),
                time(get("time", own, shared)),
                values.of(get("risk", own, shared), GivenReader::risk),
                policy.silence());
    }

    private static @Nullable Node get(String key, @Nullable Section own, @Nullable Section shared) {
        Node node = own == null ? null : own.get(key);
        return node != null || shared == null ? node : shared.get(key);
    }

    private List<ScanReport> reports(@Nullable Section own, @Nullable Section shared, RepoPath first) {
        Node scanners = get("scanners", own, shared);
        Node findings = get("findings", own, shared);
        try {
            return scans.read(scanners, findings, get("gaps", own, shared), first);
        } catch (ImprimaturException refused) {
            // Only where the case says what scanners look for may a finding be none that they could have made.
            Node place = findings == null ? scanners : findings;
            if (place != null) {
                for (Problem problem : refused.problems()) {
                    problems.addFromPolicy(place.problem(problem.message()).value(problem.value()));
                }
            }
            return List.of();
        }
    }

    private @Nullable String target(@Nullable Node node) {
        String target = node == null ? "main" : values.words(node, 1000);
        return "unknown".equals(target) ? null : target;
    }

    private @Nullable Instant time(@Nullable Node node) {
        boolean unknown = node instanceof Node.Text text && text.value().equals("unknown");
        return unknown ? null : values.of(node, Words::time);
    }

    private @Nullable Person developer(@Nullable Node node) {
        String name = values.words(node, 1000);
        return node == null ? DEVELOPER : name == null || name.equals("none") ? null : new Person(name, "");
    }

    /** A level, a share, or two. */
    private static RiskScore risk(String text) {
        for (RiskLevel level : RiskLevel.values()) {
            if (level.id().equals(text)) {
                return score(DefaultRiskModel.values(level));
            }
        }
        if (!text.isEmpty() && Character.isLetter(text.charAt(0))) {
            String levels = String.join(
                    ", ", Arrays.stream(RiskLevel.values()).map(RiskLevel::id).toList());
            throw Words.refused("must be one of " + levels + ", or a share such as 60%", text);
        }
        return score(Authorship.range(text));
    }

    private static RiskScore score(RatioRange range) {
        return new RiskScore(
                "case",
                range,
                DefaultRiskModel.level(range.low()),
                DefaultRiskModel.level(range.high()),
                List.of(new RiskFactor("given", range, "by the case")));
    }
}
