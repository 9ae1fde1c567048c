package io.imprimatur.snyk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.finding.Category;
import io.imprimatur.scan.Gap;
import io.imprimatur.snyk.CodeCoverage.Count;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeCoverageTest {
    @Test
    void readsWhatEachRunSays() {
        CodeCoverage coverage = read("""
                {"runs": [{"properties": {"other": [1], "coverage": [
                  {"files": 8, "isSupported": true, "lang": "JavaScript"},
                  {"isSupported": false, "lang": "XML", "files": 2, "type": "FAILED_PARSING", "more": {}}]}},
                 {"properties": {"coverage": [{"files": "1", "isSupported": true, "lang": "Go", "type": "SUPPORTED"}]}}]}
                """);

        assertThat(coverage.counts())
                .containsExactly(
                        new Count("JavaScript", 8, true, ""),
                        new Count("XML", 2, false, "FAILED_PARSING"),
                        new Count("Go", 1, true, "SUPPORTED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"runs\": {}}",
                "{\"runs\": [1, {\"properties\": []}]}",
                "{\"runs\": [{\"properties\": {\"coverage\": {\"files\": 3}}}]}"
            })
    void whereItDoesNotSayNothingIsTold(String report) {
        CodeCoverage coverage = read(report);

        assertThat(coverage.counts()).isEmpty();
        assertThat(words(coverage.missing(paths("a.py", "README.md"))))
                .containsOnly("invalid-answer Snyk Code does not say how many files it looked into");
        assertThat(coverage.missing(paths("README.md"))).isEmpty();
    }

    @Test
    void whatIsOfAnotherKindThanExpectedProvesNothing() {
        CodeCoverage coverage = read("{\"runs\": [{\"properties\": {\"coverage\": [null, 1,"
                + " {\"files\": -5, \"isSupported\": \"yes\", \"lang\": [\"Python\"]},"
                + " {\"files\": 99999999999, \"isSupported\": true, \"lang\": \"Python\"}]}}]}");

        assertThat(coverage.missing(paths("a.py"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Python 2                 | a.py b.PY               | ",
                "Python 1                 | a.py b.py               | skipped Snyk Code tells of 1 of 2 files in Python, and not which",
                "XML 7                    | a.py pom.xml            | skipped Snyk Code tells of 0 of 1 file in Python, and not which",
                "TypeScript 2,HTML 1      | a.js b.tsx c.htm        | ",
                "JavaScript 2147483647,TypeScript 2147483647 | a.js | ",
                "Java 1                   | a.java b.jsp .java java | skipped Snyk Code tells of 1 of 3 files in Java, and not which",
                "Klingon 3                | a.rs b.txt c            | "
            })
    void filesThatItDoesNotTellOfAreMissing(String told, String files, String gap) {
        CodeCoverage coverage = new CodeCoverage(Stream.of(told.split(","))
                .map(entry -> new Count(
                        entry.substring(0, entry.lastIndexOf(' ')),
                        Integer.parseInt(entry.substring(entry.lastIndexOf(' ') + 1)),
                        true,
                        "SUPPORTED"))
                .toList());

        List<Gap> missing = coverage.missing(paths(files.split(" ")));

        assertThat(words(missing)).containsOnly(gap == null ? new String[0] : new String[] {gap});
        assertThat(missing)
                .extracting(Gap::category)
                .containsExactly(
                        gap == null ? new Category[0] : new Category[] {Category.VULNERABILITY, Category.SECRET});
    }

    @Test
    void whatCouldNotBeParsedIsToldOfAndNotMissingTwice() {
        CodeCoverage coverage = new CodeCoverage(List.of(
                new Count("Python", 1, true, "SUPPORTED"),
                new Count("Python", 2, false, "FAILED_PARSING"),
                new Count("Cobol", 1, false, "UNSUPPORTED")));

        assertThat(coverage.missing(paths("a.py", "b.py", "c.py"))).isEmpty();
        assertThat(words(coverage.notAnalysed()))
                .containsExactly(
                        "failed Snyk Code could not parse 2 files in Python",
                        "unsupported Snyk Code could not analyse 1 file in Cobol");
    }

    private static List<String> words(List<Gap> gaps) {
        return gaps.stream()
                .map(gap -> gap.cause().id() + " " + gap.detail())
                .distinct()
                .toList();
    }

    private static List<RepoPath> paths(String... names) {
        return Stream.of(names).map(RepoPath::of).toList();
    }

    private static CodeCoverage read(String report) {
        return CodeCoverageReader.read(ReportSource.of("code.sarif", report.getBytes(UTF_8)), JsonLimits.DEFAULT);
    }
}
