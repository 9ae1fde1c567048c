package io.imprimatur.secrets;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for secrets in every changed file as it is at head, its path and its content, whole: what the change added is told apart by its lines. The
 * target of a symbolic link is read like content. A submodule has none: what it points to is another repository's.
 */
final class SecretsScanner implements Scanner {
    private static final String FIX =
            "Revoke it where it was issued, replace it by one that is read from a secret store"
                    + " at run time, and take it out of the history";

    private final SecretDetector detector;
    private final int maxFileSize;

    SecretsScanner(SecretDetector detector, int maxFileSize) {
        this.detector = detector;
        this.maxFileSize = maxFileSize;
    }

    @Override
    public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
        List<Gap> gaps = new ArrayList<>();
        Report report = new Report(findings);
        for (ChangedFile file : request.change().files()) {
            request.checkCancelled();
            FileVersion after = file.after();
            if (after != null && report.isOpen()) {
                searchName(file, after, report);
                if (after.mode() != FileMode.SUBMODULE) {
                    search(request.content().head(), file, after, report, gaps);
                }
            }
        }
        request.checkCancelled();
        report.finish();
        if (!report.isOpen()) {
            gaps.add(Gap.whole(Gap.Cause.TOO_MANY_FINDINGS, "the search ended where findings were no longer taken"));
        }
        return new Coverage(gaps);
    }

    /** What a file is called stays in the history as what is in it does. */
    private void searchName(ChangedFile file, FileVersion after, Report report) {
        for (Match match : detector.find(new Text(after.path().bytes())).found()) {
            SecretKind kind = match.kind();
            report.add(
                    draft(
                                    match,
                                    "The path of the file holds: " + title(match),
                                    "name " + kind.id() + " " + match.rank())
                            .at(after.path())
                            .build(),
                    file.status() != ChangeStatus.MODIFIED);
        }
    }

    private void search(Tree head, ChangedFile file, FileVersion after, Report report, List<Gap> gaps) {
        RepoPath path = after.path();
        if (after.size() > maxFileSize) {
            gaps.add(tooLarge(path));
            return;
        }
        byte[] content;
        try {
            content = head.read(path, maxFileSize);
        } catch (ImprimaturException unread) {
            gaps.add(
                    unread.code() == ErrorCode.CONTENT_TOO_LARGE
                            ? tooLarge(path)
                            : Gap.at(
                                    path,
                                    Gap.Cause.UNREADABLE,
                                    "it could not be read: " + unread.code().id()));
            return;
        }
        Text text = SourceText.of(content);
        if (text == null) {
            gaps.add(
                    Gap.at(path, Gap.Cause.UNSUPPORTED, "it is binary, and binary files are not searched for secrets"));
            return;
        }
        SecretDetector.Matches matches = detector.find(text);
        for (Match match : matches.found()) {
            LineRange lines = new LineRange(match.firstLine(), match.lastLine());
            report.add(
                    draft(after, match, lines),
                    !file.linesKnown() || file.added().intersects(lines));
        }
        if (!matches.complete()) {
            gaps.add(Gap.at(
                    path,
                    Gap.Cause.TOO_MANY_FINDINGS,
                    "it was searched as far as its first " + SecretDetector.MOST_MATCHES + " matches"));
        }
    }

    private Gap tooLarge(RepoPath path) {
        return Gap.at(path, Gap.Cause.TOO_LARGE, "it has more than max-file-size, " + maxFileSize + " bytes");
    }

    private static FindingDraft draft(FileVersion file, Match match, LineRange lines) {
        FindingDraft.Builder draft = draft(match, title(match), match.kind().id() + " " + match.rank());
        if (file.binary() || file.mode() == FileMode.SYMLINK) {
            // In UTF-16 and in links version control counts no lines: to name one would pass for one that is not new.
            return draft.at(file.path()).build();
        }
        return draft.at(file.path(), lines)
                .columns(match.firstColumn(), match.lastColumn())
                .build();
    }

    private static FindingDraft.Builder draft(Match match, String message, String identity) {
        Grade grade = match.grade();
        return FindingDraft.builder(match.kind().id(), grade.severity(), Category.SECRET, message)
                .confidence(grade.confidence())
                .identity(identity)
                .cwe("CWE-798")
                .fix(FIX);
    }

    private static String title(Match match) {
        return match.kind().title() + " (" + match.kind().preview() + "), "
                + match.grade().reason();
    }

    /** Passes findings on, those that the change brought first, as long as they are taken. */
    private static final class Report {
        /** More than this are not held back. */
        private static final int HELD = 10_000;

        private final FindingSink sink;
        private final List<FindingDraft> held = new ArrayList<>();
        private boolean open = true;

        Report(FindingSink sink) {
            this.sink = sink;
        }

        boolean isOpen() {
            return open;
        }

        void add(FindingDraft finding, boolean first) {
            if (first || held.size() >= HELD) {
                open = open && sink.accept(finding);
            } else {
                held.add(finding);
            }
        }

        void finish() {
            for (FindingDraft finding : held) {
                open = open && sink.accept(finding);
            }
        }
    }
}
