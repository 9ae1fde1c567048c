package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Commit;
import io.imprimatur.change.Person;
import io.imprimatur.core.decide.index.FileIndex;
import io.imprimatur.core.decide.index.Hits;
import io.imprimatur.core.decide.index.RuleIndex;
import io.imprimatur.core.decide.index.Sharing;
import io.imprimatur.core.policy.BuiltInRules;
import io.imprimatur.core.policy.PolicyWriter;
import io.imprimatur.decision.Assumption;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.PolicyReference;
import io.imprimatur.decision.Verdict;
import io.imprimatur.decision.WaiverUse;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.ReviewedWaiver;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.Waiver;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Silence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Decides about an assessment under a policy. A pure function: the same two give the same decision, with no clock, no
 * input and no output. Immutable and thread-safe.
 */
public final class Decider {
    private static final Comparator<Person> BY_EMAIL = (one, other) -> {
        int order = one.email().compareTo(other.email());
        return order != 0 ? order : one.name().compareTo(other.name());
    };

    private final Policy policy;
    private final PolicyReference reference;
    private final List<Rule> rules;
    private final RuleIndex index;
    private final FileIndex files;
    private final List<ReviewedWaiver> waivers;

    /** A decider for a policy that came from somewhere, and no waivers. */
    public Decider(Policy policy, PolicyOrigin origin) {
        this(policy, origin, List.of());
    }

    /**
     * A decider for a policy that came from somewhere, with waivers.
     *
     * @param waivers those of the target branch, or given by the caller, never of the head of the change; each id once
     */
    public Decider(Policy policy, PolicyOrigin origin, List<ReviewedWaiver> waivers) {
        this.policy = policy;
        this.waivers = Preconditions.copy(waivers, "waivers");
        Set<String> ids = new HashSet<>();
        for (ReviewedWaiver each : this.waivers) {
            String id = each.waiver().id();
            Preconditions.check(ids.add(id), "waivers", id, "must have each id once");
        }
        this.reference = new PolicyReference(
                policy.name(),
                policy.version(),
                PolicyWriter.digest(policy),
                origin,
                policy.signOffs(),
                policy.layers());
        List<Rule> all = new ArrayList<>(BuiltInRules.ALL);
        all.addAll(policy.rules());
        this.rules = Sharing.of(all);
        List<Condition> conditions = new ArrayList<>();
        for (Rule rule : rules) {
            conditions.add(rule.when());
        }
        this.index = new RuleIndex(conditions, Licenses::meets);
        this.files = new FileIndex(index.askedOfReference(), Globs::pass, FileKinds::globs);
    }

    /** The policy under which this decides. */
    public Policy policy() {
        return policy;
    }

    /**
     * Decides. The digest of the subject, and what would clear the change, are worked out when they are first asked for.
     *
     * @throws ImprimaturException {@link ErrorCode#ASSUMPTION_NOT_DECLARED} where the assessment takes silence to mean
     *     something that the policy does not declare
     */
    public Decision decide(Assessment assessment) {
        Judged judged = judge(assessment);
        List<FiredRule> counting = new ArrayList<>();
        for (FiredRule rule : judged.fired) {
            if (rule.counts()) {
                counting.add(rule);
            }
        }
        return new Decision(
                verdict(judged.fired),
                () -> Subject.of(judged.situation, reference.digest(), inForce(judged.waivers)),
                reference,
                judged.fired,
                requirements(counting),
                obligations(counting),
                assumptions(judged.reasons),
                excluded(assessment),
                () -> Clearing.of(rules, judged.fired, judged.situation),
                judged.waivers);
    }

    /**
     * The verdict of {@link #decide} alone, for whoever looks at many assessments and asks why of a few.
     *
     * @throws ImprimaturException as {@link #decide} does
     */
    public Verdict verdict(Assessment assessment) {
        if (!waivers.isEmpty()) {
            // What they lift hangs on the reasons.
            return verdict(judge(assessment).fired);
        }
        checkSilence(assessment);
        Hits hits = index.hits(index.read(assessment.reports()));
        List<Truth> truths = truths(hits, situation(assessment, policy.silence(), hits));
        Verdict verdict = Verdict.ALLOW;
        for (int i = 0; i < truths.size(); i++) {
            Rule rule = rules.get(i);
            if (truths.get(i) != Truth.FALSE && rule.enforcement() == Enforcement.ENFORCE) {
                verdict = verdict.max(verdict(rule, truths.get(i)));
            }
        }
        return verdict;
    }

    private static Verdict verdict(List<FiredRule> fired) {
        Verdict verdict = Verdict.ALLOW;
        for (FiredRule rule : fired) {
            verdict = rule.counts() ? verdict.max(rule.verdict()) : verdict;
        }
        return verdict;
    }

    /**
     * What the rules say.
     *
     * @param fired the rules that fire
     * @param waivers the waivers that concern the change
     * @param situation as rules see it that are not hard
     */
    private record Judged(List<FiredRule> fired, List<WaiverUse> waivers, Situation situation, Reasons reasons) {}

