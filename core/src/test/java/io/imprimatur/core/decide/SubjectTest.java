package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactValue;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Commit;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.Person;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.Policy;
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
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Law 5: what an approval is bound to, and what it outlives. */
class SubjectTest {
    private static final String COMMIT = "1".repeat(40);
    private static final Instant WORKDAY = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant CHRISTMAS = Instant.parse("2026-12-25T12:00:00Z");
    private static final TimeWindow WINTER =
            new TimeWindow.Span(Instant.parse("2026-12-19T00:00:00Z"), Instant.parse("2027-01-04T00:00:00Z"));
    private static final Policy POLICY =
            Policy.builder("p").silence(Silence.HUMAN).freeze("winter", WINTER).build();
    private static final Facts GIVEN = new Facts();

    /** The parts of an assessment, each to be exchanged. */
    private static final class Facts {
        private String repository = "r";
        private String target = "main";
        private Revision base = new Revision.OfCommit("2".repeat(40));
        private Revision head = new Revision.OfCommit(COMMIT);
        private List<Commit> commits = List.of(commit(COMMIT, "2026-11-24T12:00:00Z"));
        private Person pusher = new Person("Pusher", "pusher@example.org");
        private List<ChangedFile> files =
                List.of(file("a", "1", "2", FileMode.REGULAR), file("b", "3", "4", FileMode.REGULAR));
        private List<UnreadPath> unread = List.of();
        private List<Attribution> attributions = List.of(
                attribution(Contributor.AI, 1, 4, "commit 1", Evidence.Strength.CLAIMED),
                attribution(Contributor.HUMAN, 5, 9, "commit 1", Evidence.Strength.CLAIMED));
        private Generation generation = generation();
        private DeveloperOfRecord developer;
        private Silence silence = Silence.UNKNOWN;
        private ScannerDescriptor scanner = new ScannerDescriptor("s", "1", List.of(Category.SECRET, Category.STYLE));
        private List<Finding> findings = List.of(finding("r/x"), finding("r/y"));
        private List<Gap> gaps = List.of(
                new Gap(Gap.Cause.FAILED, new RepoPath("b"), Category.STYLE, "crashed"),
                new Gap(Gap.Cause.TIMED_OUT, null, null, "too slow"));
        private String riskModel = "model/1";
        private Ratio risk = Ratio.ofPercent(10);
        private List<Fact> facts = List.of(
                new Fact("f", new FactValue.Text("1"), "test"), new Fact("g", new FactValue.Flag(true), "test"));
        private Instant time = WORKDAY;
        private Policy policy = POLICY;

        Assessment assessment() {
            RatioRange value = RatioRange.exactly(risk);
            return new Assessment(
                    new Change(repository, base, head, target, commits, pusher, files, unread),
                    new Provenance(attributions, List.of(generation), developer),
                    silence,
                    List.of(new ScanReport(scanner, findings, new Coverage(gaps))),
                    new RiskScore(riskModel, value, RiskLevel.LOW, RiskLevel.LOW, List.of()),
                    facts,
                    time);
        }

        Digest digest() {
            return new Decider(policy, new PolicyOrigin.Starter())
                    .decide(assessment())
                    .subject();
        }
    }

    @Test
    void whatLeavesTheContentTheSameKeepsIt() {
        Map<String, UnaryOperator<Facts>> same = new HashMap<>();
        same.put("a rebase", f -> {
            f.base = new Revision.OfCommit("3".repeat(40));
            f.head = new Revision.OfCommit("4".repeat(40));
            f.commits = List.of(commit("4".repeat(40), "2026-11-25T12:00:00Z"));
            // A rebase also moves the commit that the evidence names.
            f.attributions = List.of(
                    attribution(Contributor.AI, 1, 4, "commit 4", Evidence.Strength.CLAIMED),
                    attribution(Contributor.HUMAN, 5, 9, "commit 4", Evidence.Strength.CLAIMED));
            return f;
        });
        same.put("a squash", f -> {
            f.commits = List.of();
            return f;
        });
        same.put("another time with the same freezes in force", f -> {
            f.time = WORKDAY.plusSeconds(86_400);
            return f;
        });
        same.put("another time of a generation", f -> {
            f.generation = generation(f.generation, Instant.parse("2026-01-01T00:00:00Z"));
            return f;
        });
        same.put("everything in another order", f -> {
            f.files = reversed(f.files);
            f.attributions = reversed(f.attributions);
            f.findings = reversed(f.findings);
            f.gaps = reversed(f.gaps);
            f.facts = reversed(f.facts);
            return f;
        });
        same.forEach((what, change) ->
                assertThat(change.apply(new Facts()).digest()).as(what).isEqualTo(GIVEN.digest()));
    }

