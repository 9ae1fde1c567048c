package io.imprimatur.core;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.core.json.Json;
import io.imprimatur.decision.Decision;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import java.util.function.UnaryOperator;

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

    /**
     * The same outcome with each text put through a function: paths, names, messages. Whoever shows or keeps an outcome
     * takes the secrets out so. What was decided and for which subject stays.
     *
     * @param texts gives different texts for different ones, and leaves alone what holds nothing of others
     * @throws ImprimaturException {@link ErrorCode#INVALID_DOCUMENT} where a text that it gives cannot stand there
     */
    public Outcome map(UnaryOperator<String> texts) {
        return new Outcome(Json.ASSESSMENT.map(assessment, texts), Json.DECISION.map(decision, texts));
    }
}
