package io.imprimatur.core.scan;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileVersion;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a scanner about the files of which it is not known what it would say. An answer is kept by all that it may depend on of
 * a file: its path, content and mode, and which lines the change adds.
 */
record FileByFile(Keeping keeping, Scanner scanner, ScanRequest request, FindingSink findings) {

    Coverage scan() throws InterruptedException {
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
            Digest question = question(file, after);
            KeptAnswer known = keeping.get(question)
                    .filter(answer -> answer.isOf(file.path()))
                    .orElse(null);
            if (known == null) {
                asked.put(file, question);
                left.add(file);
            } else {
                gaps.addAll(known.gaps());
                known.findings().forEach(findings::accept);
            }
        }
        if (asked.isEmpty()) {
            return new Coverage(gaps);
        }
        Recorder recorder = new Recorder(findings);
        Coverage fresh = scanner.scan(new Narrowed(request, left), recorder);
        if (fresh == null) {
            return fresh;
        }
        if (recorder.isWhole() && !request.isCancelled()) {
            keep(asked, fresh, recorder.drafts());
        }
        return fresh.with(gaps);
    }

    private void keep(Map<ChangedFile, Digest> asked, Coverage coverage, List<FindingDraft> drafts) {
        Map<String, KeptAnswer> answers = new LinkedHashMap<>();
        for (ChangedFile file : asked.keySet()) {
            answers.put(file.path().text(), KeptAnswer.empty());
        }
        for (Gap gap : coverage.gaps()) {
            KeptAnswer answer =
                    gap.path() == null ? null : answers.get(gap.path().text());
            if (answer == null) {
                // It concerns more than one file: who knows which.
                return;
            }
            answer.gaps().add(gap);
        }
        for (FindingDraft draft : drafts) {
            KeptAnswer answer = draft.path() == null ? null : answers.get(draft.path());
            if (answer == null) {
                return;
            }
            answer.findings().add(draft);
        }
        asked.forEach((file, question) -> {
            KeptAnswer answer = answers.get(file.path().text());
            if (answer != null) {
                keeping.put(question, answer);
            }
        });
    }

    private Digest question(ChangedFile file, FileVersion after) {
        return keeping.question(List.of(
                file.path().text(),
                after.digest().hex(),
                after.mode().name(),
                file.status().name(),
                Boolean.toString(file.linesKnown()),
                file.added().toString()));
    }
}
