package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Who must approve: this many different people who hold the role. The author, committer, pusher and whoever prompted the
 * model never count, nor does an AI.
 *
 * @param role the id of a role of the policy; absent for anyone who may review
 * @param approvals how many, from 1 to 20
 */
public record Requirement(@Nullable String role, int approvals) implements Comparable<Requirement> {
    /** One approval by anyone who may review. */
    public static final Requirement ANYONE = new Requirement(null, 1);

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
    }

    @Override
    public int compareTo(Requirement other) {
        return Comparator.comparing(Requirement::role, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
                .thenComparing(Requirement::approvals)
                .compare(this, other);
    }
}