    private Judged judge(Assessment assessment) {
        checkSilence(assessment);
        Hits hits = index.hits(index.read(assessment.reports()));
        Situation everything = situation(assessment, policy.silence(), hits);
        Situation unassuming = situation(assessment, Silence.UNKNOWN, hits);
        Waivers waiving = new Waivers(waivers, rules, everything);
        Situation situation = everything.waiving(waiving.findings());
        Reasons strict = new Reasons(everything, unassuming);
        Reasons reasons = new Reasons(situation, unassuming.waiving(waiving.findings()));
        List<Truth> strictly = truths(hits, everything);
        List<Truth> truths = waiving.findings().isEmpty()
                ? strictly
                : truths(index.hits(index.read(situation.reports())), situation);
        List<FiredRule> fired = new ArrayList<>();
        for (int i = 0; i < truths.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.hard() && strictly.get(i) != Truth.FALSE) {
                FiredRule firing = fired(rule, strictly.get(i), strict);
                waiving.lifts(firing);
                fired.add(firing);
            } else if (truths.get(i) != Truth.FALSE) {
                FiredRule firing = fired(rule, truths.get(i), reasons);
                if (!waiving.lifts(firing)) {
                    fired.add(firing);
                }
            } else if (strictly.get(i) != Truth.FALSE) {
                waiving.liftedByFindings(fired(rule, strictly.get(i), strict));
            }
        }
        // A stable sort: those that count come first, each part in the policy's order.
        fired.sort((one, other) -> Boolean.compare(other.counts(), one.counts()));
        return new Judged(fired, waiving.uses(), situation, reasons);
    }

    private Situation situation(Assessment assessment, Silence silence, Hits hits) {
        Function<FileFilter, List<ChangedFile>> passing =
                files.passing(assessment.change().files());
        return new Situation(assessment, policy, silence, hits::passing, passing);
    }

    private static List<Waiver> inForce(List<WaiverUse> uses) {
        List<Waiver> inForce = new ArrayList<>();
        for (WaiverUse use : uses) {
            if (use.counts()) {
                inForce.add(use.waiver());
            }
        }
        return inForce;
    }

    private void checkSilence(Assessment assessment) {
        if (assessment.silence() == Silence.HUMAN && policy.silence() != Silence.HUMAN) {
            throw new ImprimaturException(
                    ErrorCode.ASSUMPTION_NOT_DECLARED,
                    Problem.of(
                                    "the assessment takes silence about authorship to mean a person, which the policy does not"
                                            + " declare")
                            .field("assessment.silence")
                            .value(assessment.silence())
                            .remedy("assess under the policy's own meaning, " + policy.silence()));
        }
    }

    private List<Truth> truths(Hits hits, Situation situation) {
        return index.truths(hits, situation.assessment(), condition -> Evaluator.truth(condition, situation));
    }

    private static FiredRule fired(Rule rule, Truth truth, Reasons reasons) {
        Verdict verdict = verdict(rule, truth);
        Requirement requirement = rule.then() instanceof Effect.Review review
                ? review.requirement()
                : verdict == Verdict.REVIEW ? Requirement.ANYONE : null;
        return new FiredRule(rule, truth, verdict, requirement, reasons.of(rule.when()));
    }

    /** What a rule asks for that fired. */
    private static Verdict verdict(Rule rule, Truth truth) {
        if (rule.then() instanceof Effect.Oblige) {
            return Verdict.ALLOW;
        }
        boolean softened = truth == Truth.UNKNOWN && rule.onUnknown() == OnUnknown.REVIEW;
        return rule.then() instanceof Effect.Review || softened ? Verdict.REVIEW : Verdict.BLOCK;
    }

    private static List<Requirement> requirements(List<FiredRule> counting) {
        List<Requirement> requirements = new ArrayList<>();
        for (FiredRule rule : counting) {
            if (rule.requirement() != null) {
                requirements.add(rule.requirement());
            }
        }
        return requirements;
    }

    private static List<Obligation> obligations(List<FiredRule> counting) {
        List<Obligation> obligations = new ArrayList<>();
        for (FiredRule rule : counting) {
            obligations.addAll(rule.rule().obligations());
        }
        return obligations;
    }

    private List<Assumption> assumptions(Reasons reasons) {
        // Of conditions on findings none does.
        for (Condition condition : index.askedOfReference()) {
            if (reasons.leans(condition)) {
                return List.of(Assumption.SILENCE_MEANS_HUMAN);
            }
        }
        return List.of();
    }

    private static List<Person> excluded(Assessment assessment) {
        Set<Person> people = new TreeSet<>(BY_EMAIL);
        for (Commit commit : assessment.change().commits()) {
            people.add(commit.author());
            people.add(commit.committer());
            people.addAll(commit.coAuthors());
        }
        if (assessment.change().pusher() != null) {
            people.add(assessment.change().pusher());
        }
        for (Generation generation : assessment.provenance().generations()) {
            if (generation.requester() != null) {
                people.add(generation.requester());
            }
        }
        return List.copyOf(people);
    }
}
