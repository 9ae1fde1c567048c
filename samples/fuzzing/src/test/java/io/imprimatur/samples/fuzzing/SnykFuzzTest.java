package io.imprimatur.samples.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Coverage;
import io.imprimatur.snyk.SnykProvider;
import org.junit.jupiter.api.Tag;

/**
 * Whatever a report of Snyk holds: each finding that comes of it can be placed, and what cannot be read is a gap. Nothing
 * is thrown, and nothing hangs.
 */
class SnykFuzzTest {
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
        Coverage coverage = PassedOn.check(provider, CHANGE);
        if (report.length == 0 || report[0] != '{' && report[0] != '[') {
            assertThat(coverage.isComplete()).isFalse();
        }
    }
}
