package io.imprimatur.scan;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds lines with "MARK" and keeps every duty. Bad scanners override the one step in which they fail. */
class MarkProvider implements ScannerProvider, Scanner {
    static final Category CATEGORY = Category.QUALITY;

    @Override
    public ScannerDescriptor descriptor() {
        return new ScannerDescriptor("mark", "1", List.of(CATEGORY));
    }

    @Override
    public Scanner create(ScannerSettings settings, SecretSource secrets) {
        settings.check();
        return this;
    }

    @Override
    public Optional<String> basis() {
        return Optional.of("the one word");
    }

    @Override
    public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
        List<Gap> gaps = new ArrayList<>();
        for (ChangedFile file : request.change().files()) {
            beforeFile(request);
            if (file.after() != null && !scan(request, file.path(), findings, gaps)) {
                break;
            }
        }
        return new Coverage(gaps);
    }

    void beforeFile(ScanRequest request) throws InterruptedException {
        request.checkCancelled();
    }

    private boolean scan(ScanRequest request, RepoPath path, FindingSink findings, List<Gap> gaps) {
        try {
            byte[] content = request.content().head().read(path, 1 << 23);
            return report(path, lines(content), findings);
        } catch (ImprimaturException unreadable) {
            return onUnreadable(path, unreadable, gaps);
        }
    }

    boolean onUnreadable(RepoPath path, ImprimaturException unreadable, List<Gap> gaps) {
        boolean large = unreadable.code() == ErrorCode.CONTENT_TOO_LARGE;
        gaps.add(Gap.at(path, large ? Gap.Cause.TOO_LARGE : Gap.Cause.UNREADABLE, "cannot be read"));
        return true;
    }

    List<String> lines(byte[] content) {
        return List.of(new String(content, StandardCharsets.UTF_8).split("\n", -1));
    }

    boolean report(RepoPath path, List<String> lines, FindingSink findings) {
        for (int line = 1; line <= lines.size(); line++) {
            if (lines.get(line - 1).contains("MARK")
                    && !findings.accept(draft(path, line, lines.get(line - 1)).build())) {
                return onRefused();
            }
        }
        return true;
    }

    boolean onRefused() {
        return false;
    }

    FindingDraft.Builder draft(RepoPath path, int line, String text) {
        return FindingDraft.builder("mark", Severity.LOW, CATEGORY, "A mark; remove it")
                .at(path, line);
    }
}
