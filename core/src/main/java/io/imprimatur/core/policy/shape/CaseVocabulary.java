package io.imprimatur.core.policy.shape;

import static io.imprimatur.core.policy.shape.Texts.CATEGORY;
import static io.imprimatur.core.policy.shape.Texts.ID;
import static io.imprimatur.core.policy.shape.Texts.NAME;
import static io.imprimatur.core.policy.shape.Texts.PATH;
import static io.imprimatur.core.policy.shape.Texts.SENTENCES;
import static io.imprimatur.core.policy.shape.Vocabulary.key;
import static io.imprimatur.core.policy.shape.Vocabulary.mapping;
import static io.imprimatur.core.policy.shape.Vocabulary.several;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.core.policy.shape.Shape.Choice;
import io.imprimatur.core.policy.shape.Shape.Either;
import io.imprimatur.core.policy.shape.Shape.Flag;
import io.imprimatur.core.policy.shape.Shape.Listed;
import io.imprimatur.core.policy.shape.Shape.Mapping;
import io.imprimatur.core.policy.shape.Shape.Whole;
import io.imprimatur.decision.Verdict;
import io.imprimatur.finding.Severity;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.scan.Gap;
import java.util.List;

/** Every key of a file with the cases of a policy. */
public final class CaseVocabulary {
    /** The version of the format. */
    public static final String FORMAT = "imprimatur/policy-cases/v1";

    /** The most cases that a file may have. */
    public static final int MOST = 1_000;

    /** The most files that a case may have, copies counted. */
    public static final int MOST_FILES = 10_000;

    /** The most findings that may be alike. */
    public static final int MOST_ALIKE = 10_000;

    /** The most lines that a file may gain or lose, and the last line in which a finding may be. */
    public static final int MOST_LINES = 1_000_000;

    private static final Choice UNKNOWN = new Choice(List.of("unknown"));
    private static final Choice RISK_LEVELS = Choice.of(RiskLevel.values());

    /** {@code unknown} stands for what is not known. */
    private static Either perhapsUnknown(Shape shape) {
        return new Either(List.of(UNKNOWN, shape));
    }

    /** One, or a list that may say that there is none. */
    private static Either perhapsNone(Shape item) {
        return new Either(List.of(item, new Listed(item, Integer.MAX_VALUE)));
    }

    public static final Mapping CHANGED_FILE = mapping(
            "given-file",
            List.of(
                    key("path", PATH, "where it is, or was").required("name it, for example path: src/a.java"),
                    key("from", PATH, "where it was before"),
                    key("status", Choice.of(ChangeStatus.values()), "what happened to it"),
                    key("added", new Whole(0, MOST_LINES), "how many lines it gained"),
                    key("deleted", new Whole(0, MOST_LINES), "how many lines it lost"),
                    key("lines", UNKNOWN, "where its lines were not counted"),
                    key("ai", Texts.SHARES, "how much of what it gained a model wrote"),
                    key("copies", new Whole(1, MOST_FILES), "so many files that are alike")));

    public static final Mapping GENERATION = mapping(
            "given-generation",
            List.of(
                    key("model", NAME, "the model's id"),
                    key("version", NAME, "the model's version"),
                    key("provider", NAME, "who runs the model"),
                    key("region", NAME, "where it runs"),
                    key("tool", NAME, "the tool that called it"),
                    key("prompt", new Flag(false), "whether the prompt is recorded"),
                    key("requester", SENTENCES, "whoever prompted"),
                    key("confidence", Texts.ONE_SHARE, "how sure the model was"),
                    key("time", Texts.TIME, "when it wrote")));

    public static final Mapping FINDING = mapping(
            "given-finding",
            List.of(
                    key("category", CATEGORY, "of what it is").required("say of what, for example category: secret"),
                    key("severity", Choice.of(Severity.values()), "how bad it is"),
                    key("confidence", perhapsUnknown(Texts.ONE_SHARE), "how sure its scanner is"),
                    key("rule", NAME, "the scanner's rule"),
                    key("scanner", ID, "who found it"),
                    key("path", PATH, "in which file it is"),
                    key("line", new Whole(1, MOST_LINES), "in which line it is"),
                    key("introduced", new Either(List.of(new Flag(false), UNKNOWN)), "whether the change brought it"),
                    key("message", Texts.DESCRIPTION, "what its scanner says"),
                    key("cwe", several(Texts.CWE), "which weaknesses it has"),
                    key("cve", several(NAME), "which vulnerabilities it has"),
                    key("package", SENTENCES, "the package URL at fault"),
                    key("license", SENTENCES, "the licence at fault"),
                    key("fix", Texts.DESCRIPTION, "what its scanner says is to be done"),
                    key("count", new Whole(1, MOST_ALIKE), "so many findings that are alike")));

    public static final Mapping SCANNER = mapping(
            "given-scanner",
            List.of(
                    key("id", ID, "its name").required("name it, for example id: semgrep"),
                    key("covers", several(CATEGORY), "what it looks for")));

    public static final Mapping GAP = mapping(
            "given-gap",
            List.of(
                    key("scanner", ID, "who did not cover it"),
                    key("category", CATEGORY, "for what"),
                    key("path", PATH, "in which file"),
                    key("cause", Choice.of(Gap.Cause.values()), "why not")));

