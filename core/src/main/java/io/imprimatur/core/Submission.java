package io.imprimatur.core;

import io.imprimatur.assessment.FactDraft;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.error.Preconditions;
import io.imprimatur.provenance.Provenance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an embedder submits to a {@link Gate}.
 *
 * @param change what changed
 * @param content read access to both sides
 * @param provenance who wrote it; absent to have it read from the commits
 * @param facts what the embedder knows besides, unchecked
 * @param time when the change is judged, for freezes and waivers; absent to leave that unknown
 */
public record Submission(
        Change change,
        ChangeContent content,
        @Nullable Provenance provenance,
        List<FactDraft> facts,
        @Nullable Instant time) {
    public Submission {
        Preconditions.notNull(change, "change");
        Preconditions.notNull(content, "content");
        facts = Preconditions.copy(facts, "facts");
    }

    /** A change of which nothing else is known. */
    public static Submission of(Change change, ChangeContent content) {
        return new Submission(change, content, null, List.of(), null);
    }
}
