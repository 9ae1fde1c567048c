package io.imprimatur.core.draft;

import io.imprimatur.change.Person;
import io.imprimatur.error.Preconditions;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.GenerationDraft;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.PromptCommitment;
import org.jspecify.annotations.Nullable;

/** What a draft of a generation must hold to be one. */
final class GenerationRules {
    private GenerationRules() {}

    static Generation generation(GenerationDraft draft) {
        checkModel(draft);
        return new Generation(
                Preconditions.notNull(draft.id(), "id"),
                draft.model() == null
                        ? null
                        : new Model(draft.model(), draft.modelVersion(), draft.provider(), draft.region()),
                draft.tool(),
                requester(draft),
                draft.promptCommitment() == null ? null : new PromptCommitment(draft.promptCommitment()),
                Decimals.ratio(draft.confidence()),
                draft.reasoningSteps(),
                draft.time());
    }

    static void checkModel(GenerationDraft draft) {
        boolean described = draft.modelVersion() != null || draft.provider() != null || draft.region() != null;
        Preconditions.check(
                draft.model() != null || !described,
                "model",
                null,
                "must be given where its version, provider or region is");
    }

    private static @Nullable Person requester(GenerationDraft draft) {
        String name = draft.requesterName();
        String email = draft.requesterEmail();
        return name == null && email == null ? null : new Person(name == null ? "" : name, email == null ? "" : email);
    }
}
