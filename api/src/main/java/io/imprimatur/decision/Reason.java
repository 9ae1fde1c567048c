package io.imprimatur.decision;

import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import org.jspecify.annotations.Nullable;

/**
 * One fact on which a rule fired.
 *
 * @param condition the part of the rule that asks for it, without its parts
 * @param truth whether the fact holds or is not known
 * @param fact what is so, or what is not known and why, in words; holds no secret
 * @param source who says so: a scanner, the version control system, the risk model, the embedder's source
 * @param location where, if it is at a place
 * @param fingerprint which finding, if it is one
 * @param assumption what the policy declares that this leans on
 */
public record Reason(
        Condition condition,
        Truth truth,
        String fact,
        String source,
        @Nullable Location location,
        @Nullable Fingerprint fingerprint,
        @Nullable Assumption assumption) {
    public Reason {
        Preconditions.notNull(condition, "condition");
        Preconditions.check(truth == Truth.TRUE || truth == Truth.UNKNOWN, "truth", truth, "must be true or unknown");
        Preconditions.wellFormed(fact, "fact");
        Preconditions.text(source, "source", 1000);
    }
}
