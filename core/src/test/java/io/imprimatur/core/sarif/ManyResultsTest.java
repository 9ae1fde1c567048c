package io.imprimatur.core.sarif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.scan.ScanLimits;
import io.imprimatur.core.scan.ScanRunner;
import io.imprimatur.core.scan.Scanners;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reports that are far larger than what may be held, made while they are read. */
class ManyResultsTest {
    private static final String HEAD =
            "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"T\"}}, \"results\": [{}";
    private static final MemoryChange CHANGE =
            MemoryChange.builder().head("a.c", "one\n").build();

    @Test
    void tenMillionResultsAreBounded() {
        ReportSource source = made(10_000, i -> {
            StringBuilder thousand = new StringBuilder();
            for (int j = 0; j < 1_000; j++) {
                thousand.append(",{\"ruleId\":\"").append(i * 1_000 + j).append("\"}");
            }
            return thousand.toString();
        });

        ScanReport report = scan(SarifProvider.builder("t").report(source).build());

        assertThat(report.findings()).hasSize(1_000);
        assertThat(report.coverage().gaps()).extracting(Gap::cause).containsExactly(Gap.Cause.TOO_MANY_FINDINGS);
    }

    @Test
    void resultsInFilesThatTheChangeTouchesComeFirst() {
        MemoryChange change = MemoryChange.builder()
                .base("old.c", "one\n")
                .head("old.c", "one\n")
                .head("new.c", "one\n")
                .build();
        ReportSource source = made(
                3_000,
                i -> ",{\"ruleId\":\"" + i + "\",\"locations\":["
                        + Log.at(i < 3_000 ? "old.c" : "new.c", 1).replace('\'', '"') + "]}");

        ScanReport report = scan(SarifProvider.builder("t").report(source).build(), change);

        assertThat(report.findings())
                .hasSize(1_000)
                .anySatisfy(finding -> assertThat(finding.location()).hasToString("new.c:1"));
        assertThat(report.coverage().gaps()).extracting(Gap::cause).containsExactly(Gap.Cause.TOO_MANY_FINDINGS);
    }

    @Test
    void readingHoldsOneResultAtATime() {
        // Each of 2,000 results has 100,000 characters that are unlike others': 400 MB, if they were held.
        ReportSource source = made(2_000, i -> ",{\"message\":{\"text\":\"" + i + "x".repeat(100_000) + "\"}}");
        long[] seen = new long[2];

        SarifReader.read(source, JsonLimits.DEFAULT, result -> {
            seen[0]++;
            seen[1] += result.message().length();
            return true;
        });

        assertThat(seen[0]).isEqualTo(2_001);
        // A message is cut at what a finding can hold many times over.
        assertThat(seen[1]).isEqualTo(2_000L * 20_000);
    }

    @Test
    void depthWithoutEndIsRefused() {
        ReportSource source = made(1_000, i -> ",{\"properties\":{\"x\":" + "[".repeat(10_000));

        ScanReport report = scan(SarifProvider.builder("t").report(source).build());

        assertThat(report.coverage().gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.detail()).contains("250 levels"));
    }

    private static ScanReport scan(SarifProvider provider) {
        return scan(provider, CHANGE);
    }

    private static ScanReport scan(SarifProvider provider, MemoryChange change) {
        ScanLimits limits = new ScanLimits(Duration.ofSeconds(60), Duration.ofSeconds(60), 1_000);
        try (ScanRunner runner =
                ScanRunner.builder(Scanners.of(provider)).limits(limits).build()) {
            return runner.scan(change.change(), change).get(0);
        }
    }

    /** A report whose results are made piece by piece. */
    private static ReportSource made(int pieces, IntFunction<String> piece) {
        return new ReportSource() {
            @Override
            public String name() {
                return "made.sarif";
            }

            @Override
            public InputStream open() {
                Iterator<String> all = IntStream.rangeClosed(0, pieces + 1)
                        .mapToObj(i -> i == 0 ? HEAD : i > pieces ? "]}]}" : piece.apply(i))
                        .iterator();
                return new SequenceInputStream(new Enumeration<>() {
                    @Override
                    public boolean hasMoreElements() {
                        return all.hasNext();
                    }

                    @Override
                    public InputStream nextElement() {
                        if (!all.hasNext()) {
                            throw new NoSuchElementException();
                        }
                        return new ByteArrayInputStream(all.next().getBytes(UTF_8));
                    }
                });
            }
        };
    }
}
