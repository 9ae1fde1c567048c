package io.imprimatur.samples.scanner;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.LineRange;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Finds what assistants leave behind, on lines of text that the change adds. It holds no state, so threads may share it. */
final class LeftoverScanner implements Scanner {
    private static final int MOST_BYTES = 8 << 20;

    private final List<Marker> markers;

    LeftoverScanner(List<String> phrases) {
        markers = Marker.withPhrases(phrases);
    }

    @Override
    public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
        List<Gap> gaps = new ArrayList<>();
        for (ChangedFile file : request.change().files()) {
            request.checkCancelled();
            try {
                if (file.after() != null && !scan(file, request, findings)) {
                    break; // The gate holds no more, and notes that itself.
                }
            } catch (ImprimaturException unreadable) {
                boolean large = unreadable.code() == ErrorCode.CONTENT_TOO_LARGE;
                Gap.Cause cause = large ? Gap.Cause.TOO_LARGE : Gap.Cause.UNREADABLE;
                gaps.add(Gap.at(file.path(), cause, unreadable.code().id()));
            }
        }
        return new Coverage(gaps);
    }

    /** Whether there is room for more. */
    private boolean scan(ChangedFile file, ScanRequest request, FindingSink findings) throws InterruptedException {
        if (file.linesKnown() && file.added().isEmpty()) {
            return true;
        }
        byte[] content = request.content().head().read(file.path(), MOST_BYTES);
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
        LineRange all = new LineRange(1, lines.length);
        for (LineRange range : file.linesKnown() ? file.added().ranges() : List.of(all)) {
            for (int line = range.first(); line <= range.last(); line++) {
                request.checkCancelled();
                if (!scan(file, line, lines[line - 1], findings)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean scan(ChangedFile file, int line, String text, FindingSink findings) {
        for (Marker marker : markers) {
            Matcher found = marker.text().matcher(text);
            if (found.find()) {
                // The message is the marker's own: what stands on the line may be a secret.
                FindingDraft finding = FindingDraft.builder(
                                marker.rule(), marker.severity(), Category.QUALITY, marker.message())
                        .at(file.path(), line)
                        .columns(found.start() + 1, found.end())
                        .confidence("0.8")
                        .build();
                if (!findings.accept(finding)) {
                    return false;
                }
            }
        }
        return true;
    }
}
