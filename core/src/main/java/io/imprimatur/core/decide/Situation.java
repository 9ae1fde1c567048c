package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.provenance.AiShare;
import io.imprimatur.core.provenance.Attributions;
import io.imprimatur.core.provenance.Models;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.ScanReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An assessment read under one meaning of silence, with what is derived from it computed once. Belongs to one decision
 * and one thread.
 */
final class Situation {
    private final Assessment assessment;
    private final Policy policy;
    private final Silence silence;
    private final List<Finding> findings;
    private final Set<Finding> waived;
    private final Function<FindingFilter, List<Finding>> passing;
    private final Function<FileFilter, List<ChangedFile>> passingFiles;
    // By identity: a policy has few of them twice, and to hash a record takes a cold JVM long.
    private final IdentityHashMap<FileFilter, Optional<RatioRange>> aiShares = new IdentityHashMap<>();
    private final IdentityHashMap<Condition, Truth> truths = new IdentityHashMap<>();
    private final Map<String, TopicEvidence> topics = new HashMap<>();
    private final Map<String, ChangedFile> files = new HashMap<>();
    private @Nullable List<RepoPath> unsure;
    private @Nullable Attributions attributions;
    private @Nullable Models models;
    private @Nullable Map<String, RatioRange> fileShares;

    /** By looking at every finding and every file for every filter. */
    Situation(Assessment assessment, Policy policy, Silence silence) {
        this.assessment = assessment;
        this.policy = policy;
        this.silence = silence;
        this.findings = findings(assessment);
        this.waived = Set.of();
        this.passing = filter -> findings.stream()
                .filter(finding -> Evaluator.meets(filter, finding) != Truth.FALSE)
                .toList();
        this.passingFiles = filter -> change().files().stream()
                .filter(file -> Globs.pass(filter, file))
                .toList();
    }

    /** By what somebody knows already of the findings that may pass a filter, and of the files that do. */
    Situation(
            Assessment assessment,
            Policy policy,
            Silence silence,
            Function<FindingFilter, List<Finding>> passing,
            Function<FileFilter, List<ChangedFile>> passingFiles) {
        this.assessment = assessment;
        this.policy = policy;
        this.silence = silence;
        this.findings = findings(assessment);
        this.waived = Set.of();
        this.passing = passing;
        this.passingFiles = passingFiles;
    }

    /** As another one, but for findings that are waived. */
    private Situation(Situation other, Set<Finding> waived) {
        this.assessment = other.assessment;
        this.policy = other.policy;
        this.silence = other.silence;
        this.findings = other.findings;
        this.waived = waived;
        this.passing = other.passing;
        this.passingFiles = other.passingFiles;
    }

    private List<Finding> withoutWaived(List<Finding> some) {
        List<Finding> left = new ArrayList<>();
        for (Finding finding : some) {
            if (!waived.contains(finding)) {
                left.add(finding);
            }
        }
        return left;
    }

    /** The same situation as rules see it that are not hard. */
    Situation waiving(Set<Finding> newWaived) {
        return newWaived.isEmpty() ? this : new Situation(this, newWaived);
    }

