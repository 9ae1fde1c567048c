package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.shared.SharedReports;
import io.imprimatur.shared.SharedReports.Report;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every report of Semgrep that others recorded yields exactly what was counted in it by other means. */
class RecordedReportsTest {
    private static final Set<String> OURS = Set.of("semgrep-json", "semgrep-appsec-api-findings");

    private List<Report> reports;

    @BeforeEach
    void readReports() throws IOException {
        reports = SharedReports.read();
        if (reports.isEmpty()) {
            System.out.println("Skipped: ../shared/fixtures.tar.gz and its manifest are not there");
        }
        assumeTrue(!reports.isEmpty());
    }

    @Test
    void yieldWhatTheManifestSays() {
        SoftAssertions each = new SoftAssertions();
        int count = 0;
        for (Report report : reports) {
            if (OURS.contains(report.get("format"))) {
                count++;
                each.assertThat(counts(report)).as(report.toString()).isEqualTo(expected(report));
            }
        }
        each.assertAll();
        System.out.println("Semgrep reports read as the manifest counts them: " + count);
        assertThat(count).isEqualTo(103);
    }

    @Test
    void whatIsNoReportIsRefusedWithItsPlace() {
        Set<String> formats = Set.of("invalid-json", "other", "sarif", "snyk-json", "gitleaks-json");
        SoftAssertions each = new SoftAssertions();
        int count = 0;
        for (Report report : reports) {
            if (formats.contains(report.get("format"))) {
                count++;
                ImprimaturException refused = catchThrowableOfType(
                        ImprimaturException.class, () -> Recorded.of(report.toString(), report.content()));
                each.assertThat(refused).as(report.toString()).isNotNull();
                if (refused != null) {
                    each.assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_DOCUMENT);
                    each.assertThat(refused.problems().get(0).source()).isEqualTo(report.toString());
                    each.assertThat(refused.problems().get(0).position().isKnown())
                            .isTrue();
                }
            }
        }
        each.assertAll();
        System.out.println("Other reports refused as none of Semgrep, with their place: " + count);
        assertThat(count).isGreaterThan(100);
    }

    private static Map<String, String> expected(Report report) {
        return Stream.of(
                        "findings_total",
                        "suppressed",
                        "distinct_rule_or_issue_ids",
                        "raw_severity",
                        "mapped_severity",
                        "mapped_severity_unsuppressed",
                        "tool_errors_or_notes")
                .collect(Collectors.toMap(Function.identity(), report::get));
    }

    private static Map<String, String> counts(Report report) {
        Recorded recorded = Recorded.of(report.toString(), report.content());
        Function<SemgrepResult, String> mapped =
                result -> Drafting.severity(result.severity()).id();
        return Map.of(
                "findings_total",
                String.valueOf(recorded.results.size()),
                "suppressed",
                String.valueOf(recorded.results.stream()
                        .filter(RecordedReportsTest::isSuppressed)
                        .count()),
                "distinct_rule_or_issue_ids",
                String.valueOf(recorded.results.stream()
                        .map(SemgrepResult::rule)
                        .distinct()
                        .count()),
                "raw_severity",
                listed(recorded.results.stream().map(SemgrepResult::severity)),
                "mapped_severity",
                listed(recorded.results.stream().map(mapped)),
                "mapped_severity_unsuppressed",
                listed(recorded.results.stream()
                        .filter(result -> !isSuppressed(result))
                        .map(mapped)),
                "tool_errors_or_notes",
                listed(recorded.complaints.stream()
                        .filter(complaint -> complaint.kind() == Complaint.Kind.ERROR)
                        .map(complaint -> complaint.level() + ":" + complaint.type())));
    }

    private static boolean isSuppressed(SemgrepResult result) {
        return result.triaged() || Boolean.TRUE.equals(result.ignored());
    }

    private static String listed(Stream<String> words) {
        Map<String, Long> counts =
                words.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? "-"
                : counts.entrySet().stream()
                        .map(count -> count.getKey() + "=" + count.getValue())
                        .collect(Collectors.joining(";"));
    }
}
