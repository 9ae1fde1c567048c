package io.imprimatur.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Digest;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SameSecretsTest {
    @Test
    void whoPointsAtTheLineMeansWhatAnotherPointsAtWithinIt() {
        assertThat(defects(secret("token", "a", 5, 9, 30), secret("wide", "b", 5, 0, 0)))
                .isEqualTo("token wide");
        assertThat(defects(secret("wide", "a", 4, 6, 1, 2), secret("token", "b", 5, 9, 30)))
                .isEqualTo("token wide");
    }

    @Test
    void atTheSamePlaceItIsTheSame() {
        assertThat(defects(secret("one", "a", 5, 9, 30), secret("two", "b", 5, 9, 30)))
                .isEqualTo("one two");
    }

    @Test
    void severalWhoSeeItAreOne() {
        assertThat(defects(
                        secret("token", "a", 5, 9, 30),
                        secret("value", "b", 5, 8, 31),
                        secret("line", "c", 5, 0, 0),
                        secret("block", "d", 3, 7, 0, 0)))
                .isEqualTo("block line token value");
    }

    @Test
    void whatOneScannerSaysTwiceIsWhatTheOtherMeans() {
        assertThat(defects(
                        secret("token", "a", 5, 9, 30),
                        secret("rule-1", "b", 5, 0, 0),
                        secret("rule-2", "b", 5, 1, 31)))
                .isEqualTo("rule-1 rule-2 token");
    }

    @Test
    void inDoubtWhichOfTwoItIsAThird() {
        assertThat(defects(secret("one", "a", 5, 1, 10), secret("two", "a", 5, 20, 30), secret("line", "b", 5, 0, 0)))
                .isEqualTo("line | one | two");
    }

    @Test
    void twoOfOneScannerStayTwo() {
        assertThat(defects(secret("token", "a", 5, 9, 30), secret("line", "a", 5, 0, 0)))
                .isEqualTo("line | token");
    }

    @Test
    void besideEachOtherTheyAreTwo() {
        assertThat(defects(secret("one", "a", 5, 1, 10), secret("two", "b", 5, 5, 12)))
                .isEqualTo("one | two");
        assertThat(defects(secret("one", "a", 5, 1, 10), secret("two", "b", 6, 0, 0)))
                .isEqualTo("one | two");
    }

    @Test
    void inAnotherFileOrOfAnotherKindTheyAreTwo() {
        Finding token = secret("token", "a", 5, 9, 30);
        assertThat(defects(token, finding("wide", "b", Category.SECRET, "other", 5, 5, 0, 0)))
                .isEqualTo("token | wide");
        assertThat(defects(token, finding("wide", "b", Category.PII, "file", 5, 5, 0, 0)))
                .isEqualTo("token | wide");
    }

    @Test
    void whatHasATextIsToldByIt() {
        assertThat(defects(
                        finding("one", "a", Category.VULNERABILITY, "file", 5, 5, 9, 30),
                        finding("two", "b", Category.VULNERABILITY, "file", 5, 5, 0, 0)))
                .isEqualTo("one | two");
    }

    @Test
    void aFileOfSecretsIsLeftAsItIs() {
        Finding[] many = IntStream.rangeClosed(1, 501)
                .boxed()
                .flatMap(line -> Stream.of(secret("t" + line, "a", line, 1, 2), secret("w" + line, "b", line, 0, 0)))
                .toArray(Finding[]::new);
        assertThat(defects(many).split(" \\| ")).hasSize(1002);
    }

    @Test
    void aSecretThatTwoScannersReportIsOneDefect() {
        Scanners both = Scanners.of(
                TestScanners.scanner("narrow", (request, findings) -> {
                    findings.accept(
                            draft("token").columns(7, 9).identity("the first").build());
                    return Coverage.COMPLETE;
                }),
                TestScanners.scanner("wide", (request, findings) -> {
                    findings.accept(draft("assigned").build());
                    return Coverage.COMPLETE;
                }));
        MemoryChange change = MemoryChange.builder().head("a", "key = one\n").build();
        try (ScanRunner runner = ScanRunner.builder(both).build()) {
            List<ScanReport> reports = runner.scan(change.change(), change);
            assertThat(reports.stream()
                            .flatMap(report -> report.findings().stream())
                            .map(Finding::fingerprint))
                    .hasSize(2)
                    .containsOnly(reports.get(0).findings().get(0).fingerprint());
        }
    }

    private static FindingDraft.Builder draft(String rule) {
        return FindingDraft.builder(rule, Severity.HIGH, Category.SECRET, "A secret")
                .at(RepoPath.of("a"), 1);
    }

    /** The rules of the findings by defect. */
    private static String defects(Finding... findings) {
        Map<String, List<Finding>> byScanner =
                Stream.of(findings).collect(Collectors.groupingBy(Finding::scanner, TreeMap::new, Collectors.toList()));
        List<ScanReport> reports = byScanner.entrySet().stream()
                .map(each -> new ScanReport(
                        new ScannerDescriptor(
                                each.getKey(), "1", List.of(Category.SECRET, Category.PII, Category.VULNERABILITY)),
                        each.getValue(),
                        Coverage.COMPLETE))
                .toList();
        Map<Fingerprint, String> defects = SameSecrets.united(reports).stream()
                .flatMap(report -> report.findings().stream())
                .collect(Collectors.groupingBy(
                        Finding::fingerprint,
                        TreeMap::new,
                        Collectors.mapping(
                                Finding::rule,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        rules -> rules.stream().sorted().collect(Collectors.joining(" "))))));
        return defects.values().stream().sorted().collect(Collectors.joining(" | "));
    }

    private static Finding secret(String rule, String scanner, int line, int firstColumn, int lastColumn) {
        return secret(rule, scanner, line, line, firstColumn, lastColumn);
    }

    private static Finding secret(String rule, String scanner, int first, int last, int firstColumn, int lastColumn) {
        return finding(rule, scanner, Category.SECRET, "file", first, last, firstColumn, lastColumn);
    }

    private static Finding finding(
            String rule,
            String scanner,
            Category category,
            String path,
            int first,
            int last,
            int firstColumn,
            int lastColumn) {
        return new Finding(
                scanner,
                rule,
                "A secret",
                Severity.HIGH,
                category,
                null,
                new Location(new RepoPath(path), new LineRange(first, last), firstColumn, lastColumn),
                new Fingerprint(Digest.of((scanner + rule).getBytes(StandardCharsets.UTF_8))),
                Origin.INTRODUCED,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
