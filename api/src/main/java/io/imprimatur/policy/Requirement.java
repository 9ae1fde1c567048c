package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who must approve: this many different people who hold the role. The author, committer, pusher and whoever prompted the
 * model never count, nor does an AI.
 *
 * @param role the id of a role of the policy; absent for anyone who may review
 * @param approvals how many, from 1 to 20
 * @param excluding ids of roles of the policy whose holders do not count, ordered
 * @param within how soon an answer is due; after that the review is escalated, never approved. Absent for no deadline
 */
public record Requirement(
        @Nullable String role,
        int approvals,
        List<String> excluding,
        @Nullable Duration within) implements Comparable<Requirement> {
    /** One approval by anyone who may review. */
    public static final Requirement ANYONE = of(null, 1);

    /** The most approvals that a policy can ask for. */
    public static final int MAX_APPROVALS = 20;

    public Requirement {
        if (role != null) {
            Preconditions.id(role, "by");
        }
        Preconditions.check(
                approvals >= 1 && approvals <= MAX_APPROVALS,
                "approvals",
                approvals,
                "must be from 1 to " + MAX_APPROVALS);
        excluding = Preconditions.ordered(excluding, "excluding");
        for (String excluded : excluding) {
            Preconditions.id(excluded, "excluding");
            Preconditions.check(
                    !excluded.equals(role), "excluding", excluded, "must not be the role that is to approve");
        }
        if (within != null) {
            Durations.check(within, "within");
        }
    }

    /** So many people of a role, or of any, without exclusions and deadline. */
    public static Requirement of(@Nullable String role, int approvals) {
        return new Requirement(role, approvals, List.of(), null);
    }

    /** Whether whoever meets this has met the other too: as many people, of the same role, of whom no more count. */
    public boolean covers(Requirement other) {
        boolean soonEnough = other.within == null || (within != null && within.compareTo(other.within) <= 0);
        return (other.role == null || other.role.equals(role))
                && approvals >= other.approvals
                && excluding.containsAll(other.excluding)
                && soonEnough;
    }

    @Override
    public int compareTo(Requirement other) {
        int order = compare(role, other.role);
        order = order != 0 ? order : Integer.compare(approvals, other.approvals);
        order = order != 0 ? order : String.join(" ", excluding).compareTo(String.join(" ", other.excluding));
        return order != 0 ? order : compare(within, other.within);
    }

    /** What is absent comes first. */
    private static <T extends Comparable<T>> int compare(@Nullable T one, @Nullable T other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.compareTo(other);
    }
}
