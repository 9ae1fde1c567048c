package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Commit;
import io.imprimatur.change.Person;
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
import io.imprimatur.policy.Effect;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides about an assessment under a policy. A pure function: the same two give the same decision, with no clock, no
 * input and no output. Immutable and thread-safe.
 */
public final class Decider {
    private final Policy policy;
    private final PolicyReference reference;
    private final List<Rule> rules;

    private final List<ReviewedWaiver> waivers;

    /** A decider for a policy that came from somewhere, and no waivers. */
    public Decider(Policy policy, PolicyOrigin origin) {
        this(policy, origin, List.of());
    }

    /**
     * A decider for a policy that came from somewhere, with waivers.
     *
     * @param waivers those of the target branch, or given by the caller, never of the head of the change
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
        this.rules = Stream.concat(BuiltInRules.ALL.stream(), policy.rules().stream())
                .toList();
    }

    /** The policy under which this decides. */
    public Policy policy() {
        return policy;
    }

    /**
     * Decides.
     *
     * @throws ImprimaturException {@link ErrorCode#ASSUMPTION_NOT_DECLARED} where the assessment takes silence to mean
     *     something that the policy does not declare
     */
    public Decision decide(Assessment assessment) {
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
        Situation everything = new Situation(assessment, policy, policy.silence());
        Waivers waiving = new Waivers(waivers, rules, everything);
        Situation situation = waiving.findings().isEmpty()
                ? everything
                : new Situation(assessment, policy, policy.silence(), waiving.findings());
        Situation unassuming = new Situation(assessment, policy, Silence.UNKNOWN, waiving.findings());
        Reasons reasons = new Reasons(situation, unassuming);
        List<FiredRule> fired = new ArrayList<>();
        for (Rule rule : rules) {
            Optional<FiredRule> firing = fired(rule, situation, reasons);
            firing.filter(each -> !waiving.lifts(each)).ifPresent(fired::add);
            if (firing.isEmpty() && situation != everything) {
                fired(rule, everything, new Reasons(everything, unassuming)).ifPresent(waiving::liftedByFindings);
            }
        }
        List<WaiverUse> uses = waiving.uses();
        // A stable sort: those that count come first, each part in the policy's order.
        fired.sort(Comparator.comparing(rule -> !rule.counts()));
        Verdict verdict =
                fired.stream().filter(FiredRule::counts).map(FiredRule::verdict).reduce(Verdict.ALLOW, Verdict::max);
        return new Decision(
                verdict,
                Subject.of(situation, reference.digest(), inForce(uses)),
                reference,
                fired,
                requirements(fired),
                obligations(fired),
                assumptions(reasons),
                excluded(assessment),
                Clearing.of(fired, situation),
                uses);
    }

    private static List<Waiver> inForce(List<WaiverUse> uses) {
        return uses.stream().filter(WaiverUse::counts).map(WaiverUse::waiver).toList();
    }

    private static Optional<FiredRule> fired(Rule rule, Situation situation, Reasons reasons) {
        Truth truth = Evaluator.truth(rule.when(), situation.seenBy(rule));
        if (truth == Truth.FALSE) {
            return Optional.empty();
        }
        if (rule.then() instanceof Effect.Oblige) {
            return Optional.of(new FiredRule(rule, truth, Verdict.ALLOW, null, reasons.of(rule)));
        }
        boolean softened = truth == Truth.UNKNOWN && rule.onUnknown() == OnUnknown.REVIEW;
        if (rule.then() instanceof Effect.Review review) {
            return Optional.of(new FiredRule(rule, truth, Verdict.REVIEW, review.requirement(), reasons.of(rule)));
        }
        return Optional.of(new FiredRule(
                rule,
                truth,
                softened ? Verdict.REVIEW : Verdict.BLOCK,
                softened ? Requirement.ANYONE : null,
                reasons.of(rule)));
    }

    private static List<Requirement> requirements(List<FiredRule> fired) {
        return fired.stream()
                .filter(FiredRule::counts)
                .flatMap(rule -> Stream.ofNullable(rule.requirement()))
                .toList();
    }

    private static List<Obligation> obligations(List<FiredRule> fired) {
        return fired.stream()
                .filter(FiredRule::counts)
                .flatMap(rule -> rule.rule().obligations().stream())
                .toList();
    }

    private List<Assumption> assumptions(Reasons reasons) {
        return rules.stream().anyMatch(rule -> reasons.leans(rule.when()))
                ? List.of(Assumption.SILENCE_MEANS_HUMAN)
                : List.of();
    }

    private static List<Person> excluded(Assessment assessment) {
        List<Person> people = new ArrayList<>();
        for (Commit commit : assessment.change().commits()) {
            people.add(commit.author());
            people.add(commit.committer());
            people.addAll(commit.coAuthors());
        }
        Stream.ofNullable(assessment.change().pusher()).forEach(people::add);
        assessment.provenance().generations().stream()
                .map(Generation::requester)
                .flatMap(Stream::ofNullable)
                .forEach(people::add);
        return people.stream()
                .distinct()
                .sorted(Comparator.comparing(Person::email).thenComparing(Person::name))
                .toList();
    }
}
