package io.imprimatur.core.provenance;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.LineRanges;
import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Ratio;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import java.util.List;
import java.util.stream.Stream;

/**
 * The models that took part in a change, as far as that is known. Immutable and thread-safe.
 *
 * @param generations what is recorded
 * @param missing whether a model took part of which nothing is recorded
 * @param open whether a model may have taken part of which nothing is recorded
 */
public record Models(List<Generation> generations, boolean missing, boolean open) {
    public Models {
        generations = Preconditions.copy(generations, "generations");
    }

    /** Those of a change, under a meaning of silence. */
    public static Models of(Change change, Provenance provenance, Silence silence) {
        boolean missing = false;
        boolean open = silence == Silence.UNKNOWN && isUnspoken(change, new Attributions(provenance));
        for (Attribution attribution : provenance.attributions()) {
            if (attribution.generation() == null) {
                missing |= isAny(attribution.aiShare().low());
                open |= isAny(attribution.aiShare().high());
            }
        }
        return new Models(provenance.generations(), missing, open);
    }

    /** The models that are named, ordered, each once. */
    public List<Model> known() {
        return generations.stream()
                .flatMap(generation -> Stream.ofNullable(generation.model()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a model may have taken part that is not named. */
    public boolean modelsOpen() {
        return open || generations.stream().anyMatch(generation -> generation.model() == null);
    }

    /** The confidence of each generation that has one, from the least. */
    public List<Ratio> confidences() {
        return generations.stream()
                .flatMap(generation -> Stream.ofNullable(generation.confidence()))
                .sorted()
                .toList();
    }

    /** Whether a model may have taken part whose confidence is not known. */
    public boolean confidencesOpen() {
        return open || generations.stream().anyMatch(generation -> generation.confidence() == null);
    }

    private static boolean isAny(Ratio share) {
        return share.compareTo(Ratio.ZERO) > 0;
    }

    /**
     * Whether something of a file is left for a model that is not named: "in part a model's" does not say whose the rest
     * is.
     */
    private static boolean isUnspoken(Change change, Attributions attributions) {
        if (!change.unsure().isEmpty()) {
            return true;
        }
        for (ChangedFile file : change.files()) {
            if (!isSpokenFor(file, attributions.of(file))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpokenFor(ChangedFile file, List<Attribution> attributions) {
        LineRanges spoken = LineRanges.NONE;
        for (Attribution attribution : attributions) {
            if (attribution.contributor() == Contributor.AI || attribution.contributor() == Contributor.HUMAN) {
                if (attribution.lines() == null) {
                    return true;
                }
                spoken = spoken.union(attribution.lines());
            }
        }
        return file.linesKnown()
                && !file.added().isEmpty()
                && spoken.intersection(file.added()).equals(file.added());
    }
}
