package io.imprimatur.semgrep;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.CleanText;
import io.imprimatur.core.intake.Gaps;
import io.imprimatur.core.intake.Place;
import io.imprimatur.core.intake.Placing;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One report on its way into one scan. Not thread-safe. */
final class Intake implements SemgrepReader.Taker {
    private static final int MOST_COMPLAINTS = 100_000;

    private final ScanRequest request;
    private final FindingSink findings;
    private final Gaps gaps;
    private final Drafting drafting;
    private final Function<String, Optional<RepoPath>> naming;
    private final @Nullable UnaryOperator<String> ruleNaming;
    private final Placing placing;
    private final Silence silence;
    private final Set<RepoPath> changed = new LinkedHashSet<>();
    private final Set<RepoPath> scanned = new HashSet<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private boolean tooManyComplaints;
    private boolean saysScanned;
    private boolean showsIgnored;
    private @Nullable String version;

    /**
     * For a report.
     *
     * @param naming the file that a path of the report means; empty where it is none of the repository
     * @param ruleNaming what a rule calls itself, of what the tool calls it, where the run was ours: then the tool was told to
     *     show what comments suppress, and looked at the change alone; absent for the report of somebody else
     */
    Intake(
            ScanRequest request,
            FindingSink findings,
            Gaps gaps,
            Drafting drafting,
            Function<String, Optional<RepoPath>> naming,
            @Nullable UnaryOperator<String> ruleNaming) {
        this.request = request;
        this.findings = findings;
        this.gaps = gaps;
        this.drafting = drafting;
        this.naming = naming;
        this.ruleNaming = ruleNaming;
        placing = new Placing(request.content().head());
        silence = new Silence(request.change(), request.content().head());
        for (ChangedFile file : request.change().files()) {
            if (file.after() != null) {
                changed.add(file.path());
            }
        }
    }

    private boolean isOurRun() {
        return ruleNaming != null;
    }

    boolean isUnwanted() {
        return request.isCancelled() || Thread.currentThread().isInterrupted();
    }

    @Override
    public boolean result(SemgrepResult result) {
        if (isUnwanted()) {
            return false;
        }
        showsIgnored |= Boolean.TRUE.equals(result.ignored());
        if (result.triaged()) {
            return true;
        }
        Optional<Place> place = place(result);
        Silence.Effect effect = place.map(found -> effect(result, found.path())).orElse(Silence.Effect.NONE);
        if (effect == Silence.Effect.SUPPRESSED) {
            return true;
        }
        FindingDraft.Builder draft = drafting.draft(result, effect);
        place.ifPresent(found -> found.put(draft));
        if (findings.accept(draft.build())) {
            return true;
        }
        gaps.whole(Gap.Cause.TOO_MANY_FINDINGS, "the report was read as far as findings were taken");
        return false;
    }

    private Silence.Effect effect(SemgrepResult result, RepoPath path) {
        if (!isOurRun() && !Boolean.TRUE.equals(result.ignored())) {
            return Silence.Effect.NONE;
        }
        Silence.Effect effect = silence.on(path, result.region().firstLine(), result.rule());
        // What the tool saw suppressed and we do not: whatever it was, nobody has accepted it.
        return !isOurRun() && effect == Silence.Effect.NONE ? Silence.Effect.REFUSED : effect;
    }

    /** Where a result stands; empty, with a gap, where that is nowhere at head. */
    private Optional<Place> place(SemgrepResult result) {
        String written = result.path();
        Optional<RepoPath> path = written == null ? Optional.empty() : naming.apply(written);
        if (path.isEmpty()) {
            gaps.whole(
                    Gap.Cause.INVALID_ANSWER,
                    "a finding is about no file of the repository"
                            + (written == null ? "" : ": " + CleanText.of(written, 300)));
            return Optional.empty();
        }
        Optional<Place> place = placing.place(path.get(), result.region());
        if (place.isEmpty()) {
            gaps.whole(Gap.Cause.INVALID_ANSWER, "a finding is about a file that is not there at head: " + path.get());
        }
        place.filter(found -> found.doubt() != null)
                .ifPresent(found -> gaps.at(
                        found.path(),
                        Gap.Cause.INVALID_ANSWER,
                        "the report may be of other content: " + found.doubt()));
        return place;
    }

    @Override
    public void complaint(Complaint complaint) {
        if (complaints.size() < MOST_COMPLAINTS) {
            complaints.add(ruleNaming == null ? complaint : complaint.withRule(ruleNaming));
        } else {
            tooManyComplaints = true;
        }
    }

    @Override
    public void scanned(String path) {
        saysScanned = true;
        naming.apply(path).filter(changed::contains).ifPresent(scanned::add);
    }

    @Override
    public void version(String written) {
        version = written;
    }

    Optional<Version> version() {
        return version == null ? Optional.empty() : Version.parse(version);
    }

    /** Whether the tool names a file among those that it looked at. */
    boolean isScanned(RepoPath path) {
        return scanned.contains(path);
    }

    /** When all is read: what the complaints leave unknown. */
    void finish() {
        // Errors say more than that a file was skipped, so they come first.
        complaints.stream().sorted(Comparator.comparing(Complaint::kind)).forEach(this::gaps);
        if (tooManyComplaints) {
            gaps.whole(Gap.Cause.FAILED, "the tool complains more than " + MOST_COMPLAINTS + " times");
        }
        if (isOurRun()) {
            return;
        }
        if (!saysScanned && !changed.isEmpty()) {
            gaps.whole(Gap.Cause.INVALID_ANSWER, "the report does not say which files were looked at");
        }
        if (!showsIgnored) {
            for (RepoPath path : changed) {
                int line = silence.firstAdded(path);
                if (line > 0) {
                    gaps.at(
                            path,
                            Gap.Cause.SKIPPED,
                            "a nosemgrep comment that the change adds at line " + line
                                    + " may have kept findings out of the report");
                }
            }
        }
    }

    private void gaps(Complaint complaint) {
        String written = complaint.path();
        Optional<RepoPath> file = written == null ? Optional.empty() : naming.apply(written);
        if (complaint.kind() == Complaint.Kind.SKIPPED_PATH) {
            // A whole folder may be skipped, and what the change does not touch does not matter.
            for (RepoPath path : changed) {
                boolean meant = file.isPresent()
                        && (path.equals(file.get())
                                || path.text().startsWith(file.get().text() + "/"));
                if (meant && !gaps.isAt(path)) {
                    ComplaintGaps.of(complaint, ComplaintGaps.Who.CHANGED, Optional.of(path))
                            .ifPresent(gaps::add);
                }
            }
            return;
        }
        boolean isChanged = file.filter(changed::contains).isPresent();
        boolean isElsewhere = !isChanged && file.filter(placing::exists).isPresent();
        ComplaintGaps.Who who = isChanged
                ? ComplaintGaps.Who.CHANGED
                : isElsewhere ? ComplaintGaps.Who.ELSEWHERE : ComplaintGaps.Who.NOBODY;
        ComplaintGaps.of(complaint, who, isChanged ? file : Optional.empty()).ifPresent(gaps::add);
    }
}
