package io.imprimatur.core.decide;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.Step;
import io.imprimatur.decision.Step.AddScanner;
import io.imprimatur.decision.Step.Approve;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.Condition.Any;
import io.imprimatur.policy.Condition.Not;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.Frozen;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.NotRecorded;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the rules that count would say of a change once steps are done. The steps done are always given with all that they
 * imply, as {@link #with} gives them. Belongs to one decision and one thread.
 */
final class Outlook {
    private final Situation situation;
    private final Steps steps = new Steps();
    private final List<Matter> groups = new ArrayList<>();
    private final IdentityHashMap<Condition, Matter> matters = new IdentityHashMap<>();
    private final Map<Integer, Matter> matterOfStep = new HashMap<>();
    private final Map<Integer, BitSet> approvals = new HashMap<>();
    private final IdentityHashMap<Condition, Prospect> prospects = new IdentityHashMap<>();
    /** The same for hard rules, for which no finding is waived. */
    private final IdentityHashMap<Condition, Prospect> hardProspects = new IdentityHashMap<>();

    private final List<Clause> clauses = new ArrayList<>();
    private final Map<String, Integer> fixes = new HashMap<>();
    private long looked;

    /**
     * A rule that counts.
     *
     * @param rule the rule
     * @param fires whether it fires as things are
     * @param when its condition
     * @param concerns the steps that may make it fire
     * @param approval the step that meets its requirement, where it asks for a review or may come to; otherwise -1
     * @param size how many conditions are looked at to say what its condition is, at most
     */
    private record Clause(Rule rule, boolean fires, Prospect when, BitSet concerns, int approval, int size) {
        /** Whether it may be other than clear. */
        boolean isOpen(BitSet done) {
            return fires || concerns.intersects(done);
        }

        boolean isClear(BitSet done) {
            Truth truth = when.truth(done);
            return truth == Truth.FALSE || (asksForReview(truth) && done.get(approval));
        }

        List<BitSet> ways(BitSet done) {
            Truth truth = when.truth(done);
            Set<BitSet> ways = new LinkedHashSet<>();
            if (asksForReview(truth)) {
                ways.add(Prospect.only(approval));
            } else if (asksForReview(Truth.UNKNOWN)) {
                ways.addAll(when.ways(Truth.UNKNOWN, done));
            }
            ways.addAll(when.ways(Truth.FALSE, done));
            return List.copyOf(ways);
        }

        private boolean asksForReview(Truth truth) {
            return rule.then() instanceof Effect.Review
                    || (truth == Truth.UNKNOWN && rule.onUnknown() == OnUnknown.REVIEW);
        }
    }

    /**
     * The outlook on rules that count, of which some fire.
     *
     * @param rules in which conditions that are equal are the same ({@link io.imprimatur.core.decide.index.Sharing})
     */
    Outlook(List<Rule> rules, List<FiredRule> fired, Situation situation) {
        this.situation = situation;
        List<Condition> asked = new ArrayList<>();
        IdentityHashMap<Condition, Boolean> seen = new IdentityHashMap<>();
        for (Rule rule : rules) {
            collect(rule.when(), seen, asked);
        }
        for (List<Condition> group : groups(asked)) {
            add(group);
        }
        Map<Requirement, Integer> requirements = new TreeMap<>();
        for (Rule rule : rules) {
            Requirement requirement = requirement(rule);
            if (requirement != null && !requirements.containsKey(requirement)) {
                requirements.put(requirement, steps.add(new Approve(requirement)));
            }
        }
        for (int number : requirements.values()) {
            approvals.put(number, implied(number, requirements.values()));
        }
        Set<String> firing = new HashSet<>();
        for (FiredRule rule : fired) {
            firing.add(rule.rule().id());
        }
        for (Rule rule : rules) {
            Requirement requirement = requirement(rule);
            Prospect when = prospect(rule.when(), rule.hard());
            clauses.add(new Clause(
                    rule,
                    firing.contains(rule.id()),
                    when,
                    concerning(rule.when()),
                    requirement == null ? -1 : requirements.getOrDefault(requirement, -1),
                    when.size()));
        }
    }

    private static @Nullable Requirement requirement(Rule rule) {
        if (rule.then() instanceof Effect.Review review) {
            return review.requirement();
        }
        return rule.onUnknown() == OnUnknown.REVIEW ? Requirement.ANYONE : null;
    }

    private BitSet implied(int approval, Collection<Integer> all) {
        Approve done = (Approve) steps.step(approval);
        BitSet implied = new BitSet();
        for (int other : all) {
            implied.set(other, Implication.implies(done, (Approve) steps.step(other)));
        }
        return implied;
    }

    // ---- what the rules ask

    private static List<Condition> parts(Condition condition) {
        if (condition instanceof All all) {
            return all.conditions();
        }
        return condition instanceof Any any ? any.conditions() : List.of();
    }

    /** A kind of condition that is not named here is one that holds or does not, as a whole: see {@link Matter#step}. */
    private static boolean hasWitnesses(Condition leaf) {
        return leaf instanceof FindingExists
                || leaf instanceof NotCovered
                || leaf instanceof TopicTouched
                || leaf instanceof NotRecorded
                || leaf instanceof Frozen;
    }

    /** The conditions that are about a matter, each once. */
    private static void collect(Condition condition, IdentityHashMap<Condition, Boolean> seen, List<Condition> asked) {
        for (Condition part : parts(condition)) {
            collect(part, seen, asked);
        }
        if (parts(condition).isEmpty() && !hasWitnesses(condition)) {
            Condition leaf = condition instanceof Not not ? not.condition() : condition;
            if (seen.put(leaf, true) == null) {
                asked.add(leaf);
            }
        }
    }

    /** The conditions that have something to say of one another, directly or by way of others. */
    private static List<List<Condition>> groups(List<Condition> conditions) {
        int[] leader = new int[conditions.size()];
        Map<Object, Integer> first = new HashMap<>();
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
            for (Object about : Logic.about(conditions.get(i))) {
                Integer other = first.putIfAbsent(about, i);
                if (other != null) {
                    leader[leader(i, leader)] = leader(other, leader);
                }
            }
        }
        Map<Integer, List<Condition>> groups = new LinkedHashMap<>();
        for (int i = 0; i < leader.length; i++) {
            groups.computeIfAbsent(leader(i, leader), key -> new ArrayList<>()).add(conditions.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static int leader(int member, int[] leader) {
        int at = member;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    private void add(List<Condition> conditions) {
        Matter matter = new Matter(conditions, steps, condition -> Evaluator.truth(condition, situation));
        groups.add(matter);
        for (Condition condition : conditions) {
            matters.put(condition, matter);
        }
        BitSet own = matter.steps();
        for (int step = own.nextSetBit(0); step >= 0; step = own.nextSetBit(step + 1)) {
            matterOfStep.put(step, matter);
        }
    }

    private Matter matter(Condition condition) {
        return Objects.requireNonNull(matters.get(condition));
    }

    private BitSet concerning(Condition condition) {
        BitSet concerning = new BitSet();
        for (Condition part : parts(condition)) {
            concerning.or(concerning(part));
        }
        if (parts(condition).isEmpty() && !hasWitnesses(condition)) {
            concerning.or(matter(condition instanceof Not not ? not.condition() : condition)
                    .steps());
        }
        return concerning;
    }

    private Prospect prospect(Condition condition, boolean hard) {
        if (condition instanceof All all) {
            return new Prospect.All(prospects(all.conditions(), hard));
        }
        if (condition instanceof Any any) {
            return new Prospect.Any(prospects(any.conditions(), hard));
        }
        Map<Condition, Prospect> worked = hard ? hardProspects : prospects;
        Prospect known = worked.get(condition);
        if (known == null) {
            known = leaf(condition, hard);
            worked.put(condition, known);
        }
        return known;
    }

    private List<Prospect> prospects(List<Condition> conditions, boolean hard) {
        List<Prospect> each = new ArrayList<>();
        for (Condition condition : conditions) {
            each.add(prospect(condition, hard));
        }
        return each;
    }

    private Prospect leaf(Condition condition, boolean hard) {
        if (condition instanceof FindingExists wanted) {
            return new Prospect.Witnessed(() -> witnesses(wanted, hard));
        }
        if (condition instanceof NotCovered wanted) {
            return new Prospect.Witnessed(
                    () -> Prospect.Witnesses.one(remedies(Missing.of(wanted, situation)), new BitSet()));
        }
        if (condition instanceof TopicTouched topic) {
            return topic(topic);
        }
        if (condition instanceof NotRecorded missing) {
            return new Prospect.Witnessed(() -> witnesses(
                    missing.records(), record -> Recorded.isMissing(record, situation), Step.RecordProvenance::new));
        }
        if (condition instanceof Frozen frozen) {
            return new Prospect.Witnessed(() ->
                    witnesses(frozen.freezes(), freeze -> Evaluator.isInForce(freeze, situation), Step.Await::new));
        }
        boolean negated = condition instanceof Not;
        Condition asked = condition instanceof Not not ? not.condition() : condition;
        Matter matter = matter(asked);
        return new Prospect.Asked(matter, matter.indexOf(asked), negated);
    }

    /** Of some things one is enough, and each is taken away by a step of its own. */
    private <T> Prospect.Witnesses witnesses(List<T> things, Function<T, Truth> truth, Function<T, Step> step) {
        BitSet certain = new BitSet();
        BitSet possible = new BitSet();
        for (T thing : things) {
            Truth is = truth.apply(thing);
            if (is != Truth.FALSE) {
                (is == Truth.TRUE ? certain : possible).set(steps.number(step.apply(thing)));
            }
        }
        return Prospect.Witnesses.one(certain, possible);
    }

    /** A file is about something no longer once it is left out, or once no scanner says or may say that it is. */
    private Prospect topic(TopicTouched topic) {
        List<Prospect> files = new ArrayList<>();
        for (ChangedFile file : situation.touching(topic.paths())) {
            Prospect touched = new Prospect.Witnessed(() ->
                    Prospect.Witnesses.one(Prospect.only(steps.number(new Step.LeaveOut(file.path()))), new BitSet()));
            Prospect said = Topics.isDrawn(topic, file, situation)
                    ? new Prospect.Fixed(Truth.TRUE)
                    : new Prospect.Witnessed(() -> witnesses(topic, file));
            Prospect generated = new Prospect.Fixed(Topics.isGenerated(topic, file, situation));
            files.add(new Prospect.All(List.of(touched, said, generated)));
        }
        for (RepoPath path : situation.unsure()) {
            if (Globs.mayMatch(topic.paths(), path)) {
                files.add(new Prospect.Witnessed(() ->
                        Prospect.Witnesses.one(new BitSet(), Prospect.only(steps.number(new Step.LeaveOut(path))))));
            }
        }
        return new Prospect.OfFiles(new Prospect.Any(files));
    }

    private Prospect.Witnesses witnesses(TopicTouched condition, ChangedFile file) {
        BitSet saying = new BitSet();
        BitSet hiding = new BitSet();
        for (String topic : condition.topics()) {
            TopicEvidence evidence = situation.topic(topic);
            for (Finding finding : evidence.saying().concerning(file)) {
                saying.set(fix(finding));
            }
            hiding.or(remedies(evidence.missing().concerning(file)));
        }
        return Prospect.Witnesses.one(saying, hiding);
    }

    private Prospect.Witnesses witnesses(FindingExists wanted, boolean hard) {
        BitSet certain = new BitSet();
        BitSet possible = new BitSet();
        fixes();
        BitSet hidden = remedies(Missing.of(wanted.filter(), situation));
        FindingFilter filter = wanted.filter();
        for (Finding finding : hard ? situation.passingOrWaived(filter) : situation.passing(filter)) {
            Truth meets = Evaluator.meets(filter, finding);
            (meets == Truth.TRUE ? certain : possible).set(fix(finding));
        }
        // A defect that one scanner is sure of is no doubt for another's sake.
        possible.andNot(certain);
        return new Prospect.Witnesses(certain, possible, hidden, wanted.least());
    }

    private BitSet remedies(List<Missing> missing) {
        BitSet remedies = new BitSet();
        for (Missing each : missing) {
            remedies.set(steps.number(each.remedy()));
        }
        return remedies;
    }

    /** The step that fixes each finding, by its fingerprint: those of one fingerprint are one defect. */
    private Map<String, Integer> fixes() {
        if (fixes.isEmpty()) {
            for (Finding finding : situation.findings()) {
                String defect = finding.fingerprint().digest().hex();
                if (!fixes.containsKey(defect)) {
                    fixes.put(defect, steps.add(new Step.FixFinding(finding)));
                }
            }
        }
        return fixes;
    }

    private int fix(Finding finding) {
        return Objects.requireNonNull(fixes().get(finding.fingerprint().digest().hex()));
    }

    // ---- what steps do

    /** What is done with more steps besides, and all that they imply; none where they cannot be done together. */
    Optional<BitSet> with(BitSet done, BitSet more) {
        BitSet all = (BitSet) done.clone();
        all.or(more);
        for (int step = more.nextSetBit(0); step >= 0; step = more.nextSetBit(step + 1)) {
            Matter matter = matterOfStep.get(step);
            if (matter != null) {
                Matter.After after = matter.after(all);
                if (!after.isPossible()) {
                    return Optional.empty();
                }
                all.or(after.implied());
            } else if (steps.step(step) instanceof Approve) {
                all.or(approvals.getOrDefault(step, new BitSet()));
            } else if (steps.step(step) instanceof AddScanner add && Implication.isAny(add)) {
                all.set(steps.number(Implication.ANY_SCANNER));
            }
        }
        return Optional.of(all);
    }

    /** The steps of some sets, in order; where one of them or of those that they imply says as much as several, that one. */
    List<Step> steps(List<BitSet> sets) {
        BitSet all = new BitSet();
        sets.forEach(all::or);
        Set<Integer> needed = new LinkedHashSet<>();
        for (BitSet set : sets) {
            for (int step = set.nextSetBit(0); step >= 0; step = set.nextSetBit(step + 1)) {
                Matter matter = matterOfStep.get(step);
                int one = matter == null ? -1 : matter.asOne(all);
                needed.add(one < 0 ? step : one);
            }
        }
        List<Step> named = new ArrayList<>();
        for (int step : needed) {
            named.add(steps.step(step));
        }
        return named;
    }

    /** How many times it was looked at what a condition is. */
    long looked() {
        return looked;
    }

    /** How many times a condition was worked out. */
    long work() {
        long work = 0;
        for (Matter matter : groups) {
            work += matter.work();
        }
        return work;
    }

    /** Whether every rule is clear. */
    boolean isClear(BitSet done) {
        return firstNotClear(done) == null;
    }

    private @Nullable Clause firstNotClear(BitSet done) {
        for (Clause clause : clauses) {
            if (clause.isOpen(done)) {
                looked += clause.size();
                if (!clause.isClear(done)) {
                    return clause;
                }
            }
        }
        return null;
    }

    /**
     * Sets of steps one of which everybody takes, or does more than, who does what is done and clears the first rule that
     * is not clear; none where no rule is.
     */
    Optional<List<BitSet>> ways(BitSet done) {
        Clause clause = firstNotClear(done);
        if (clause == null) {
            return Optional.empty();
        }
        looked += clause.size();
        return Optional.of(clause.ways(done));
    }
}
