package io.imprimatur.core.decide;

import io.imprimatur.measure.Truth;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Silence;

/** What the provenance of a change records. */
final class Recorded {
    private Recorded() {}

    /** Whether something is missing; unknown where it is not known whether a model took part that it would be about. */
    static Truth isMissing(Recording record, Situation situation) {
        return switch (record) {
            case AUTHORSHIP -> Truth.of(isAuthorOpen(situation));
            case DEVELOPER_OF_RECORD ->
                Truth.of(situation.assessment().provenance().developerOfRecord() == null);
            default -> isMissingOfGenerations(record, situation.models());
        };
    }

    private static boolean isAuthorOpen(Situation situation) {
        return situation.silence() == Silence.UNKNOWN
                && Models.isUnspoken(situation.change(), situation.assessment().provenance());
    }

    private static Truth isMissingOfGenerations(Recording record, Models models) {
        if (models.missing() || models.generations().stream().anyMatch(generation -> lacks(generation, record))) {
            return Truth.TRUE;
        }
        return models.open() ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static boolean lacks(Generation generation, Recording record) {
        return switch (record) {
            case MODEL -> generation.model() == null;
            case TOOL -> generation.tool() == null;
            case PROMPT -> generation.prompt() == null;
            case REQUESTER -> generation.requester() == null;
            case TIME -> generation.time() == null;
            case CONFIDENCE -> generation.confidence() == null;
            case AUTHORSHIP, DEVELOPER_OF_RECORD -> false;
        };
    }
}
