package io.imprimatur.core.policy.shape;

import static io.imprimatur.core.policy.shape.Texts.CATEGORY;
import static io.imprimatur.core.policy.shape.Texts.CONTROL;
import static io.imprimatur.core.policy.shape.Texts.CVE;
import static io.imprimatur.core.policy.shape.Texts.CWE;
import static io.imprimatur.core.policy.shape.Texts.DESCRIPTION;
import static io.imprimatur.core.policy.shape.Texts.DIGEST;
import static io.imprimatur.core.policy.shape.Texts.DURATION;
import static io.imprimatur.core.policy.shape.Texts.GLOB;
import static io.imprimatur.core.policy.shape.Texts.ID;
import static io.imprimatur.core.policy.shape.Texts.NAME;
import static io.imprimatur.core.policy.shape.Texts.RULE_ID;
import static io.imprimatur.core.policy.shape.Texts.SENTENCES;
import static io.imprimatur.core.policy.shape.Texts.TIME;
import static io.imprimatur.core.policy.shape.Texts.TIME_OF_DAY;
import static io.imprimatur.core.policy.shape.Texts.ZONE;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.FileKind;
import io.imprimatur.core.policy.shape.Shape.Choice;
import io.imprimatur.core.policy.shape.Shape.Either;
import io.imprimatur.core.policy.shape.Shape.Flag;
import io.imprimatur.core.policy.shape.Shape.Listed;
import io.imprimatur.core.policy.shape.Shape.Mapping;
import io.imprimatur.core.policy.shape.Shape.Several;
import io.imprimatur.core.policy.shape.Shape.Whole;
import io.imprimatur.policy.ChangeCondition.Measure;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Requirement;
import io.imprimatur.provenance.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every key of a policy's file. A new key is a line here; the reader then knows it as one that may be there, and the
 * schema describes it.
 */
public final class Vocabulary {
    /** The version of the format: what the key {@code schema} may say. */
    public static final String FORMAT = "imprimatur/policy/v1";

    /** The most rules that a policy's file may have. */
    public static final int MAX_RULES = 5_000;

    /** What stands after {@code then}, where it is a word. */
    public static final Choice EFFECTS = new Choice(List.of("block", "review", "oblige"));

    /** The one obligation that is a word. */
    public static final String ROLLBACK_PLAN = "rollback-plan";

