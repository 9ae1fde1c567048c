package io.imprimatur.samples.benchmarks;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.core.scan.ScanLimits;
import io.imprimatur.core.scan.ScanRunner;
import io.imprimatur.core.scan.Scanners;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Location;
import io.imprimatur.git.ChangeSelection;
import io.imprimatur.git.GitChange;
import io.imprimatur.git.GitRepository;
import io.imprimatur.samples.benchmarks.GitEdit.Fate;
import io.imprimatur.samples.benchmarks.GitEdit.Whereabouts;
import io.imprimatur.samples.benchmarks.GitLog.Commit;
import io.imprimatur.scan.ScanReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures on a real history how many findings keep their fingerprint when lines move, files are renamed and code is
 * reformatted, and how often what is old is called new and the other way round. What became of a line git says, not we.
 * {@code samples/docs/findings.md} says how to read it.
 */
public final class FingerprintHistory {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final ScanRunner runner;
    private final Map<Fate, Tally> fates = new EnumMap<>(Fate.class);
    private final Tally added = new Tally();
    private long commits;
    private long copies;
    private long strays;

    /** What became of the findings of one kind. */
    private static final class Tally {
        long findings;
        long found;
        long kept;
        long introduced;
        long preExisting;
        long unknown;

        void origin(Finding finding) {
            switch (finding.origin()) {
                case INTRODUCED -> introduced++;
                case PRE_EXISTING -> preExisting++;
                case UNKNOWN -> unknown++;
            }
        }
    }

    private record Spot(RepoPath path, String rule, int line) {
        static Spot of(Finding finding) {
            Location location = at(finding);
            return new Spot(location.path(), finding.rule(), lines(finding).first());
        }
    }

    private FingerprintHistory(ScanRunner runner) {
        this.runner = runner;
        for (Fate fate : Fate.values()) {
            fates.put(fate, new Tally());
        }
    }

    /**
     * Measures.
     *
     * @param arguments the repository; the revision whose history it is, {@code HEAD} unless said
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1) {
            System.err.println("usage: FingerprintHistory <repository> [revision, HEAD]");
            System.exit(2);
        }
        Path repository = Path.of(arguments[0]).toAbsolutePath();
        String revision = arguments.length > 1 ? arguments[1] : "HEAD";
        try (GitRepository git = GitRepository.open(repository);
                GitLog log = new GitLog(repository, revision);
                ScanRunner runner = ScanRunner.builder(Scanners.of(new LineRules()))
                        .limits(new ScanLimits(LONG, LONG, 1_000_000))
                        .compareWithBase()
                        .build()) {
            FingerprintHistory history = new FingerprintHistory(runner);
            for (Commit commit = log.next(); commit != null; commit = log.next()) {
                history.add(git.change("history", ChangeSelection.commit(commit.id())), commit);
            }
            history.print();
        }
    }

    private void add(GitChange change, Commit commit) {
        commits++;
        List<Finding> before = scan(unchanged(change.change()), bases(change.content()));
        List<Finding> after = scan(change.change(), change.content());
        Map<RepoPath, GitEdit> byOldPath = new HashMap<>();
        Map<RepoPath, GitEdit> byNewPath = new HashMap<>();
        for (GitEdit edit : commit.edits()) {
            byOldPath.put(edit.before(), edit);
            byNewPath.put(edit.after(), edit);
        }
        Map<Spot, Finding> spots = new HashMap<>();
        after.forEach(finding -> spots.put(Spot.of(finding), finding));
        Set<Spot> old = new HashSet<>();
        for (Finding finding : before) {
            GitEdit edit = byOldPath.get(at(finding).path());
            if (edit != null) {
                follow(finding, edit, spots, old);
            }
        }
        for (Finding finding : after) {
            GitEdit edit = byNewPath.get(at(finding).path());
            boolean isAdded = commit.added().contains(at(finding).path());
            if (!old.contains(Spot.of(finding)) && lines(finding).size() == 1 && (edit != null || isAdded)) {
                arrived(finding, edit);
            }
        }
    }

    private void follow(Finding finding, GitEdit edit, Map<Spot, Finding> spots, Set<Spot> old) {
        Whereabouts now = edit.of(lines(finding), at(finding).firstColumn());
        Tally tally = fates.computeIfAbsent(now.fate(), fate -> new Tally());
        tally.findings++;
        Spot spot = new Spot(edit.after(), finding.rule(), now.line());
        Finding same = spots.get(spot);
        if (same != null) {
            old.add(spot);
            tally.found++;
            tally.kept += same.fingerprint().equals(finding.fingerprint()) ? 1 : 0;
            tally.origin(same);
        }
    }

    /** A finding of which git does not say that it was there. */
    private void arrived(Finding finding, @Nullable GitEdit edit) {
        if (edit == null || edit.isNew(lines(finding).first())) {
            added.findings++;
            added.origin(finding);
        } else if (edit.adds(lines(finding).first())) {
            copies++;
        } else {
            strays++;
        }
    }

    private List<Finding> scan(Change change, ChangeContent content) {
        ScanReport report = runner.scan(change, content).get(0);
        if (!report.coverage().isComplete()) {
            System.out.println(
                    change.head() + " is not covered: " + report.coverage().gaps());
        }
        return report.findings();
    }

    /** The files as they were, in a change that changes nothing: what a scan of the base is about. */
    private static Change unchanged(Change change) {
        Map<RepoPath, ChangedFile> files = new HashMap<>();
        for (ChangedFile file : change.files()) {
            FileVersion before = file.before();
            if (before != null) {
                files.put(
                        before.path(),
                        new ChangedFile(ChangeStatus.MODIFIED, before, before, LineRanges.NONE, 0, true));
            }
        }
        return new Change(
                change.repository(),
                change.base(),
                change.base(),
                change.target(),
                List.of(),
                null,
                new ArrayList<>(files.values()),
                List.of());
    }

    private static ChangeContent bases(ChangeContent content) {
        return new ChangeContent() {
            @Override
            public Tree base() {
                return content.base();
            }

            @Override
            public Tree head() {
                return content.base();
            }
        };
    }

    private static Location at(Finding finding) {
        Location location = finding.location();
        if (location == null) {
            throw new IllegalStateException("a finding without a place");
        }
        return location;
    }

    private static LineRange lines(Finding finding) {
        LineRange lines = at(finding).lines();
        if (lines == null) {
            throw new IllegalStateException("a finding without a line");
        }
        return lines;
    }

    private void print() {
        System.out.printf(Locale.ROOT, "%d commits, each against its first parent%n%n", commits);
        System.out.printf(
                Locale.ROOT,
                "%-58s %9s %9s %9s %8s %11s %8s%n",
                "the line of a finding was",
                "findings",
                "found",
                "kept",
                "kept",
                "called new",
                "unknown");
        fates.forEach((fate, tally) -> System.out.printf(
                Locale.ROOT,
                "%-58s %9d %9d %9d %7.3f%% %11d %8d%n",
                fate.words,
                tally.findings,
                tally.found,
                tally.kept,
                100.0 * tally.kept / Math.max(1, tally.found),
                tally.introduced,
                tally.unknown));
        System.out.printf(
                Locale.ROOT,
                "%nfindings on new lines: %d, of which called old: %d, unknown: %d%n",
                added.findings,
                added.preExisting,
                added.unknown);
        System.out.printf(
                Locale.ROOT,
                "left out: %d on new lines of a text that was also taken out; %d on no changed line%n",
                copies,
                strays);
    }
}
