package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.core.provenance.AiShare;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import io.imprimatur.provenance.Silence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An assessment read under one meaning of silence, with what is derived from it computed once. Belongs to one decision
 * and one thread.
 */
final class Situation {
    private final Assessment assessment;
    private final Policy policy;
    private final Silence silence;
    private final Models models;
    private final List<Finding> everyFinding;
    private final List<Finding> findings;

    /** The same with every finding, as hard rules see it. */
    private final Situation unwaived;

    private final Map<FileFilter, Optional<RatioRange>> aiShares = new HashMap<>();

    Situation(Assessment assessment, Policy policy, Silence silence) {
        this(assessment, policy, silence, Set.of());
    }

    /** A situation in which some findings are waived. */
    Situation(Assessment assessment, Policy policy, Silence silence, Set<Finding> waived) {
        this.assessment = assessment;
        this.policy = policy;
        this.silence = silence;
        this.models = Models.of(assessment.change(), assessment.provenance(), silence);
        this.everyFinding = assessment.reports().stream()
                .flatMap(report -> report.findings().stream())
                .toList();
        this.findings = waived.isEmpty()
                ? everyFinding
                : everyFinding.stream()
                        .filter(finding -> !waived.contains(finding))
                        .toList();
        this.unwaived = waived.isEmpty() ? this : new Situation(assessment, policy, silence);
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

    /** What a rule looks at: where it is hard, nothing is waived. */
    Situation seenBy(Rule rule) {
        return rule.hard() ? unwaived : this;
    }

    /** The findings that count, of every scanner. */
    List<Finding> findings() {
        return findings;
    }

    /** The findings of every scanner, waived or not: what they say code is about is so all the same. */
    List<Finding> everyFinding() {
        return everyFinding;
    }

    /** The policy, for what it declares: topics and freezes. */
    Policy policy() {
        return policy;
    }

    /** The share of AI in the files that a filter lets through; empty where the change touches none. */
    Optional<RatioRange> aiShare(FileFilter filter) {
        return aiShares.computeIfAbsent(filter, scope -> aiShare(file -> Globs.pass(scope, file)));
    }

    /** The share of AI in one file. */
    Optional<RatioRange> aiShare(ChangedFile file) {
        return aiShare(other -> other.equals(file));
    }

    private Optional<RatioRange> aiShare(Predicate<ChangedFile> scope) {
        return AiShare.of(change(), assessment.provenance(), silence, scope);
    }

    /** The files that match at base or at head. */
    List<ChangedFile> touching(List<Glob> globs) {
        return change().files().stream()
                .filter(file -> Globs.touch(globs, file))
                .toList();
    }

    /** The files that a filter lets through. */
    List<ChangedFile> passing(FileFilter filter) {
        return change().files().stream()
                .filter(file -> Globs.pass(filter, file))
                .toList();
    }
}