    @Test
    void anythingElseIsAnotherSubject() {
        Map<String, UnaryOperator<Facts>> other = new HashMap<>();
        other.put("target", f -> set(f, () -> f.target = "release"));
        other.put("no target", f -> set(f, () -> f.target = null));
        other.put("path", f -> set(f, () -> f.files = List.of(f.files.get(0), file("c", "3", "4", FileMode.REGULAR))));
        other.put(
                "content", f -> set(f, () -> f.files = List.of(f.files.get(0), file("b", "3", "5", FileMode.REGULAR))));
        other.put(
                "content before",
                f -> set(f, () -> f.files = List.of(f.files.get(0), file("b", "1", "4", FileMode.REGULAR))));
        other.put(
                "mode", f -> set(f, () -> f.files = List.of(f.files.get(0), file("b", "3", "4", FileMode.EXECUTABLE))));
        other.put("one file less", f -> set(f, () -> f.files = List.of(f.files.get(0))));
        other.put(
                "a copy in place of a move",
                f -> set(f, () -> f.files = List.of(f.files.get(0), moved(ChangeStatus.COPIED))));
        other.put("a move", f -> set(f, () -> f.files = List.of(f.files.get(0), moved(ChangeStatus.RENAMED))));
        other.put("unread", f -> set(f, () -> f.unread = List.of(new UnreadPath(new RepoPath("z"), "gone"))));
        other.put(
                "contributor",
                f -> set(
                        f,
                        () -> f.attributions = List.of(
                                f.attributions.get(0),
                                attribution(Contributor.AI, 5, 9, "commit 1", Evidence.Strength.CLAIMED))));
        other.put(
                "lines",
                f -> set(
                        f,
                        () -> f.attributions = List.of(
                                f.attributions.get(0),
                                attribution(Contributor.HUMAN, 5, 8, "commit 1", Evidence.Strength.CLAIMED))));
        other.put(
                "strength",
                f -> set(
                        f,
                        () -> f.attributions = List.of(
                                f.attributions.get(0),
                                attribution(Contributor.HUMAN, 5, 9, "commit 1", Evidence.Strength.VERIFIED))));
        other.put("developer of record", f -> set(f, () -> f.developer = SmallWorld.DEVELOPER));
        other.put("silence", f -> set(f, () -> f.silence = Silence.HUMAN));
        other.put("no time of a generation", f -> set(f, () -> f.generation = generation(f.generation, null)));
        otherGenerations().forEach((what, g) -> other.put("generation: " + what, f -> set(f, () -> f.generation = g)));
        other.put(
                "scanner's version",
                f -> set(f, () -> f.scanner = new ScannerDescriptor("s", "2", f.scanner.categories())));
        other.put(
                "scanner's categories",
                f -> set(
                        f,
                        () -> f.scanner = new ScannerDescriptor(
                                "s", "1", List.of(Category.SECRET, Category.STYLE, Category.PII))));
        other.put("one finding less", f -> set(f, () -> f.findings = List.of(f.findings.get(0))));
        otherFindings()
                .forEach((what, finding) -> other.put(
                        "finding: " + what, f -> set(f, () -> f.findings = List.of(finding, f.findings.get(1)))));
        other.put("one gap less", f -> set(f, () -> f.gaps = List.of(f.gaps.get(0))));
        other.put(
                "gap: cause",
                f -> set(f, () -> f.gaps = List.of(f.gaps.get(0), new Gap(Gap.Cause.FAILED, null, null, "too slow"))));
        other.put(
                "gap: path",
                f -> set(
                        f,
                        () -> f.gaps = List.of(
                                f.gaps.get(0), new Gap(Gap.Cause.TIMED_OUT, new RepoPath("a"), null, "too slow"))));
        other.put(
                "gap: category",
                f -> set(
                        f,
                        () -> f.gaps = List.of(
                                f.gaps.get(0), new Gap(Gap.Cause.TIMED_OUT, null, Category.SECRET, "too slow"))));
        other.put(
                "fact's value",
                f -> set(f, () -> f.facts = List.of(new Fact("f", new FactValue.Text("2"), "test"), f.facts.get(1))));
        other.put(
                "fact's kind",
                f -> set(f, () -> f.facts = List.of(new Fact("f", new FactValue.Whole(1), "test"), f.facts.get(1))));
        other.put(
                "fact's texts",
                f -> set(
                        f,
                        () -> f.facts =
                                List.of(new Fact("f", new FactValue.Texts(List.of("1")), "test"), f.facts.get(1))));
        other.put(
                "fact's source",
                f -> set(f, () -> f.facts = List.of(new Fact("f", new FactValue.Text("1"), "else"), f.facts.get(1))));
        other.put("one fact less", f -> set(f, () -> f.facts = List.of(f.facts.get(0))));
        other.put("a freeze in force", f -> set(f, () -> f.time = CHRISTMAS));
        other.put("no time", f -> set(f, () -> f.time = null));
        other.put("risk model", f -> set(f, () -> f.riskModel = "model/2"));
        other.put(
                "policy",
                f -> set(
                        f,
                        () -> f.policy = Policy.builder("p")
                                .version(2)
                                .silence(Silence.HUMAN)
                                .freeze("winter", WINTER)
                                .build()));

        Map<Digest, String> seen = new HashMap<>(Map.of(GIVEN.digest(), "as given"));
        other.forEach((what, change) -> {
            String before = seen.put(change.apply(new Facts()).digest(), what);
            assertThat(before).as("has the same digest as " + what).isNull();
        });
    }

