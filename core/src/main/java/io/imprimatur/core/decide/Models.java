package io.imprimatur.core.decide;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.LineRanges;
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
 * The models that took part in a change, as far as that is known.
 *
 * @param known the models that are named, ordered, each once
 * @param confidences the confidence of each generation that has one, from the least
 * @param modelsOpen whether a model may have taken part that is not named
 * @param confidencesOpen whether a model may have taken part whose confidence is not known
 */
record Models(List<Model> known, List<Ratio> confidences, boolean modelsOpen, boolean confidencesOpen) {

    static Models of(Change change, Provenance provenance, Silence silence) {
        List<Generation> generations = provenance.generations();
        boolean unrecorded = provenance.attributions().stream().anyMatch(Models::namesNoGeneration)
                || (silence == Silence.UNKNOWN
                        && change.files().stream().anyMatch(file -> !isSpokenFor(file, provenance.attributions())));
        return new Models(
                generations.stream()
                        .flatMap(generation -> Stream.ofNullable(generation.model()))
                        .distinct()
                        .sorted()
                        .toList(),
                generations.stream()
                        .flatMap(generation -> Stream.ofNullable(generation.confidence()))
                        .sorted()
                        .toList(),
                unrecorded || generations.stream().anyMatch(generation -> generation.model() == null),
                unrecorded || generations.stream().anyMatch(generation -> generation.confidence() == null));
    }

    private static boolean namesNoGeneration(Attribution attribution) {
        return attribution.aiShare().high().compareTo(Ratio.ZERO) > 0 && attribution.generation() == null;
    }

    /** Whether nothing of a file is left for a model that is not named: "in part a model's" does not say whose the rest is. */
    private static boolean isSpokenFor(ChangedFile file, List<Attribution> attributions) {
        LineRanges spoken = LineRanges.NONE;
        for (Attribution attribution : attributions) {
            boolean certain =
                    attribution.contributor() == Contributor.AI || attribution.contributor() == Contributor.HUMAN;
            if (certain && attribution.path().equals(file.path())) {
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
