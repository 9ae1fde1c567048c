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
 * @param unblock each of these ways clears the change, and perhaps others do
 * @param unblockOnly these ways clear the change and no others
 */
public record Expectation(
        @Nullable Verdict verdict,
        List<String> fires,
        @Nullable List<String> firesOnly,
        List<String> firesNot,
        @Nullable List<Requirement> requires,
        @Nullable List<Obligation> obliges,
        List<List<StepWords>> unblock,
        @Nullable List<List<StepWords>> unblockOnly) {
    public Expectation {
        fires = Preconditions.ordered(fires, "fires");
        firesOnly = firesOnly == null ? null : Preconditions.ordered(firesOnly, "fires-only");
        firesNot = Preconditions.ordered(firesNot, "fires-not");
        requires = requires == null ? null : Preconditions.ordered(requires, "requires");
        obliges = obliges == null ? null : Preconditions.ordered(obliges, "obliges");
        unblock = ways(unblock, "unblock");
        unblockOnly = unblockOnly == null ? null : ways(unblockOnly, "unblock-only");
    }

    private static List<List<StepWords>> ways(List<List<StepWords>> ways, String field) {
        return Preconditions.copy(ways, field).stream()
                .map(way -> Preconditions.copy(way, field))
                .toList();
    }
}
