package io.imprimatur.core.policy.cases;

import io.imprimatur.decision.Decision;
import io.imprimatur.error.Preconditions;
import java.util.List;

/**
 * What came of a case. Immutable and thread-safe.
 *
 * @param tested the case
 * @param decision what was decided
 * @param differences where that is not what was expected; none where the case passed
 */
public record CaseResult(PolicyCase tested, Decision decision, List<Difference> differences) {
    public CaseResult {
        Preconditions.notNull(tested, "tested");
        Preconditions.notNull(decision, "decision");
        differences = Preconditions.copy(differences, "differences");
    }

    /** Whether everything was as expected. */
    public boolean passed() {
        return differences.isEmpty();
    }

    /**
     * Something that is not as expected.
     *
     * @param what the key of the expectation, for example {@code verdict}
     * @param expected what the case expects
     * @param actual what came instead
     * @param because the facts on which it came so, in words
     */
    public record Difference(String what, String expected, String actual, List<String> because) {
        public Difference {
            Preconditions.notNull(what, "what");
            Preconditions.notNull(expected, "expected");
            Preconditions.notNull(actual, "actual");
            because = Preconditions.copy(because, "because");
        }
    }
}
