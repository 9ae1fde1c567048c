package io.imprimatur.core.handbook;

import io.imprimatur.core.handbook.Sheet.Card;
import io.imprimatur.core.handbook.Sheet.Fact;
import io.imprimatur.core.handbook.Sheet.Section;
import io.imprimatur.core.policy.BuiltInRules;
import io.imprimatur.core.policy.PolicyWriter;
import io.imprimatur.core.report.Words;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicyLayer;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.SignOff;
import io.imprimatur.policy.WaiverTerms;
import io.imprimatur.provenance.Silence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A policy as a document for people who do not read its file: what is blocked, what goes to whom, why, and which controls
 * that serves. The same policy gives the same text. What the policy's author wrote cannot become markup. Pure and
 * thread-safe.
 */
public final class Handbook {
    private final Policy policy;
    private final Sheet sheet;

    private Handbook(Policy policy, Sheet sheet) {
        this.policy = policy;
        this.sheet = sheet;
    }

    /** As GitHub Flavored Markdown. */
    public static String markdown(Policy policy) {
        return new Handbook(policy, new MarkdownSheet()).text();
    }

    /** As one page of HTML that loads nothing and runs nothing. */
    public static String html(Policy policy) {
        return new Handbook(policy, new HtmlSheet()).text();
    }

    /** A section and what stands in it. */
    private record Chapter(Section section, Runnable content) {}

    private String text() {
        List<Chapter> chapters = chapters();
        sheet.head(
                "Policy " + sheet.code(policy.name()) + ", version " + policy.version(),
                policy.description() == null ? "" : sheet.text(policy.description()),
                facts());
        sheet.contents(chapters.stream().map(Chapter::section).toList());
        for (Chapter chapter : chapters) {
            sheet.section(chapter.section());
            chapter.content().run();
        }
        return sheet.end();
    }

