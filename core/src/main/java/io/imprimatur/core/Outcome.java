package io.imprimatur.core;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.decision.Decision;
import io.imprimatur.error.Preconditions;

/**
 * What is known about a change, and what was decided on it. Immutable and thread-safe.
 *
 * @param assessment all that is known
 * @param decision what was decided on it
 */
public record Outcome(Assessment assessment, Decision decision) {
    public Outcome {
        Preconditions.notNull(assessment, "assessment");
        Preconditions.notNull(decision, "decision");
    }
}
