package io.imprimatur.snyk;

import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.core.intake.CleanText;
import io.imprimatur.core.intake.Gaps;
import io.imprimatur.core.intake.PathMapping;
import io.imprimatur.core.intake.Place;
import io.imprimatur.core.intake.Placing;
import io.imprimatur.core.intake.Region;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One report on its way into one scan: what becomes of each issue, and what the report leaves unknown. Not thread-safe. */
final class Intake {
    /** The file that a report means. */
    interface Naming {
        /** Empty where it is none of the repository. */
        Optional<RepoPath> meant(@Nullable String folder, String written);
    }

    private final String report;
    private final ScanRequest request;
    private final FindingSink findings;
    private final Gaps gaps;
    private final Naming naming;
    private final Placing placing;
    private final Touched touched;
    private final Set<RepoPath> answered = new HashSet<>();

    Intake(String report, ScanRequest request, FindingSink findings, Gaps gaps, Placing placing, Naming naming) {
        this.report = report;
        this.request = request;
        this.findings = findings;
        this.gaps = gaps;
        this.placing = placing;
        this.naming = naming;
        touched = Touched.by(request.change());
    }

    /** Where another job saw the repository. */
    static Naming reported(List<String> roots, Placing placing) {
        PathMapping mapping = new PathMapping(roots, placing::exists);
        return (folder, written) -> {
            if (folder != null && PathMapping.isAbsolute(folder) && !PathMapping.isAbsolute(written)) {
                Optional<RepoPath> within = mapping.path(folder + "/" + written).filter(placing::exists);
                if (within.isPresent()) {
                    return within;
                }
            }
            return mapping.path(written);
        };
    }

    boolean isUnwanted() {
        return request.isCancelled() || Thread.currentThread().isInterrupted();
    }

    /** Whether the report has an answer about a file. */
    boolean isAnswered(RepoPath target) {
        return answered.contains(target);
    }

    /** Hands on the issues of a project; answers whether more are wanted. */
    boolean take(SnykProject project) {
        if (isUnwanted()) {
            return false;
        }
        Optional<RepoPath> target = project.inImage() || project.target() == null
                ? Optional.empty()
                : naming.meant(project.folder(), project.target());
        doubts(project, target);
        for (SnykIssue issue : project.issues()) {
            boolean silenced = issue.suppressed() && touched.policy();
            if (issue.suppressed() && !silenced) {
                continue;
            }
            if (isUnwanted() || !hand(project, target, issue, silenced)) {
                return false;
            }
        }
        return true;
    }

    private void doubts(SnykProject project, Optional<RepoPath> target) {
        if (project.error() != null) {
            Reason reason = Reason.of(project.error());
            String words = name(project) + " was not tested: " + reason.words();
            Optional<RepoPath> file = target.filter(placing::exists);
            if (file.isPresent()) {
                gaps.at(file.get(), reason.cause(), words);
            } else {
                gaps.whole(reason.cause(), words);
            }
        } else {
            target.ifPresent(answered::add);
            if (Boolean.FALSE.equals(project.ok()) && project.issues().isEmpty()) {
                gaps.whole(Gap.Cause.INVALID_ANSWER, name(project) + " has issues, as the tool says, and names none");
            }
        }
        project.commits().forEach(this::commit);
    }

    private void commit(String written) {
        String id = written.strip().toLowerCase(Locale.ROOT);
        if (id.matches("[0-9a-f]{7,64}")
                && request.change().head() instanceof Revision.OfCommit head
                && !head.id().startsWith(id)) {
            gaps.whole(
                    Gap.Cause.INVALID_ANSWER, report + " is of commit " + id + ", and the change ends at " + head.id());
        }
    }

    private String name(SnykProject project) {
        return project.place().isEmpty() ? report : "the project " + project.place() + " of " + report;
    }

    private boolean hand(SnykProject project, Optional<RepoPath> target, SnykIssue issue, boolean silenced) {
        String own = project.inImage() ? null : issue.file();
        Optional<RepoPath> file = own == null ? target : naming.meant(project.folder(), own);
        if (file.isPresent() && !placing.exists(file.get())) {
            gaps.whole(
                    Gap.Cause.INVALID_ANSWER,
                    "issues of " + report + " are about " + file.get() + ", which is not there at head");
            return true;
        }
        if (file.isEmpty() && issue.kind() == SnykIssue.Kind.CODE) {
            gaps.whole(Gap.Cause.INVALID_ANSWER, "issues of " + report + " are about no file of the repository");
        }
        Optional<Place> place =
                file.filter(path -> maySayWhatIsNew(path, issue)).flatMap(path -> place(path, issue));
        FindingDraft.Builder draft = Drafting.draft(issue, place.isPresent() ? "" : where(project), silenced);
        place.ifPresent(found -> found.put(draft));
        if (findings.accept(draft.build())) {
            return true;
        }
        gaps.whole(Gap.Cause.TOO_MANY_FINDINGS, report + " was read as far as findings were taken");
        return false;
    }

    private boolean maySayWhatIsNew(RepoPath file, SnykIssue issue) {
        boolean aboutPackage = issue.kind() == SnykIssue.Kind.VULNERABILITY || issue.kind() == SnykIssue.Kind.LICENSE;
        return !aboutPackage || touched.maySayWhatIsNew(file);
    }

    private Optional<Place> place(RepoPath file, SnykIssue issue) {
        Region region = issue.region().firstLine() > 0 ? issue.region() : Region.NONE;
        Optional<Place> place = placing.place(file, region);
        place.filter(found -> found.doubt() != null)
                .ifPresent(found ->
                        gaps.at(file, Gap.Cause.UNREADABLE, report + " may be of other content: " + found.doubt()));
        return place;
    }

    private static String where(SnykProject project) {
        String name = project.target() != null ? project.target() : project.name();
        return name == null ? "" : " of " + CleanText.of(name, 300);
    }

    /** When all is read. */
    void finish(SnykReport read) {
        if (read.projects() == 0) {
            gaps.whole(Gap.Cause.FAILED, report + " has no project: nothing was tested");
        }
        if (read.expected() > read.projects()) {
            gaps.whole(
                    Gap.Cause.FAILED,
                    report + " has " + read.projects() + " projects of " + read.expected()
                            + " that the tool found: the others failed");
        }
        if (read.more()) {
            gaps.whole(Gap.Cause.SKIPPED, report + " is one page of several, and the others are not read");
        }
    }
}