    /** From Monday to Sunday. */
    public static final Choice DAYS = new Choice(List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun"));

    /** The keys that say which files count. */
    public static final List<Key> FILTER = List.of(
            key("paths", several(GLOB), "the file's path matches one of these"),
            key("outside", several(GLOB), "the file's path matches none of these"),
            key("kind", several(Choice.of(FileKind.values())), "the file is of one of these kinds"),
            key("status", several(Choice.of(ChangeStatus.values())), "one of these happened to the file"));

    /** What {@code change} measures. */
    public static final List<Key> MEASURES = List.of(
            key(Measure.FILES.id(), Texts.COUNT, "how many files change"),
            key(Measure.ADDED_LINES.id(), Texts.COUNT, "how many lines are added"),
            key(Measure.DELETED_LINES.id(), Texts.COUNT, "how many lines are deleted"));

    public static final Mapping FILES = mapping("files", FILTER, new Need.Something("{ kind: test }"));

    public static final Mapping CHANGE =
            mapping("change", joined(MEASURES, FILTER), new Need.OneOf(names(MEASURES), false, "{ files: \">= 30\" }"));

    /** What a generation looks like. */
    public static final Mapping PATTERN = mapping(
            "generation",
            List.of(
                    key("model", GLOB, "the model's id, such as anthropic/claude-*"),
                    key("version", GLOB, "the model's version"),
                    key("provider", GLOB, "who runs the model"),
                    key("region", GLOB, "where it runs, such as eu-*"),
                    key("tool", GLOB, "the tool that called it")),
            new Need.Something("{ model: \"openai/*\" }"));

    public static final Mapping AI = mapping(
            "ai",
            joined(
                    List.of(key("share", Texts.SHARE, "how much of what is added a model wrote")),
                    FILTER,
                    List.of(
                            key("model", matching("models", GLOB, "anthropic/claude-*"), "by a model so"),
                            key("provider", matching("providers", GLOB, "anthropic"), "by a provider so"),
                            key("region", matching("regions", GLOB, "\"eu-*\""), "in a region so"),
                            key("tool", matching("tools", GLOB, "claude-code"), "by a tool so"),
                            key(
                                    "by",
                                    matching("generations", PATTERN, "{ model: \"openai/*\", region: \"eu-*\" }"),
                                    "by a combination of these so"),
                            key("confidence", Texts.LESS_THAN_SHARE, "a model was less sure than this")
                                    .positive("lower the confidence"))),
            Stream.concat(
                            FILTER.stream()
                                    .map(key -> new Need.Beside(
                                            key.name(),
                                            "share",
                                            "must stand beside share, which it narrows",
                                            "add a share, or ask for the files in a condition of their own")),
                            Stream.of(new Need.Something("{ share: \">= 20%\" }")))
                    .toArray(Need[]::new));

    /** What is asked of a fact, of which one is asked. */
    public static final List<Key> TESTS = List.of(
            key("matches", several(GLOB), "the text, or one of the texts, matches one of these"),
            key("compares", Texts.NUMBER, "the whole number compares so"),
            key("is", new Flag(false), "the flag is this"));

    public static final Mapping FACT = mapping(
            "fact",
            joined(List.of(key("name", ID, "the fact").required("name the fact, for example name: acme.team")), TESTS),
            new Need.OneOf(names(TESTS), true, "matches: payments"));

    public static final Mapping FINDING = mapping(
            "finding",
            List.of(
                    key("category", several(CATEGORY), "it is of one of these categories"),
                    key("severity", Texts.LEAST_SEVERITY, "it is at least so bad"),
                    key("confidence", Texts.LEAST_SHARE, "its scanner is at least so sure"),
                    key("rule", several(GLOB), "the scanner's rule matches one of these"),
                    key("scanner", several(ID), "it is from one of these"),
                    key("paths", several(GLOB), "it is in a path that matches one of these"),
                    key("introduced", new Flag(true), "the change brought it, or may have"),
                    key("cwe", several(CWE), "it has one of these weaknesses"),
                    key("cve", several(CVE), "it has a vulnerability that matches one of these"),
                    key("package", several(GLOB), "the package URL at fault matches one of these"),
                    key(
                            "license",
                            new Mapping(
                                    "licenses",
                                    "{ in: [\"GPL-*\"] } or { not-in: [MIT, Apache-2.0] }",
                                    matches(GLOB),
                                    List.of(new Need.OneOf(
                                            names(matches(GLOB)), true, "{ not-in: [MIT, Apache-2.0] }"))),
                            "the licence at fault is so"),
                    key("fix", new Flag(false), "whether its scanner knows a fix"),
                    key("count", Texts.LEAST_COUNT, "there are so many of them")));

    public static final Mapping TOPIC = mapping(
            "topic",
            List.of(
                    key("is", several(ID), "what the code is about").required("name topics, for example is: payments"),
                    key("paths", several(GLOB), "only files in these paths count"),
                    key("ai", Texts.LEAST_SHARE, "only files of which a model wrote at least so much count")));

    public static final Mapping NOT_COVERED = mapping(
            "not-covered",
            List.of(
                    key("scanner", several(ID), "by one of these"),
                    key("category", several(CATEGORY), "for one of these"),
                    key("paths", several(GLOB), "in a path that matches one of these")));

    public static final Mapping CONDITION = mapping(
            "condition",
            List.of(
                    key("all", several(new Shape.Inner(false)), "every one of these holds"),
                    key("any", several(new Shape.Inner(false)), "at least one of these holds"),
                    key("not", new Shape.Inner(true), "this does not hold"),
                    key("paths", several(GLOB), "the change touches a path that matches one of these"),
                    key("files", FILES, "the change touches a file that is so"),
                    key("target", several(GLOB), "the branch that the change is meant for matches one of these"),
                    key("change", CHANGE, "the change is of this size"),
                    key("ai", AI, "a model took part so"),
                    key("fact", FACT, "a fact that the embedding tool adds is so"),
                    key("label", several(GLOB), "the change has a label that matches one of these"),
                    key("team", several(GLOB), "the author is of a team that matches one of these"),
                    key("finding", FINDING, "there is a finding that is all of this")
                            .positive("more is found"),
                    key("risk", Texts.LEAST_RISK, "the risk is at least this").positive("higher the risk"),
                    key("topic", new Either(List.of(several(ID), TOPIC)), "the change touches code that is about this")
                            .positive("more is known of what the code is about"),
                    key("freeze", several(ID), "one of these freezes is in force")
                            .positive("more is frozen"),
                    key("not-covered", NOT_COVERED, "something was not scanned").positive("less is covered"),
                    key(
                                    "not-recorded",
                                    several(Choice.of(Recording.values())),
                                    "something of the provenance is not recorded")
                            .positive("less is recorded")),
            new Need.Single());

    public static final Mapping REQUIREMENT = mapping(
            "requirement",
            List.of(
                    key("by", ID, "a role; anyone who may review where it is left out"),
                    key(
                            "approvals",
                            new Whole(1, Requirement.MAX_APPROVALS),
                            "how many people, 1 where it is left out"),
                    key("excluding", several(ID), "roles whose holders do not count"),
                    key("within", DURATION, "how soon an answer is due")));

    public static final Mapping EFFECT = mapping(
            "effect",
            List.of(key("review", REQUIREMENT, "who must approve").required("write review: { by: …, approvals: … }")));

    /** What an obligation may be, of which it is one. */
    public static final List<Key> OBLIGATIONS = List.of(
            key("label", NAME, "put this label on the change"),
            key("notify", NAME, "tell this person or team"),
            key("follow-up", SENTENCES, "come back to this"));

    public static final Mapping OBLIGATION = mapping(
            "obligation",
            joined(OBLIGATIONS, List.of(key("within", DURATION, "how long there is for the follow-up"))),
            new Need.OneOf(names(OBLIGATIONS), true, "{ label: ai-generated }"),
            new Need.With("follow-up", "within", "say how long there is for it, for example within: 14d"),
            new Need.Beside("within", "follow-up", "must stand beside follow-up alone", "leave it out"));

    public static final Mapping RULE = mapping(
            "rule",
            List.of(
                    key("id", RULE_ID, "the rule's name, each once")
                            .required("name the rule, for example id: no-secrets"),
                    key("when", CONDITION, "where the rule acts")
                            .required("say when the rule acts, for example when: { paths: \"src/**\" }"),
                    key("then", new Either(List.of(EFFECTS, EFFECT)), "what it does there")
                            .required("write then: block or then: review"),
                    key(
                            "oblige",
                            several(new Either(List.of(new Choice(List.of(ROLLBACK_PLAN)), OBLIGATION))),
                            "what has to be done besides"),
                    key("enforcement", Choice.of(Enforcement.values()), "how far the rule is acted on"),
                    key("on-unknown", Choice.of(OnUnknown.values()), "what it does where nobody knows"),
                    key("hard", new Flag(false), "whether nothing lifts the rule, no waiver and no emergency"),
                    key("controls", several(CONTROL), "the controls that the rule serves"),
                    key("because", SENTENCES, "why the rule exists, for the people whom it stops")),
            new Need.Where(
                    "then",
                    "oblige",
                    "oblige",
                    "must say to what it obliges",
                    "write for example oblige: { label: ai-generated } beside then: oblige"));

    /** When a freeze is in force: every week where it has days, otherwise once. */
    public static final Mapping WINDOW = mapping(
            "window",
            List.of(
                    key("from", new Either(List.of(TIME, TIME_OF_DAY)), "its first moment"),
                    key("until", new Either(List.of(TIME, TIME_OF_DAY)), "the first moment after it"),
                    key("days", several(DAYS), "every week on these days"),
                    key("zone", ZONE, "in which time zone the days are meant")),
            new Need.Depending(
                    "days",
                    List.of(
                            key("from", TIME_OF_DAY, "from this time of the day"),
                            key("until", TIME_OF_DAY, "until this time of the day"),
                            key("zone", ZONE, "there").required("say where, for example zone: Europe/Zurich")),
                    List.of(
                            key("from", TIME, "from this time")
                                    .required(
                                            "write for example from: 2026-12-19T00:00:00Z, or days: [sat, sun] for every week"),
                            key("until", TIME, "until this time")
                                    .required(
                                            "write for example until: 2026-12-19T00:00:00Z, or days: [sat, sun] for every week"))),
            new Need.Beside("zone", "days", "must stand beside days alone", "write the offset into from and until"));

    public static final Mapping ROLE = mapping(
            "role",
            List.of(key("members", several(NAME), "people or teams, by the names that your directory knows")
                    .required("name people or teams, for example members: [\"@acme/appsec\"]")));

    public static final Mapping ASSUME = mapping(
            "assume",
            List.of(key(
                    "silence-about-authorship",
                    Choice.of(Silence.values()),
                    "who wrote lines of which nothing is said")));

    /** A policy that this one extends. */
    public static final Mapping LAYER = mapping(
            "layer",
            List.of(
                    key("policy", ID, "its name").required("name it, for example policy: acme-baseline"),
                    key("digest", DIGEST, "what it must be, with all that it extends in turn")));

    public static final Mapping WAIVER_TERMS = mapping(
            "waiver-terms",
            List.of(
                    key("by", ID, "the role whose members approve waivers")
                            .required("say who approves waivers, for example by: security"),
                    key("longest", DURATION, "how long a waiver may be in force")
                            .required("say for how long at most, for example longest: 90d")));

    public static final Mapping SIGN_OFF = mapping(
            "sign-off",
            List.of(
                    key("by", NAME, "who agreed, by name").required("name who agreed"),
                    key("role", ID, "for whom").required("say for whom, for example role: legal"),
                    key("digest", DIGEST, "to what: the digest of the policy without its sign-offs")
                            .required("say to what: the digest of the policy without its sign-offs")));

    /** A whole file. */
    public static final Mapping POLICY = mapping(
            "policy",
            List.of(
                    key("policy", ID, "the policy's name").required("name it, for example policy: acme-ai-code"),
                    key(
                            "version",
                            new Whole(1, Integer.MAX_VALUE),
                            "a number that you raise when you change the policy"),
                    key("description", DESCRIPTION, "what the policy is for"),
                    key("schema", new Choice(List.of(FORMAT)), "the format of the file"),
                    key("extends", several(new Either(List.of(ID, LAYER))), "the policies that this one only tightens"),
                    key("assume", ASSUME, "what is taken as known, and shown in every decision that leans on it"),
                    key("on-unknown", Choice.of(OnUnknown.values()), "what rules do that do not say it themselves"),
                    key(
                            "scanners",
                            new Shape.ById(new Shape.ById(new Either(
                                    List.of(new Shape.Scalar(), new Listed(new Shape.Scalar(), Integer.MAX_VALUE))))),
                            "the settings of each scanner that must be there"),
                    key("roles", new Shape.ById(ROLE), "who may approve"),
                    key("topics", new Shape.ById(several(GLOB)), "the paths of code that is about something"),
                    key("freezes", new Shape.ById(several(WINDOW)), "times in which changes need more"),
                    key("waivers", WAIVER_TERMS, "on which terms waivers count; without it none does"),
                    key("rules", new Listed(RULE, MAX_RULES), "what a change needs")
                            .required("write rules: and a list of them, or rules: [] for none"),
                    key("signed-off", several(SIGN_OFF), "who has agreed to this policy")));

    private Vocabulary() {}

    static Key key(String name, Shape shape, String description) {
        return Key.of(name, shape, description);
    }

    static Several several(Shape item) {
        return new Several(item);
    }

    static Mapping mapping(String name, List<Key> keys, Need... needs) {
        return new Mapping(name, "a mapping such as { " + keys.get(0).name() + ": … }", keys, List.of(needs));
    }

    /** What matches one of some, or what matches none. */
    private static Mapping matching(String name, Shape item, String example) {
        return new Mapping(
                name,
                "{ in: [" + example + "] } or { not-in: [" + example + "] }",
                matches(item),
                List.of(new Need.OneOf(names(matches(item)), true, "{ not-in: [" + example + "] }")));
    }

    private static List<Key> matches(Shape item) {
        return List.of(
                key(Match.IN.id(), several(item), "matches one of these"),
                key(Match.NOT_IN.id(), several(item), "matches none of these"));
    }

    private static List<String> names(List<Key> keys) {
        return keys.stream().map(Key::name).toList();
    }

    @SafeVarargs
    private static List<Key> joined(List<Key>... keys) {
        List<Key> all = new ArrayList<>();
        for (List<Key> some : keys) {
            all.addAll(some);
        }
        return List.copyOf(all);
    }
}
