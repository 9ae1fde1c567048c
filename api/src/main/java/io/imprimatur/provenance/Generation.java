package io.imprimatur.provenance;

import io.imprimatur.change.Person;
import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Ratio;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that a model wrote code: which model, on whose behalf, from which prompt. Holds no prompt, only a commitment
 * to it. What is absent is not known.
 *
 * @param id unique in the change, at most 250 characters
 * @param model the model, where known
 * @param tool the tool that called it, for example {@code claude-code}
 * @param requester who asked for it: the prompter, who cannot approve the result
 * @param prompt a commitment to the exact prompt
 * @param confidence the model's or the tool's confidence in the result
 * @param reasoningSteps how many steps of reasoning the tool recorded, at least 0
 * @param time when
 */
public record Generation(
        String id,
        @Nullable Model model,
        @Nullable String tool,
        @Nullable Person requester,
        @Nullable PromptCommitment prompt,
        @Nullable Ratio confidence,
        @Nullable Integer reasoningSteps,
        @Nullable Instant time) {

    public Generation {
        Preconditions.text(id, "id", 250);
        if (tool != null) {
            Preconditions.text(tool, "tool", 250);
        }
        Preconditions.check(
                reasoningSteps == null || reasoningSteps >= 0,
                "reasoningSteps",
                reasoningSteps,
                "must not be negative");
    }
}
