package io.imprimatur.snyk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.shared.SharedReports;
import io.imprimatur.shared.SharedReports.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every report of Snyk that others recorded yields exactly what was counted in it by other means, or is refused with its place. */
class SharedReportsTest {
    private static final List<Report> REPORTS = new ArrayList<>();

    @BeforeAll
    static void readReports() throws IOException {
        REPORTS.addAll(SharedReports.read());
        if (REPORTS.isEmpty()) {
            System.out.println("skipped: ../shared/fixtures.tar.gz and its manifest are not there");
        }
        assumeTrue(!REPORTS.isEmpty());
    }

    @Test
    void yieldWhatTheManifestSays() {
        Map<String, Integer> formats = new TreeMap<>();
        each(Set.of("snyk-json", "snyk-api-test-dep-graph-response", "snyk-rest-issues"), (each, report) -> {
            formats.merge(report.get("format"), 1, Integer::sum);
            each.assertThat(counts(report)).as(report.toString()).isEqualTo(expected(report));
            each.assertThat(SnykReader.isSarif(source(report), JsonLimits.DEFAULT))
                    .as(report.toString())
                    .isFalse();
        });
        System.out.println("Snyk reports read as the manifest counts them: " + formats);
        assertThat(formats)
                .isEqualTo(Map.of("snyk-json", 34, "snyk-api-test-dep-graph-response", 6, "snyk-rest-issues", 3));
    }

    @Test
    void thoseInSarifAreKnownAsSuch() {
        each(
                Set.of("sarif"),
                (each, report) -> each.assertThat(SnykReader.isSarif(source(report), JsonLimits.DEFAULT))
                        .as(report.toString())
                        .isTrue());
    }

    @Test
    void thoseOfCodeSayHowManyFilesWereAnalysedAndHowManyCouldNotBeParsed() {
        Map<String, String> said = new TreeMap<>();
        each(Set.of("sarif"), (each, report) -> {
            CodeCoverage coverage = CodeCoverageReader.read(source(report), JsonLimits.DEFAULT);
            if (coverage.counts().isEmpty()) {
                return;
            }
            int known = 0;
            for (CodeCoverage.Count count : coverage.counts()) {
                each.assertThat(count.files()).as(report.toString()).isPositive();
                known += CodeLanguage.ofReport(count.language()).isPresent() ? count.files() : 0;
            }
            String name = report.toString();
            said.put(
                    name.substring(name.lastIndexOf('/') + 1),
                    known + " " + coverage.notAnalysed().size());
        });
        System.out.println("reports of code, by the files of languages that are known here and by gaps: " + said);
        assertThat(said)
                .containsEntry("sarif-juice-shop.json", "662 6")
                .containsEntry("snykcode_issue_9270.json", "664 4")
                .containsEntry("with-ignores.json", "354 2")
                .containsEntry("4-high-5-medium.json", "10 0")
                .containsEntry("empty-sarif.json", "9 0");
    }

    @Test
    void whatIsNoReportIsRefusedWithItsPlace() {
        int[] count = new int[1];
        each(Set.of("invalid-json", "sarif", "semgrep-json", "gitleaks-json"), (each, report) -> {
            count[0]++;
            ImprimaturException refused = catchThrowableOfType(ImprimaturException.class, () -> counts(report));
            each.assertThat(refused).as(report.toString()).isNotNull();
            if (refused != null) {
                each.assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_DOCUMENT);
                each.assertThat(refused.problems().get(0).source()).isEqualTo(report.toString());
                each.assertThat(refused.problems().get(0).position().isKnown()).isTrue();
            }
        });
        System.out.println("other reports refused as none of Snyk, with their place: " + count[0]);
        assertThat(count[0]).isGreaterThan(100);
    }

    private static void each(Set<String> formats, BiConsumer<SoftAssertions, Report> check) {
        SoftAssertions each = new SoftAssertions();
        REPORTS.stream()
                .filter(report -> formats.contains(report.get("format")))
                .forEach(report -> check.accept(each, report));
        each.assertAll();
    }

    private static ReportSource source(Report report) {
        return ReportSource.of(report.toString(), report.content());
    }

    private static Map<String, String> expected(Report report) {
        Map<String, String> expected = new TreeMap<>();
        for (String column : List.of(
                "runs_or_projects",
                "findings_total",
                "suppressed",
                "distinct_rule_or_issue_ids",
                "raw_severity",
                "mapped_severity",
                "mapped_severity_unsuppressed",
                "tool_errors_or_notes")) {
            expected.put(column, report.get(column));
        }
        return expected;
    }

    private static Map<String, String> counts(Report report) {
        Set<String> ids = new HashSet<>();
        Map<String, Integer> raw = new TreeMap<>();
        Map<String, Integer> mapped = new TreeMap<>();
        Map<String, Integer> unsuppressed = new TreeMap<>();
        Map<String, Integer> notes = new TreeMap<>();
        SnykReport read = SnykReader.read(source(report), JsonLimits.DEFAULT, project -> {
            for (SnykIssue issue : project.issues()) {
                ids.add(issue.id());
                raw.merge(issue.severity(), issue.entries(), Integer::sum);
                String severity = Drafting.severity(issue.severity()).id();
                mapped.merge(severity, issue.entries(), Integer::sum);
                if (!issue.suppressed()) {
                    unsuppressed.merge(severity, issue.entries(), Integer::sum);
                }
                if (issue.kind() == SnykIssue.Kind.LICENSE) {
                    notes.merge("license", issue.entries(), Integer::sum);
                }
            }
            return true;
        });
        if (read.errors() > 0) {
            notes.put("project-error", read.errors());
        }
        return new TreeMap<>(Map.of(
                "runs_or_projects", String.valueOf(read.projects()),
                "findings_total", String.valueOf(read.entries()),
                "suppressed", String.valueOf(read.suppressed()),
                "distinct_rule_or_issue_ids", String.valueOf(ids.size()),
                "raw_severity", listed(raw),
                "mapped_severity", listed(mapped),
                "mapped_severity_unsuppressed", listed(unsuppressed),
                "tool_errors_or_notes", listed(notes)));
    }

    private static String listed(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "-"
                : counts.entrySet().stream()
                        .map(count -> count.getKey() + "=" + count.getValue())
                        .collect(Collectors.joining(";"));
    }
}
