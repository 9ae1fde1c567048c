package io.imprimatur.core.scan;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileVersion;
import io.imprimatur.core.cache.AnswerCache;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a scanner only about the files of which it is not known what it would say. An answer is kept by the scanner, its
 * version and {@link Scanner#basis}, and by all that it may depend on of a file: its path, content and mode, and which lines
 * the change adds.
 */
final class KeptAnswers {
    private final AnswerCache cache;

    KeptAnswers(AnswerCache cache) {
        this.cache = cache;
    }

    Coverage scan(ScannerDescriptor descriptor, Scanner scanner, ScanRequest request, FindingSink findings)
            throws InterruptedException {
        String basis = scanner.basis().orElse(null);
        if (basis == null) {
            return scanner.scan(request, findings);
        }
        Duration freshFor = scanner.freshFor().orElse(null);
        Map<ChangedFile, Digest> asked = new LinkedHashMap<>();
        List<Gap> gaps = new ArrayList<>();
        List<ChangedFile> left = new ArrayList<>();
        for (ChangedFile file : request.change().files()) {
            request.checkCancelled();
            FileVersion after = file.after();
            if (after == null) {
                // There is nothing to look at, but who has nothing else to do is not asked for that.
                left.add(file);
                continue;
            }
            Digest question = question(descriptor, basis, file, after);
            FileAnswer known = cache.get(question, freshFor)
                    .flatMap(bytes -> FileAnswer.read(bytes, file.path()))
                    .orElse(null);
            if (known == null) {
                asked.put(file, question);
                left.add(file);
            } else {
                gaps.addAll(known.gaps());
                for (FindingDraft draft : known.findings()) {
                    findings.accept(draft);
                }
            }
        }
        if (asked.isEmpty()) {
            return new Coverage(gaps);
        }
        Recorder recorder = new Recorder(findings);
        Coverage fresh = scanner.scan(new Narrowed(request, left), recorder);
        if (fresh != null) {
            keep(asked, fresh, recorder, request);
        }
        return fresh == null ? fresh : fresh.with(gaps);
    }

    private void keep(Map<ChangedFile, Digest> asked, Coverage coverage, Recorder recorder, ScanRequest request) {
        Map<String, FileAnswer> answers = new LinkedHashMap<>();
        for (ChangedFile file : asked.keySet()) {
            answers.put(file.path().text(), new FileAnswer(new ArrayList<>(), new ArrayList<>()));
        }
        for (Gap gap : coverage.gaps()) {
            FileAnswer answer =
                    gap.path() == null ? null : answers.get(gap.path().text());
            if (answer == null) {
                // It concerns more than one file: who knows which.
                return;
            }
            answer.gaps().add(gap);
        }
        if (!recorder.isWhole() || request.isCancelled()) {
            return;
        }
        for (FindingDraft draft : recorder.drafts()) {
            FileAnswer answer = draft.path() == null ? null : answers.get(draft.path());
            if (answer == null) {
                return;
            }
            answer.findings().add(draft);
        }
        for (Map.Entry<ChangedFile, Digest> each : asked.entrySet()) {
            FileAnswer answer = answers.get(each.getKey().path().text());
            if (answer != null && answer.gaps().stream().allMatch(KeptAnswers::isLasting)) {
                cache.put(each.getValue(), answer.bytes());
            }
        }
    }

    /** Whether a scanner would say the same next time: not of what it had no time for, nor of what failed. */
    private static boolean isLasting(Gap gap) {
        return switch (gap.cause()) {
            case TOO_LARGE, UNSUPPORTED, SKIPPED -> true;
            default -> false;
        };
    }

    private static Digest question(ScannerDescriptor scanner, String basis, ChangedFile file, FileVersion after) {
        MessageDigest digest = Digest.start();
        for (String part : List.of(
                scanner.id(),
                scanner.version(),
                basis,
                file.path().text(),
                after.digest().hex(),
                after.mode().name(),
                file.status().name(),
                Boolean.toString(file.linesKnown()),
                file.added().toString())) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return Digest.of(digest);
    }

    /** The same request, of some of the files. */
    private record Narrowed(ScanRequest whole, List<ChangedFile> files) implements ScanRequest {
        @Override
        public Change change() {
            Change change = whole.change();
            return new Change(
                    change.repository(),
                    change.base(),
                    change.head(),
                    change.target(),
                    change.commits(),
                    change.pusher(),
                    files,
                    change.unread());
        }

        @Override
        public ChangeContent content() {
            return whole.content();
        }

        @Override
        public Duration remaining() {
            return whole.remaining();
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }

    /** Hands findings on and remembers them. */
    private static final class Recorder implements FindingSink {
        private final FindingSink sink;
        private final List<FindingDraft> drafts = new ArrayList<>();
        private boolean whole = true;

        private Recorder(FindingSink sink) {
            this.sink = sink;
        }

        @Override
        public boolean accept(FindingDraft draft) {
            boolean accepted = sink.accept(draft);
            synchronized (this) {
                // Who makes none where one is due is not to be trusted with the next.
                whole &= accepted && draft != null;
                drafts.add(draft);
            }
            return accepted;
        }

        private synchronized List<FindingDraft> drafts() {
            return new ArrayList<>(drafts);
        }

        /** Whether every finding was taken. */
        private synchronized boolean isWhole() {
            return whole;
        }
    }
}