    private static List<Finding> findings(Assessment assessment) {
        List<Finding> findings = new ArrayList<>();
        for (ScanReport report : assessment.reports()) {
            findings.addAll(report.findings());
        }
        return findings;
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

    /** Who wrote what, by the file. */
    Attributions attributions() {
        if (attributions == null) {
            attributions = new Attributions(assessment.provenance());
        }
        return attributions;
    }

    Models models() {
        if (models == null) {
            models = Models.of(change(), assessment.provenance(), silence);
        }
        return models;
    }

    /** The truth of a condition without parts, worked out once. */
    Truth once(Condition leaf, Supplier<Truth> truth) {
        Truth known = truths.get(leaf);
        if (known == null) {
            known = truth.get();
            truths.put(leaf, known);
        }
        return known;
    }

    /** What is known of which files are about a topic. */
    TopicEvidence topic(String topic) {
        TopicEvidence known = topics.get(topic);
        if (known == null) {
            known = TopicEvidence.of(topic, this);
            topics.put(topic, known);
        }
        return known;
    }

    /** The findings that may pass a filter, in their order. */
    List<Finding> passing(FindingFilter filter) {
        List<Finding> all = passingOrWaived(filter);
        return waived.isEmpty() ? all : withoutWaived(all);
    }

    /** The findings that may pass a filter, in their order, waived or not. */
    List<Finding> passingOrWaived(FindingFilter filter) {
        return passing.apply(filter);
    }

    /** The findings of every scanner, waived or not: what they say code is about is so all the same. */
    List<Finding> findings() {
        return findings;
    }

    /** What scanners report, of the findings only those that count. */
    List<ScanReport> reports() {
        return waived.isEmpty()
                ? assessment.reports()
                : assessment.reports().stream()
                        .map(report ->
                                new ScanReport(report.scanner(), withoutWaived(report.findings()), report.coverage()))
                        .toList();
    }

    /** The policy, for what it declares: topics and freezes. */
    Policy policy() {
        return policy;
    }

    /** The share of AI in the files that a filter lets through; empty where the change touches none. */
    Optional<RatioRange> aiShare(FileFilter filter) {
        Optional<RatioRange> known = aiShares.get(filter);
        if (known == null) {
            known = AiShare.of(passing(filter), attributions(), silence);
            if (mayTouch(filter)) {
                known = Optional.ofNullable(AiShare.withUnsure(known.orElse(null), unsure(), attributions(), silence));
            }
            aiShares.put(filter, known);
        }
        return known;
    }

    /** The share of AI in one file. */
    Optional<RatioRange> aiShare(ChangedFile file) {
        if (fileShares == null) {
            fileShares = AiShare.ofEach(change(), attributions(), silence);
        }
        return Optional.ofNullable(fileShares.get(file.path().text()));
    }

    /** The file of the change that stands at a path at head, or stood there before it was deleted or moved. */
    Optional<ChangedFile> file(RepoPath path) {
        if (files.isEmpty()) {
            for (ChangedFile file : change().files()) {
                file.movedFrom().ifPresent(before -> files.putIfAbsent(before.text(), file));
            }
            for (ChangedFile file : change().files()) {
                files.put(file.path().text(), file);
            }
        }
        return Optional.ofNullable(files.get(path.text()));
    }

    /** Whether a file matches at base or at head. */
    boolean touches(List<Glob> globs) {
        for (ChangedFile file : change().files()) {
            if (Globs.touch(globs, file)) {
                return true;
            }
        }
        return false;
    }

    /** The paths of which it is not known whether the change touches them. */
    List<RepoPath> unsure() {
        if (unsure == null) {
            unsure = change().unsure();
        }
        return unsure;
    }

    /** Whether a path matches, or something below it may, of which it is not known whether the change touches it. */
    boolean mayTouch(List<Glob> globs) {
        for (RepoPath path : unsure()) {
            if (Globs.mayMatch(globs, path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a filter may let through a file of which it is not known whether the change touches it. */
    boolean mayTouch(FileFilter filter) {
        for (RepoPath path : unsure()) {
            if (Globs.mayMatch(filter.paths(), path) && !Globs.matchWhole(filter.outside(), path)) {
                return true;
            }
        }
        return false;
    }

    /** The files that match at base or at head. */
    List<ChangedFile> touching(List<Glob> globs) {
        List<ChangedFile> touching = new ArrayList<>();
        for (ChangedFile file : change().files()) {
            if (Globs.touch(globs, file)) {
                touching.add(file);
            }
        }
        return touching;
    }

    /** The files that a filter lets through. */
    List<ChangedFile> passing(FileFilter filter) {
        return passingFiles.apply(filter);
    }
}
