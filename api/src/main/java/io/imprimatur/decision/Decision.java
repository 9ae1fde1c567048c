package io.imprimatur.decision;

import io.imprimatur.change.Digest;
import io.imprimatur.change.Person;
import io.imprimatur.error.Preconditions;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.Requirement;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a change, and why. A pure function of the assessment, the policy and its waivers: the same give
 * the same decision, to the byte. Immutable and thread-safe.
 *
 * <p>The digest of its subject and what would clear the change take longer than all the rest, so a decision may have them
 * worked out when they are first asked for, once, by the thread that asks; to compare it and to put it into words is to ask.
 * Until then it holds on to what it was made from.
 */
public final class Decision {
    private final Verdict verdict;
    private final Later<Digest> subject;
    private final PolicyReference policy;
    private final List<FiredRule> fired;
    private final List<Requirement> requirements;
    private final List<Obligation> obligations;
    private final List<Assumption> assumptions;
    private final List<Person> excluded;
    private final Later<Unblock> unblock;
    private final List<WaiverUse> waivers;

    /** A decision all parts of which are there; see the accessors. */
    public Decision(
            Verdict verdict,
            Digest subject,
            PolicyReference policy,
            List<FiredRule> fired,
            List<Requirement> requirements,
            List<Obligation> obligations,
            List<Assumption> assumptions,
            List<Person> excluded,
            Unblock unblock,
            List<WaiverUse> waivers) {
        this(
                verdict,
                known(subject, "subject"),
                policy,
                fired,
                requirements,
                obligations,
                assumptions,
                excluded,
                known(unblock, "unblock"),
                waivers);
    }

    /** A decision that no waiver concerns. */
    public Decision(
            Verdict verdict,
            Digest subject,
            PolicyReference policy,
            List<FiredRule> fired,
            List<Requirement> requirements,
            List<Obligation> obligations,
            List<Assumption> assumptions,
            List<Person> excluded,
            Unblock unblock) {
        this(verdict, subject, policy, fired, requirements, obligations, assumptions, excluded, unblock, List.of());
    }

    /**
     * A decision of which two parts are worked out later.
     *
     * @param subject gives {@link #subject()}. Pure; asked at most once, and never while {@code unblock} is
     * @param unblock gives {@link #unblock()}. Pure; asked at most once, and never while {@code subject} is
     */
    public Decision(
            Verdict verdict,
            Supplier<Digest> subject,
            PolicyReference policy,
            List<FiredRule> fired,
            List<Requirement> requirements,
            List<Obligation> obligations,
            List<Assumption> assumptions,
            List<Person> excluded,
            Supplier<Unblock> unblock,
            List<WaiverUse> waivers) {
        Object oneAtATime = new Object();
        this.verdict = Preconditions.notNull(verdict, "verdict");
        this.subject = new Later<>(subject, "subject", oneAtATime);
        this.policy = Preconditions.notNull(policy, "policy");
        this.fired = Preconditions.copy(fired, "fired");
        this.requirements = Preconditions.ordered(requirements, "requirements");
        this.obligations = Preconditions.ordered(obligations, "obligations");
        this.assumptions = Preconditions.ordered(assumptions, "assumptions");
        this.excluded = Preconditions.copy(excluded, "excluded");
        this.unblock = new Later<>(unblock, "unblock", oneAtATime);
        this.waivers = Preconditions.copy(waivers, "waivers");
        Verdict strictest = Verdict.ALLOW;
        for (FiredRule rule : this.fired) {
            strictest = rule.counts() ? strictest.max(rule.verdict()) : strictest;
        }
        Preconditions.check(
                verdict == strictest,
                "verdict",
                verdict,
                "must be the strictest of the rules that fired and count, " + strictest);
    }

    private static <T> Supplier<T> known(@Nullable T value, String field) {
        T present = Preconditions.notNull(value, field);
        return () -> present;
    }

    /** The strictest verdict of the rules that fired and count. */
    public Verdict verdict() {
        return verdict;
    }

    /** What exactly was judged: an approval of this decision is for this digest and nothing else. */
    public Digest subject() {
        return subject.get();
    }

    /** Under which policy. */
    public PolicyReference policy() {
        return policy;
    }

    /** Every rule that fired, counting ones first, then in the policy's order. */
    public List<FiredRule> fired() {
        return fired;
    }

    /** Who must approve, from every rule that counts; ordered. For a block they are what would remain. */
    public List<Requirement> requirements() {
        return requirements;
    }

    /** What has to be done besides, from every rule that counts; ordered. */
    public List<Obligation> obligations() {
        return obligations;
    }

    /** What the policy declares that the decision leans on. */
    public List<Assumption> assumptions() {
        return assumptions;
    }

    /** Who may not approve: author, committer, co-authors, pusher and prompters, as far as known. */
    public List<Person> excluded() {
        return excluded;
    }

    /** What would clear it. */
    public Unblock unblock() {
        return unblock.get();
    }

    /** Each waiver that concerns the change, in the order of their file: what it lifted, or why it does not count. */
    public List<WaiverUse> waivers() {
        return waivers;
    }

    private List<Object> atHand() {
        return List.of(verdict, policy, fired, requirements, obligations, assumptions, excluded, waivers);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Decision other
                && atHand().equals(other.atHand())
                && subject().equals(other.subject())
                && unblock().equals(other.unblock());
    }

    /** Of what is at hand, so that it takes no work. */
    @Override
    public int hashCode() {
        return atHand().hashCode();
    }

    @Override
    public String toString() {
        return "Decision[verdict=" + verdict + ", subject=" + subject() + ", policy=" + policy + ", fired=" + fired
                + ", requirements=" + requirements + ", obligations=" + obligations + ", assumptions=" + assumptions
                + ", excluded=" + excluded + ", unblock=" + unblock() + ", waivers=" + waivers + "]";
    }
}