    @Test
    void listsOfTextsAreNotRunTogether() {
        Facts one = new Facts();
        one.facts = List.of(new Fact("f", new FactValue.Texts(List.of("a", "b")), "test"));
        Facts other = new Facts();
        other.facts = List.of(new Fact("f", new FactValue.Texts(List.of("a, b")), "test"));
        assertThat(one.digest()).isNotEqualTo(other.digest());
    }

    @Test
    void thereIsNoFloatingPointAndNoTimeInIt() throws IOException {
        Facts facts = new Facts();
        Situation situation = new Situation(facts.assessment(), POLICY, Silence.HUMAN);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Subject.write(situation, SmallWorld.digest("policy"), List.of(), written::write);
        List<JsonToken> tokens = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(written.toByteArray())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                tokens.add(token);
            }
        }
        assertThat(tokens).hasSizeGreaterThan(100).doesNotContain(JsonToken.VALUE_NUMBER_FLOAT);
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("imprimatur/subject/v1")
                .doesNotContain("2026-11")
                .doesNotContain(COMMIT);
    }

    private static Facts set(Facts facts, Runnable change) {
        change.run();
        return facts;
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Commit commit(String id, String time) {
        Person person = new Person("A", "a@example.org");
        return new Commit(id, person, person, List.of(), List.of(), Instant.parse(time), List.of());
    }

    private static ChangedFile file(String path, String old, String now, FileMode mode) {
        return new ChangedFile(
                ChangeStatus.MODIFIED,
                version(path, old, FileMode.REGULAR),
                version(path, now, mode),
                LineRanges.of(new LineRange(1, 9)),
                0,
                true);
    }

    private static ChangedFile moved(ChangeStatus status) {
        return new ChangedFile(
                status,
                version("old", "3", FileMode.REGULAR),
                version("b", "4", FileMode.REGULAR),
                LineRanges.of(new LineRange(1, 9)),
                0,
                true);
    }

    private static FileVersion version(String path, String content, FileMode mode) {
        return new FileVersion(new RepoPath(path), mode, SmallWorld.digest(content), 1, false);
    }

    private static Attribution attribution(
            Contributor contributor, int first, int last, String words, Evidence.Strength strength) {
        Attribution plain = Given.by(
                contributor,
                "a",
                LineRanges.of(new LineRange(first, last)),
                contributor == Contributor.AI ? "g" : null);
        Evidence evidence = new Evidence(Evidence.Kind.EMBEDDER, strength, words);
        return new Attribution(
                plain.path(), plain.lines(), contributor, plain.aiShare(), plain.generation(), List.of(evidence));
    }

    private static Generation generation() {
        return new Generation(
                "g",
                new Model("m", "1", "p", "eu"),
                "t",
                SmallWorld.PERSON,
                SmallWorld.PROMPT,
                Ratio.ofPercent(50),
                3,
                Instant.parse("2026-11-24T12:00:00Z"));
    }

    private static Generation generation(Generation g, Instant time) {
        return new Generation(
                g.id(), g.model(), g.tool(), g.requester(), g.prompt(), g.confidence(), g.reasoningSteps(), time);
    }

    private static Map<String, Generation> otherGenerations() {
        Generation g = generation();
        Map<String, Generation> others = new HashMap<>();
        List<Model> models = new ArrayList<>(List.of(
                new Model("n", "1", "p", "eu"),
                new Model("m", "2", "p", "eu"),
                new Model("m", "1", "q", "eu"),
                new Model("m", "1", "p", "us"),
                // The same words at another place.
                new Model("m", null, "p", "eu"),
                new Model("m", "1", null, "eu"),
                new Model("m", "1", "p", null)));
        models.add(null);
        for (Model model : models) {
            others.put(
                    "model " + model,
                    new Generation(
                            "g",
                            model,
                            g.tool(),
                            g.requester(),
                            g.prompt(),
                            g.confidence(),
                            g.reasoningSteps(),
                            g.time()));
        }
        others.put("tool", new Generation("g", g.model(), "u", g.requester(), g.prompt(), g.confidence(), 3, g.time()));
        others.put(
                "no tool",
                new Generation("g", g.model(), null, g.requester(), g.prompt(), g.confidence(), 3, g.time()));
        others.put(
                "requester",
                new Generation(
                        "g",
                        g.model(),
                        "t",
                        new Person("Q", "p@example.org"),
                        g.prompt(),
                        g.confidence(),
                        3,
                        g.time()));
        others.put("no requester", new Generation("g", g.model(), "t", null, g.prompt(), g.confidence(), 3, g.time()));
        others.put(
                "prompt",
                new Generation(
                        "g",
                        g.model(),
                        "t",
                        g.requester(),
                        new PromptCommitment("1".repeat(64)),
                        g.confidence(),
                        3,
                        g.time()));
        others.put("no prompt", new Generation("g", g.model(), "t", g.requester(), null, g.confidence(), 3, g.time()));
        others.put(
                "confidence",
                new Generation("g", g.model(), "t", g.requester(), g.prompt(), Ratio.ofPercent(51), 3, g.time()));
        others.put("no confidence", new Generation("g", g.model(), "t", g.requester(), g.prompt(), null, 3, g.time()));
        others.put(
                "steps", new Generation("g", g.model(), "t", g.requester(), g.prompt(), g.confidence(), 4, g.time()));
        return others;
    }

    private static Finding finding(String rule) {
        return finding(rule, f -> f);
    }

    private static Finding finding(String rule, UnaryOperator<Parts> change) {
        Parts p = change.apply(new Parts());
        return new Finding(
                "s",
                rule,
                p.message,
                p.severity,
                p.category,
                p.confidence,
                p.location,
                p.fingerprint,
                p.origin,
                p.cwe,
                p.cve,
                p.component,
                p.license,
                p.fix);
    }

    private static final class Parts {
        private String message = "found";
        private Severity severity = Severity.HIGH;
        private Category category = Category.SECRET;
        private Ratio confidence = Ratio.ofPercent(80);
        private Location location = Location.of(new RepoPath("a"), LineRange.of(1));
        private Fingerprint fingerprint = new Fingerprint(SmallWorld.digest("f"));
        private Origin origin = Origin.INTRODUCED;
        private List<String> cwe = List.of("CWE-1");
        private List<String> cve = List.of("CVE-2026-0001");
        private String component = "pkg:npm/a";
        private String license = "MIT";
        private String fix = "do this";
    }

    private static Map<String, Finding> otherFindings() {
        Map<String, UnaryOperator<Parts>> changes = new HashMap<>();
        changes.put("message", p -> {
            p.message = "lost";
            return p;
        });
        changes.put("severity", p -> {
            p.severity = Severity.LOW;
            return p;
        });
        changes.put("category", p -> {
            p.category = Category.STYLE;
            return p;
        });
        changes.put("confidence", p -> {
            p.confidence = Ratio.ofPercent(81);
            return p;
        });
        changes.put("no confidence", p -> {
            p.confidence = null;
            return p;
        });
        changes.put("path", p -> {
            p.location = Location.of(new RepoPath("b"), LineRange.of(1));
            return p;
        });
        changes.put("line", p -> {
            p.location = Location.of(new RepoPath("a"), LineRange.of(2));
            return p;
        });
        changes.put("no location", p -> {
            p.location = null;
            return p;
        });
        changes.put("fingerprint", p -> {
            p.fingerprint = new Fingerprint(SmallWorld.digest("g"));
            return p;
        });
        changes.put("origin", p -> {
            p.origin = Origin.UNKNOWN;
            return p;
        });
        changes.put("cwe", p -> {
            p.cwe = List.of();
            return p;
        });
        changes.put("cve", p -> {
            p.cve = List.of();
            return p;
        });
        changes.put("component", p -> {
            p.component = "pkg:npm/b";
            return p;
        });
        changes.put("no component", p -> {
            p.component = null;
            return p;
        });
        changes.put("license", p -> {
            p.license = "ISC";
            return p;
        });
        changes.put("no license", p -> {
            p.license = null;
            return p;
        });
        changes.put("no fix", p -> {
            p.fix = null;
            return p;
        });
        changes.put("fix", p -> {
            p.fix = "do that";
            return p;
        });
        Map<String, Finding> findings = new HashMap<>();
        changes.forEach((what, change) -> findings.put(what, finding("r/x", change)));
        findings.put("rule", finding("r/z"));
        return findings;
    }
}
