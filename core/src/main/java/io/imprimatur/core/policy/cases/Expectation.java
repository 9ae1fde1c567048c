package io.imprimatur.core.policy.cases;

import io.imprimatur.decision.Verdict;
import io.imprimatur.error.Preconditions;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case expects of a decision; what is absent is not asked. A rule fires where its condition holds or is not known,
 * whether it is enforced or not. Immutable and thread-safe.
 *
 * @param verdict this verdict
 * @param fires these rules fire, and perhaps others; ordered
 * @param firesOnly these rules fire and no others; ordered
 * @param firesNot these rules do not fire; ordered
 * @param requires these approvals are asked for and no others; ordered
 * @param obliges these obligations follow and no others; ordered
 */
public record Expectation(
        @Nullable Verdict verdict,
        List<String> fires,
        @Nullable List<String> firesOnly,
        List<String> firesNot,
        @Nullable List<Requirement> requires,
        @Nullable List<Obligation> obliges) {
    public Expectation {
        fires = Preconditions.ordered(fires, "fires");
        firesOnly = firesOnly == null ? null : Preconditions.ordered(firesOnly, "fires-only");
        firesNot = Preconditions.ordered(firesNot, "fires-not");
        requires = requires == null ? null : Preconditions.ordered(requires, "requires");
        obliges = obliges == null ? null : Preconditions.ordered(obliges, "obliges");
    }
}
