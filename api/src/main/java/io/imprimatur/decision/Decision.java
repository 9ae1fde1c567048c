package io.imprimatur.decision;

import io.imprimatur.change.Digest;
import io.imprimatur.change.Person;
import io.imprimatur.error.Preconditions;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.Requirement;
import java.util.List;

/**
 * What was decided about a change, and why. A pure function of the assessment, the policy and its waivers: the same give
 * the same decision, to the byte. Immutable and thread-safe.
 *
 * @param verdict the strictest verdict of the rules that fired and count
 * @param subject what exactly was judged: an approval of this decision is for this digest and nothing else
 * @param policy under which policy
 * @param fired every rule that fired, counting ones first, then in the policy's order
 * @param requirements who must approve, from every rule that counts; ordered. For a block they are what would remain
 * @param obligations what has to be done besides, from every rule that counts; ordered
 * @param assumptions what the policy declares that the decision leans on
 * @param excluded who may not approve: author, committer, co-authors, pusher and prompters, as far as known
 * @param unblock what would clear it
 * @param waivers each that concerns the change, in the order of their file: what it lifted, or why it does not count
 */
public record Decision(
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

    public Decision {
        Preconditions.notNull(verdict, "verdict");
        Preconditions.notNull(subject, "subject");
        Preconditions.notNull(policy, "policy");
        fired = Preconditions.copy(fired, "fired");
        requirements = Preconditions.ordered(requirements, "requirements");
        obligations = Preconditions.ordered(obligations, "obligations");
        assumptions = Preconditions.ordered(assumptions, "assumptions");
        excluded = Preconditions.copy(excluded, "excluded");
        Preconditions.notNull(unblock, "unblock");
        waivers = Preconditions.copy(waivers, "waivers");
        Verdict strictest = Verdict.ALLOW;
        for (FiredRule rule : fired) {
            strictest = rule.counts() ? strictest.max(rule.verdict()) : strictest;
        }
        Preconditions.check(
                verdict == strictest,
                "verdict",
                verdict,
                "must be the strictest of the rules that fired and count, " + strictest);
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
}