    /** What is given of a change. */
    public static final Mapping GIVEN = mapping(
            "given",
            List.of(
                    key("files", perhapsNone(new Either(List.of(PATH, CHANGED_FILE))), "the files that it changes"),
                    key("target", SENTENCES, "the branch that it is meant for, or unknown"),
                    key("ai", Texts.SHARES, "how much of what each file gains a model wrote"),
                    key("generations", perhapsNone(new Either(List.of(NAME, GENERATION))), "the models that took part"),
                    key("developer-of-record", SENTENCES, "who answers for it, or none"),
                    key("findings", several(FINDING), "what scanners found"),
                    key("scanners", perhapsNone(new Either(List.of(ID, SCANNER))), "which scanners ran"),
                    key("gaps", several(GAP), "what was not covered"),
                    key(
                            "facts",
                            new Shape.ById(new Either(
                                    List.of(new Shape.Scalar(), new Listed(Texts.DESCRIPTION, Integer.MAX_VALUE)))),
                            "what the embedding tool adds"),
                    key("labels", perhapsUnknown(new Listed(Texts.DESCRIPTION, Integer.MAX_VALUE)), "its labels"),
                    key(
                            "teams",
                            perhapsUnknown(new Listed(Texts.DESCRIPTION, Integer.MAX_VALUE)),
                            "the teams of its author"),
                    key("time", perhapsUnknown(Texts.TIME), "when it is judged"),
                    key("risk", Texts.RISKS, "its risk")));

    public static final Mapping FIX = mapping(
            "step-fix",
            List.of(
                    key("category", CATEGORY, "of this category"),
                    key("rule", NAME, "by this rule"),
                    key("scanner", ID, "from this scanner"),
                    key("path", PATH, "in this file")));

    public static final Mapping COVER = mapping(
            "step-cover",
            List.of(
                    key("category", CATEGORY, "for this category"),
                    key("scanner", ID, "by this scanner"),
                    key("path", PATH, "in this file")));

    public static final Mapping RUN = mapping(
            "step-run",
            List.of(key("scanner", ID, "this one"), key("category", CATEGORY, "one that looks for this category")));

    private static final List<Key> STEPS = List.of(
            key("fix", new Either(List.of(CATEGORY, FIX)), "remove the cause of a finding"),
            key("cover", new Either(List.of(CATEGORY, COVER)), "scan what was not covered"),
            key("run", new Either(List.of(ID, RUN)), "run a scanner that was not there"),
            key(
                    "establish",
                    new Shape.Inner(false),
                    "bring it about that this fact of the change holds; under not, that it does not"),
            key("risk-below", new Either(List.of(RISK_LEVELS, Texts.ONE_SHARE)), "lower the risk"),
            key("confidence-from", Texts.ONE_SHARE, "have every generation recorded with as much confidence"),
            key("leave-out", PATH, "take this file out of the change"),
            key("record", Choice.of(Recording.values()), "record this of everything that a model wrote"),
            key("await", ID, "wait until this freeze is over"),
            key(
                    "approve",
                    new Either(List.of(new Choice(List.of("anyone")), Vocabulary.REQUIREMENT)),
                    "get these approvals"));

    /** Something to do towards clearing a change, of which one is said. */
    public static final Mapping STEP =
            mapping("step", STEPS, new Need.OneOf(STEPS.stream().map(Key::name).toList(), true, "{ fix: secret }"));

    /** What is expected of a decision. */
    public static final Mapping EXPECT = mapping(
            "expect",
            List.of(
                    key("verdict", Choice.of(Verdict.values()), "it is this"),
                    key("fires", several(ID), "these rules fire, and perhaps others"),
                    key("fires-only", perhapsNone(ID), "these rules fire and no others"),
                    key("fires-not", several(ID), "these rules do not fire"),
                    key(
                            "requires",
                            perhapsNone(new Either(List.of(new Choice(List.of("anyone")), Vocabulary.REQUIREMENT))),
                            "these approvals are asked for and no others"),
                    key(
                            "obliges",
                            perhapsNone(new Either(
                                    List.of(new Choice(List.of(Vocabulary.ROLLBACK_PLAN)), Vocabulary.OBLIGATION))),
                            "these obligations follow and no others"),
                    key("unblock", several(several(STEP)), "each of these clears the change, and perhaps others do"),
                    key("unblock-only", perhapsNone(several(STEP)), "these clear the change and nothing else does")),
            new Need.Something("{ verdict: review }"));

    public static final Mapping CASE = mapping(
            "case",
            List.of(
                    key("case", SENTENCES, "what it shows")
                            .required("say what it shows, for example case: a secret is blocked"),
                    key("given", GIVEN, "what is known about the change"),
                    key("expect", EXPECT, "what should be decided")
                            .required("say what should be, for example expect: { verdict: review }")));

    /** A whole file. */
    public static final Mapping FILE = mapping(
            "cases",
            List.of(
                    key("given", GIVEN, "what is given to every case that does not give the same key"),
                    key("cases", new Listed(CASE, MOST), "the cases").required("write cases: and a list of them")));

    private CaseVocabulary() {}
}
