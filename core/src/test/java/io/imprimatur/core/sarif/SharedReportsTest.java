package io.imprimatur.core.sarif;

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
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every SARIF report that others recorded yields exactly what was counted in it by other means, or is refused with its place. */
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
        List<Report> sarif = REPORTS.stream()
                .filter(report -> report.get("format").equals("sarif"))
                .toList();
        SoftAssertions each = new SoftAssertions();
        for (Report report : sarif) {
            each.assertThat(counts(report)).as(report.toString()).isEqualTo(expected(report));
        }
        each.assertAll();
        System.out.println("SARIF reports read as the manifest counts them: " + sarif.size());
        assertThat(sarif).hasSizeGreaterThan(100);
    }

    @Test
    void whatIsNoReportIsRefusedWithItsPlace() {
        Set<String> formats = Set.of("invalid-json", "other", "semgrep-json", "snyk-json", "gitleaks-json");
        List<Report> others = REPORTS.stream()
                .filter(report -> formats.contains(report.get("format")))
                .toList();
        SoftAssertions each = new SoftAssertions();
        for (Report report : others) {
            ImprimaturException refused = catchThrowableOfType(ImprimaturException.class, () -> counts(report));
            each.assertThat(refused).as(report.toString()).isNotNull();
            if (refused != null) {
                each.assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_DOCUMENT);
                each.assertThat(refused.problems().get(0).source()).isEqualTo(report.toString());
                each.assertThat(refused.problems().get(0).position().isKnown()).isTrue();
            }
        }
        each.assertAll();
        System.out.println("other reports refused as no SARIF, with their place: " + others.size());
        assertThat(others).hasSizeGreaterThan(100);
    }

    private static Map<String, String> expected(Report report) {
        Map<String, String> expected = new TreeMap<>();
        for (String column : List.of(
                "runs_or_projects",
                "findings_total",
                "suppressed",
                "non_fail_kind",
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
        int[] counts = new int[3];
        Set<String> rules = new HashSet<>();
        Map<String, Integer> raw = new TreeMap<>();
        Map<String, Integer> mapped = new TreeMap<>();
        Map<String, Integer> unsuppressed = new TreeMap<>();
        SarifLog log =
                SarifReader.read(ReportSource.of(report.toString(), report.content()), JsonLimits.DEFAULT, result -> {
                    counts[0]++;
                    counts[1] += result.isSuppressed() ? 1 : 0;
                    counts[2] += result.isFailure() ? 0 : 1;
                    rules.add(result.rule());
                    String severity = result.severity() == null
                            ? "?" + result.level()
                            : result.severity().id();
                    raw.merge(result.level(), 1, Integer::sum);
                    mapped.merge(severity, 1, Integer::sum);
                    if (!result.isSuppressed()) {
                        unsuppressed.merge(severity, 1, Integer::sum);
                    }
                    return true;
                });
        Map<String, Integer> notes = new TreeMap<>();
        for (SarifRun run : log.runs()) {
            for (SarifNotification note : run.notifications()) {
                String kind = note.kind() == SarifNotification.Kind.EXECUTION ? "Exec:" : "Conf:";
                notes.merge(kind + note.level(), 1, Integer::sum);
            }
        }
        return new TreeMap<>(Map.of(
                "runs_or_projects", String.valueOf(log.runs().size()),
                "findings_total", String.valueOf(counts[0]),
                "suppressed", String.valueOf(counts[1]),
                "non_fail_kind", String.valueOf(counts[2]),
                "distinct_rule_or_issue_ids", String.valueOf(rules.size()),
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