    private List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(chapter("How a decision comes about", "decision", this::decision));
        chapters.add(chapter("The rules at a glance", "glance", this::glance));
        addRules("What is blocked", "blocked", isEnforced(Effect.Block.class), chapters);
        addRules("What people have to approve", "reviewed", isEnforced(Effect.Review.class), chapters);
        addRules("What else has to be done", "obliged", isEnforced(Effect.Oblige.class), chapters);
        addRules("What is being tried out", "tried", rule -> !counts(rule), chapters);
        chapters.add(chapter("What holds under every policy", "built-in", () -> BuiltInRules.ALL.forEach(this::rule)));
        add("Controls and the rules that serve them", "controls", controls().isEmpty(), this::controlTable, chapters);
        add("Roles", "roles", policy.roles().isEmpty(), this::roles, chapters);
        add("Topics", "topics", topicIds().isEmpty(), this::topics, chapters);
        add("Freezes", "freezes", policy.freezes().isEmpty(), this::freezes, chapters);
        add("Scanners", "scanners", policy.scanners().isEmpty(), this::scanners, chapters);
        add("What the words mean", "words", words().isEmpty(), this::wordTable, chapters);
        return chapters;
    }

    private static Chapter chapter(String title, String place, Runnable content) {
        return new Chapter(new Section(title, place), content);
    }

    private static void add(String title, String place, boolean empty, Runnable content, List<Chapter> chapters) {
        if (!empty) {
            chapters.add(chapter(title, place, content));
        }
    }

    private void addRules(String title, String place, Predicate<Rule> which, List<Chapter> chapters) {
        List<Rule> rules = policy.rules().stream().filter(which).toList();
        add(title, place, rules.isEmpty(), () -> rules.forEach(this::rule), chapters);
    }

    private static Predicate<Rule> isEnforced(Class<? extends Effect> effect) {
        return rule -> counts(rule) && effect.isInstance(rule.then());
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Digest", sheet.code(PolicyWriter.digest(policy).toString())));
        if (policy.signOffs().isEmpty()) {
            facts.add(new Fact("Signed off", "by nobody"));
        } else {
            facts.add(new Fact("Signed off", join(policy.signOffs(), this::signOff, "; ")));
            facts.add(new Fact(
                    "Signed content",
                    sheet.code(PolicyWriter.digest(policy.withoutSignOffs()).toString())));
        }
        if (!policy.layers().isEmpty()) {
            facts.add(new Fact("Tightens", join(policy.layers(), this::layer, "; ")));
        }
        facts.add(new Fact("Waivers", waivers()));
        facts.add(new Fact(
                "Assumed",
                policy.silence() == Silence.HUMAN
                        ? "Lines of which nothing says who wrote them were written by people."
                        : "Nothing. Lines of which nothing says who wrote them may be anyone’s."));
        return facts;
    }

    private String signOff(SignOff signOff) {
        return sheet.text(signOff.by()) + ", for " + sheet.code(signOff.role());
    }

    private String layer(PolicyLayer layer) {
        return sheet.code(layer.name()) + ", version " + layer.version() + ", "
                + sheet.code(layer.digest().toString());
    }

    private String waivers() {
        WaiverTerms terms = policy.waivers();
        return terms == null
                ? "None counts."
                : "Approved by " + sheet.code(terms.by()) + ", each for " + Words.duration(terms.longest())
                        + " at most.";
    }

    private void decision() {
        sheet.paragraph(
                "Each rule asks something of a change; where the answer is yes, what the rule says follows, and so it"
                        + " does where nobody can know the answer, unless the rule says otherwise.");
        sheet.paragraph(
                "The strictest rule decides: one that blocks is enough to block, the approvals that several ask for"
                        + " are all needed, and a change of which no rule asks anything is allowed.");
        sheet.paragraph(
                "A change is judged by the policy of the branch that it is meant for, never by one that it brings"
                        + " along; those who wrote it, those who prompted a model for it, and models themselves cannot approve it."
                        + " A review that is late is escalated, and never counts as approved.");
    }

    private void glance() {
        if (policy.rules().isEmpty()) {
            sheet.paragraph("This policy has no rules of its own.");
            return;
        }
        sheet.table(
                List.of("Rule", "What follows", "Approvals", "Answer due within", "Counts"),
                policy.rules().stream().map(this::glance).toList());
    }

    private List<String> glance(Rule rule) {
        Requirement asked = rule.then() instanceof Effect.Review review ? review.requirement() : null;
        return List.of(
                link(rule),
                follows(rule),
                asked == null
                        ? "–"
                        : asked.approvals() + " by " + (asked.role() == null ? "anyone" : sheet.code(asked.role())),
                asked == null || asked.within() == null ? "–" : Words.duration(asked.within()),
                switch (rule.enforcement()) {
                    case ENFORCE -> "yes";
                    case WARN -> "shown only";
                    case SHADOW -> "recorded only";
                });
    }

    private static String follows(Rule rule) {
        if (rule.then() instanceof Effect.Block) {
            return rule.hard() ? "blocked, no exception" : "blocked";
        }
        return rule.then() instanceof Effect.Review ? "review" : "something to do";
    }

    private String link(Rule rule) {
        return sheet.link(sheet.code(rule.id()), place(rule));
    }

    private static String place(Rule rule) {
        return "rule-" + rule.id();
    }

    private void rule(Rule rule) {
        List<Condition> parts = parts(rule.when());
        boolean single = parts.size() == 1;
        String sentence =
                effect(rule) + (single ? " where " + clause(parts.get(0)) + "." : " where " + many(rule.when()));
        List<Fact> facts = new ArrayList<>();
        if (rule.because() != null) {
            facts.add(new Fact("Why", sheet.text(rule.because())));
        }
        if (rule.onUnknown() == OnUnknown.REVIEW
                && rule.then() instanceof Effect.Block
                && rule.when().mayBeUnknown()) {
            facts.add(new Fact(
                    "Where nobody can know",
                    Words.requirement(Requirement.ANYONE) + (counts(rule) ? " is" : " would be") + " needed instead."));
        }
        if (!rule.obligations().isEmpty()) {
            facts.add(new Fact(
                    rule.then() instanceof Effect.Oblige ? "What has to be done" : "Besides",
                    join(rule.obligations(), this::obligation, "; ")));
        }
        if (rule.layer() != null) {
            facts.add(new Fact("Inherited from", sheet.code(rule.layer())));
        }
        if (rule.hard()) {
            facts.add(new Fact("Exceptions", "None: no waiver and no emergency lifts this."));
        }
        if (!rule.controls().isEmpty()) {
            facts.add(new Fact("Controls", join(rule.controls(), sheet::text, "; ")));
        }
        sheet.rule(new Card(
                place(rule),
                sheet.code(rule.id()),
                rule.then() instanceof Effect.Block
                        ? "block"
                        : rule.then() instanceof Effect.Review ? "review" : "oblige",
                badges(rule),
                sentence,
                single ? List.of() : parts.stream().map(this::clause).toList(),
                facts));
    }

    private static List<String> badges(Rule rule) {
        List<String> badges = new ArrayList<>();
        badges.add(
                rule.then() instanceof Effect.Block
                        ? "Blocks"
                        : rule.then() instanceof Effect.Review ? "Needs approval" : "Obliges");
        if (rule.hard()) {
            badges.add("No exception");
        }
        if (rule.enforcement() == Enforcement.WARN) {
            badges.add("Shown, does not count");
        }
        if (rule.enforcement() == Enforcement.SHADOW) {
            badges.add("Recorded only");
        }
        return badges;
    }

    private static boolean counts(Rule rule) {
        return rule.enforcement() == Enforcement.ENFORCE;
    }

    /** What becomes of a change, or would if the rule counted. */
    private String effect(Rule rule) {
        boolean counts = counts(rule);
        if (rule.then() instanceof Effect.Block) {
            return counts ? "A change is blocked" : "A change would be blocked";
        }
        return rule.then() instanceof Effect.Review review
                ? "A change " + (counts ? "needs " : "would need ")
                        + Words.requirement(review.requirement(), sheet::code) + ","
                : "A change " + (counts ? "calls" : "would call") + " for action";
    }

    private String obligation(Obligation obligation) {
        if (obligation instanceof Obligation.Label label) {
            return "label the change " + sheet.code(label.name());
        }
        if (obligation instanceof Obligation.Notify notify) {
            return "notify " + sheet.code(notify.recipient());
        }
        if (obligation instanceof Obligation.FollowUp later) {
            return "follow up within " + Words.duration(later.within()) + " after the merge: "
                    + sheet.text(withoutFullStop(later.task()));
        }
        return obligation.words();
    }

    /** A sentence that stands within another one. */
    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** What a condition asks, each on its own where it asks several things at once. */
    private static List<Condition> parts(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions();
        }
        return condition instanceof Condition.Any any ? any.conditions() : List.of(condition);
    }

    /** What the rules ask of this kind, however deep in their conditions. */
    private <T extends Condition> Stream<T> asked(Class<T> kind) {
        return policy.rules().stream()
                .flatMap(rule -> leaves(rule.when()))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static Stream<Condition> leaves(Condition condition) {
        return condition instanceof Condition.All || condition instanceof Condition.Any
                ? parts(condition).stream().flatMap(Handbook::leaves)
                : Stream.of(condition);
    }

    private static String many(Condition condition) {
        return condition instanceof Condition.All ? "all of this is so:" : "any of this is so:";
    }

    /** A condition, of the change that the sentence is about. */
    private String clause(Condition condition) {
        String words = Words.condition(condition, sheet::code);
        String change = "the change ";
        return words.startsWith(change) ? "it " + words.substring(change.length()) : words;
    }

    /** The rules that serve each control. */
    private Map<String, List<Rule>> controls() {
        Map<String, List<Rule>> controls = new TreeMap<>();
        for (Rule rule : policy.rules()) {
            rule.controls()
                    .forEach(control -> controls.computeIfAbsent(control, first -> new ArrayList<>())
                            .add(rule));
        }
        return controls;
    }

    private void controlTable() {
        List<List<String>> rows = new ArrayList<>();
        controls().forEach((control, rules) -> rows.add(List.of(sheet.text(control), join(rules, this::link, ", "))));
        sheet.table(List.of("Control", "Rules"), rows);
    }

    private void roles() {
        sheet.table(
                List.of("Role", "Members"),
                policy.roles().stream()
                        .map(role -> List.of(sheet.code(role.id()), codes(role.members())))
                        .toList());
    }

    /** The topics that the policy draws or a rule asks about. */
    private Set<String> topicIds() {
        Set<String> topics = new TreeSet<>(policy.topics().keySet());
        asked(TopicTouched.class).forEach(asked -> topics.addAll(asked.topics()));
        return topics;
    }

    private void topics() {
        sheet.paragraph("Code is about a topic in the places named here, and wherever else a scanner says so.");
        sheet.table(
                List.of("Topic", "Where its code is"),
                topicIds().stream()
                        .map(topic -> List.of(sheet.code(topic), places(topic)))
                        .toList());
    }

    private String places(String topic) {
        List<Glob> globs = policy.topics().get(topic);
        return globs == null
                ? "scanners alone tell; where none looks for it, nobody can know"
                : codes(globs.stream().map(Glob::pattern).toList());
    }

    private void freezes() {
        sheet.table(
                List.of("Freeze", "In force"),
                policy.freezes().stream()
                        .map(freeze -> List.of(sheet.code(freeze.id()), join(freeze.windows(), Times::words, "; ")))
                        .toList());
    }

    private void scanners() {
        sheet.paragraph("A scanner that is named here has to run; without it, what it would have found is not known.");
        List<List<String>> rows = new ArrayList<>();
        policy.scanners()
                .forEach((scanner, settings) -> rows.add(List.of(
                        sheet.code(scanner),
                        settings.isEmpty()
                                ? "none"
                                : join(
                                        settings.entrySet(),
                                        setting -> sheet.code(setting.getKey()) + " = "
                                                + codes(setting.getValue().values()),
                                        "; "))));
        sheet.table(List.of("Scanner", "Settings"), rows);
    }

    /** The words that the rules use and that not everybody knows, with what they mean. */
    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        if (asked(FindingExists.class).findAny().isPresent()) {
            words.put(
                    "Finding",
                    "Something that a scanner, a program that examines code, reports as wrong or as worth knowing. Its"
                            + " severity (info, low, medium, high or critical) says how bad it is if it is true, its"
                            + " confidence how sure the scanner is. What several scanners report, or one reports twice,"
                            + " counts once.");
        }
        if (asked(NotCovered.class).findAny().isPresent()) {
            words.put(
                    "Coverage",
                    "What the scanners have examined. It is not complete where a scanner is not there, failed or left"
                            + " something out, or where none looks for a category. What would have been found there is"
                            + " not known.");
        }
        if (asked(RiskAtLeast.class).findAny().isPresent()) {
            words.put(
                    "Risk",
                    "How much could go wrong with a change: a number from 0 to 1, or in words low, medium, high or"
                            + " critical. It is worked out from what changes, what was found, what was not covered and how"
                            + " much a model wrote. What is not known may raise it.");
        }
        return words;
    }

    private void wordTable() {
        List<List<String>> rows = new ArrayList<>();
        words().forEach((word, meaning) -> rows.add(List.of(word, meaning)));
        sheet.table(List.of("Word", "Meaning"), rows);
    }

    private String codes(Collection<String> names) {
        return join(names, sheet::code, ", ");
    }

    private static <T> String join(Collection<T> things, Function<T, String> words, String between) {
        return things.stream().map(words).collect(Collectors.joining(between));
    }
}
