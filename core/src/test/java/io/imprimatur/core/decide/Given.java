package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assessments put together by hand. */
final class Given {
    private Given() {}

    /** A file of which lines 1 to 4 are added. */
    static ChangedFile file(String path) {
        return file(path, LineRanges.of(new LineRange(1, 4)), true);
    }

    static ChangedFile file(String path, LineRanges added, boolean linesKnown) {
        return new ChangedFile(ChangeStatus.MODIFIED, version(path, "old"), version(path, "new"), added, 0, linesKnown);
    }

    static ChangedFile moved(String from, String to) {
        return new ChangedFile(
                ChangeStatus.RENAMED, version(from, "same"), version(to, "same"), LineRanges.NONE, 0, true);
    }

    static FileVersion version(String path, String content) {
        return new FileVersion(new RepoPath(path), FileMode.REGULAR, SmallWorld.digest(content), 1, false);
    }

    static Change change(ChangedFile... files) {
        return change(List.of(), files);
    }

    /** A change of these files, and of what else could not be read. */
    static Change change(List<UnreadPath> unread, ChangedFile... files) {
        return new Change(
                "r", new Revision.Empty(), new Revision.WorkingTree(), "main", List.of(), null, List.of(files), unread);
    }

    static Attribution by(
            Contributor contributor, String path, @Nullable LineRanges lines, @Nullable String generation) {
        RatioRange share = switch (contributor) {
            case HUMAN -> RatioRange.exactly(Ratio.ZERO);
            case AI -> RatioRange.exactly(Ratio.ONE);
            case MIXED, UNKNOWN -> RatioRange.UNKNOWN;
        };
        return new Attribution(new RepoPath(path), lines, contributor, share, generation, List.of(SmallWorld.EVIDENCE));
    }

    static Provenance provenance(List<Attribution> attributions, Generation... generations) {
        return new Provenance(attributions, List.of(generations), null);
    }

    static ScanReport report(String scanner, Category category, List<Finding> findings, Gap... gaps) {
        return new ScanReport(
                new ScannerDescriptor(scanner, "1", List.of(category)), findings, new Coverage(List.of(gaps)));
    }

    static Finding finding(String scanner, Category category, @Nullable String path) {
        return SmallWorld.finding(
                scanner,
                "r/x",
                Severity.HIGH,
                category,
                Ratio.ONE,
                path == null ? null : new RepoPath(path),
                Origin.INTRODUCED,
                SmallWorld.Fault.NONE);
    }

    static Situation situation(
            Policy policy, Change change, Provenance provenance, Silence silence, ScanReport... reports) {
        Assessment assessment = SmallWorld.assessment(change, provenance, silence, List.of(reports), List.of(), null);
        return new Situation(assessment, policy, silence);
    }
}
