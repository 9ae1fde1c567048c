package io.imprimatur.samples.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.sarif.SarifProvider;
import io.imprimatur.core.sarif.SarifReader;
import io.imprimatur.core.scan.ScanRunner;
import io.imprimatur.core.scan.Scanners;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import org.junit.jupiter.api.Tag;

/**
 * Whatever a SARIF report holds: it is read, or refused with a problem that has a place; and what is made of it is a report
 * of findings that all can be, with a gap where it was refused. Nothing else comes out, and nothing hangs.
 */
class SarifFuzzTest {
    private static final JsonLimits LIMITS = new JsonLimits(1 << 20, 100, 10_000);
    private static final MemoryChange CHANGE = MemoryChange.builder()
            .base("src/a.c", "one\ntwo\nfour\n")
            .head("src/a.c", "one\ntwo\nthree\nfour\n")
            .build();

    @FuzzTest(maxDuration = "10s")
    @DictionaryFile(resourcePath = "sarif.dict")
    @Tag("short")
    void isReadOrRefused(byte[] content) {
        check(content);
    }

    @FuzzTest(maxDuration = "1h")
    @DictionaryFile(resourcePath = "sarif.dict")
    @Tag("long")
    void isReadOrRefusedForAnHour(byte[] content) {
        check(content);
    }

    private static void check(byte[] content) {
        ReportSource source = ReportSource.of("report.sarif", content);
        boolean refused = false;
        try {
            SarifReader.read(source, LIMITS, result -> result.isSuppressed() || result.place() != null);
        } catch (ImprimaturException problem) {
            refused = true;
            assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_DOCUMENT);
            assertThat(problem.problems()).singleElement().satisfies(one -> {
                assertThat(one.source()).isEqualTo("report.sarif");
                assertThat(one.remedy()).isNotNull();
            });
        }
        SarifProvider provider =
                SarifProvider.builder("sarif").report(source).limits(LIMITS).build();
        try (ScanRunner runner = ScanRunner.builder(Scanners.of(provider)).build()) {
            ScanReport report = runner.scan(CHANGE.change(), CHANGE).get(0);
            assertThat(report.coverage().isComplete() && refused).isFalse();
            assertThat(report.coverage().gaps())
                    .extracting(Gap::detail)
                    .noneMatch(detail -> detail.startsWith("Scanner sarif")); // made a finding that was dropped
        }
    }
}
