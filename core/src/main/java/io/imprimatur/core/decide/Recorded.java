package io.imprimatur.core.decide;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.LineRanges;
import io.imprimatur.core.provenance.Models;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Generation;
import org.jspecify.annotations.Nullable;

/** What the provenance of a change records. */
final class Recorded {
    private Recorded() {}

    /** Whether something is missing; unknown where it is not known whether a model took part that it would be about. */
    static Truth isMissing(Recording record, Situation situation) {
        return switch (record) {
            case AUTHORSHIP -> isAuthorOpen(situation) ? Truth.TRUE : ofUnsure(situation);
            case DEVELOPER_OF_RECORD ->
                Truth.of(situation.assessment().provenance().developerOfRecord() == null);
            default -> isMissingOfGenerations(record, situation.models());
        };
    }

    /** Where it is not known whether the change touches a file, neither is whether its author would have to be recorded. */
    private static Truth ofUnsure(Situation situation) {
        return situation.unsure().isEmpty() ? Truth.FALSE : Truth.UNKNOWN;
    }

    private static boolean isAuthorOpen(Situation situation) {
        for (ChangedFile file : situation.change().files()) {
            if (isAuthorOpen(file, situation)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line has no author: none is named, several are, or someone is for a part of several lines. */
    private static boolean isAuthorOpen(ChangedFile file, Situation situation) {
        for (Attribution attribution : situation.attributions().of(file)) {
            if (speaksOf(file, attribution.lines()) && !saysItOfEachLine(attribution.aiShare())) {
                return true;
            }
        }
        return situation.aiShare(file).filter(share -> !share.isExact()).isPresent();
    }

    private static boolean speaksOf(ChangedFile file, @Nullable LineRanges lines) {
        return lines == null
                || file.added().isEmpty()
                || !lines.intersection(file.added()).isEmpty();
    }

    private static boolean saysItOfEachLine(RatioRange share) {
        return share.low().equals(Ratio.ONE) || share.high().equals(Ratio.ZERO);
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
