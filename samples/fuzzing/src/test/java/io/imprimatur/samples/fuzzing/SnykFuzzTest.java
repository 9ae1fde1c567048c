package io.imprimatur.samples.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.imprimatur.change.Digest;
import io.imprimatur.core.draft.Drafts;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Origin;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScanAnswer;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import io.imprimatur.snyk.SnykProvider;
import org.junit.jupiter.api.Tag;

/**
 * Whatever a report of Snyk holds: each finding that comes of it can be placed, and what cannot be read is a gap. Nothing
 * is thrown, and nothing hangs.
 */
class SnykFuzzTest {
    private static final Drafts DRAFTS = new Drafts();
    private static final Fingerprint ANY = new Fingerprint(new Digest("0".repeat(64)));
    private static final MemoryChange CHANGE = MemoryChange.builder()
            .base("package-lock.json", "{}\n")
            .head("package-lock.json", "{ }\n")
            .head("sub/.snyk", "ignore: {}\n")
            .head("main.tf", "a\nb\n")
            .build();

    @FuzzTest(maxDuration = "10s")
    @DictionaryFile(resourcePath = "snyk.dict")
    @Tag("short")
    void isReadOrAGap(byte[] report) throws InterruptedException {
        check(report);
    }

    @FuzzTest(maxDuration = "1h")
    @DictionaryFile(resourcePath = "snyk.dict")
    @Tag("long")
    void isReadOrAGapForAnHour(byte[] report) throws InterruptedException {
        check(report);
    }

    private static void check(byte[] report) throws InterruptedException {
        SnykProvider provider = SnykProvider.builder()
                .report(ReportSource.of("report.json", report))
                .build();
        try (Scanner scanner = provider.create(ScannerSettings.none(SnykProvider.ID), SecretSource.NONE)) {
            ScanAnswer answer = ScanAnswer.of(scanner, CHANGE);
            for (FindingDraft draft : answer.findings()) {
                assertThat(draft.message()).doesNotContain("\u001b", "\n");
                DRAFTS.finding(draft, SnykProvider.ID, ANY, Origin.UNKNOWN);
            }
            if (report.length == 0 || report[0] != '{' && report[0] != '[') {
                assertThat(answer.coverage().isComplete()).isFalse();
            }
        }
    }
}
