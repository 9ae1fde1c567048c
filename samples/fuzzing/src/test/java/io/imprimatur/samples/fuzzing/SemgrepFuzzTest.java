package io.imprimatur.samples.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Coverage;
import io.imprimatur.semgrep.SemgrepProvider;
import org.junit.jupiter.api.Tag;

/**
 * Whatever a report of Semgrep holds: each finding that comes of it can be placed, and what cannot be read is a gap. Nothing
 * is thrown, and nothing hangs.
 */
class SemgrepFuzzTest {
    private static final MemoryChange CHANGE = MemoryChange.builder()
            .base("a.py", "eval(a)  # nosemgrep\n")
            .head("a.py", "eval(a)  # nosemgrep\neval(b)  # nosemgrep: r\n")
            .build();

    @FuzzTest(maxDuration = "10s")
    @DictionaryFile(resourcePath = "semgrep.dict")
    @Tag("short")
    void isReadOrAGap(byte[] report) throws InterruptedException {
        check(report);
    }

    @FuzzTest(maxDuration = "1h")
    @DictionaryFile(resourcePath = "semgrep.dict")
    @Tag("long")
    void isReadOrAGapForAnHour(byte[] report) throws InterruptedException {
        check(report);
    }

    private static void check(byte[] report) throws InterruptedException {
        SemgrepProvider provider = SemgrepProvider.builder()
                .report(ReportSource.of("report.json", report))
                .build();
        Coverage coverage = PassedOn.check(provider, CHANGE);
        if (report.length == 0 || report[0] != '{') {
            assertThat(coverage.isComplete()).isFalse();
        }
    }
}
