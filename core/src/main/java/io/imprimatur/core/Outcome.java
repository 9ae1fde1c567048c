package io.imprimatur.core;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.decision.Decision;
import io.imprimatur.error.Preconditions;

/**
 * What a {@link Gate} answers.
 *
 * @param assessment all that was known about the change
 * @param decision what was decided, and why
 */
public record Outcome(Assessment assessment, Decision decision) {
    public Outcome {
        Preconditions.notNull(assessment, "assessment");
        Preconditions.notNull(decision, "decision");
    }
}
