package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.core.provenance.AiShare;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.Glob;
import io.imprimatur.provenance.Silence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An assessment read under one meaning of silence, with what is derived from it computed once. Belongs to one decision
 * and one thread.
 */
final class Situation {
    private final Assessment assessment;
    private final Silence silence;
    private final Models models;
    private final List<Finding> findings;
    private final Map<List<Glob>, Optional<RatioRange>> aiShares = new HashMap<>();

    Situation(Assessment assessment, Silence silence) {
        this.assessment = assessment;
        this.silence = silence;
        this.models = Models.of(assessment.change(), assessment.provenance(), silence);
        this.findings = assessment.reports().stream()
                .flatMap(report -> report.findings().stream())
                .toList();
    }

    Assessment assessment() {
        return assessment;
    }

    Change change() {
        return assessment.change();
    }

    Silence silence() {
        return silence;
    }

    Models models() {
        return models;
    }

    /** The findings of every scanner. */
    List<Finding> findings() {
        return findings;
    }

    /** The share of AI in the paths that match; empty where the change touches none. */
    Optional<RatioRange> aiShare(List<Glob> globs) {
        return aiShares.computeIfAbsent(
                globs,
                scope -> AiShare.of(change(), assessment.provenance(), silence, file -> Globs.touch(scope, file)));
    }

    /** The files that match at base or at head. */
    List<ChangedFile> touching(List<Glob> globs) {
        return change().files().stream()
                .filter(file -> Globs.touch(globs, file))
                .toList();
    }
}
