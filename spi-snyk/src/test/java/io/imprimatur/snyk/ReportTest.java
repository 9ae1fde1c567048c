package io.imprimatur.snyk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScanAnswer;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.ScannerSettings.Setting;
import io.imprimatur.scan.SecretSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of reports that the real CLI wrote, and of some that it would not. */
class ReportTest {
    private static final String RULE = "SNYK-JS-LODASH-1040724";

    private static MemoryChange.Builder shop() {
        return MemoryChange.builder()
                .base("package-lock.json", "{}")
                .head("package-lock.json", Shop.lock("left-pad@1.3.0", "lodash@4.17.15"));
    }

    @Test
    void aVulnerabilityStandsAtTheLockFile() throws Exception {
        Scan scan = read("vulnerable.json", shop());

        assertThat(scan.gapWords()).isEmpty();
        assertThat(scan.findings())
                .extracting(FindingDraft::rule, FindingDraft::path)
                .containsExactly(
                        tuple(RULE, "package-lock.json"), tuple("snyk:lic:npm:lodash:GPL-3.0", "package-lock.json"));
    }

    @Test
    void groupedPathsAreTheSameFindings() throws Exception {
        assertThat(read("grouped.json", shop()).findings())
                .extracting(FindingDraft::rule, FindingDraft::component)
                .isEqualTo(read("vulnerable.json", shop()).findings().stream()
                        .map(draft -> tuple(draft.rule(), draft.component()))
                        .toList());
        assertThat(read("grouped.json", shop()).findings().get(0).message()).contains("(2 paths: shop@1.0.0 > ");
    }

    @Test
    void theSameInSarifIsReadByTheReaderOfSarif() throws Exception {
        Scan scan = read("vulnerable.sarif", shop().head("package.json", "{}\n"));

        assertThat(scan.findings()).extracting(FindingDraft::rule).containsExactly(RULE, "snyk:lic:npm:lodash:GPL-3.0");
        assertThat(scan.findings()).extracting(FindingDraft::category).containsExactly("dependency", "license");
    }

    @Test
    void whatWasIgnoredBeforeStaysIgnored() throws Exception {
        Scan scan = read("ignored.json", shop().unchanged(".snyk", "ignore: {}\n"));

        assertThat(scan.findings()).extracting(FindingDraft::rule).containsExactly("snyk:lic:npm:lodash:GPL-3.0");
    }

    @Test
    void whatTheChangeItselfIgnoresIsNotIgnored() throws Exception {
        Scan scan = read("ignored.json", shop().head("sub/.snyk", "ignore: {}\n"));

        assertThat(scan.findings()).extracting(FindingDraft::rule).contains(RULE);
        assertThat(scan.findings())
                .filteredOn(draft -> RULE.equals(draft.rule()))
                .allMatch(draft -> String.valueOf(draft.message())
                        .endsWith("(The .snyk file that the change brings or alters does not count.)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false-pass.json | - failed false-pass.json has 2 projects of 3 that the tool found: the others failed",
                "refused.json    | - not-configured refused.json was not tested: Snyk's service refuses the token",
                "nothing.json    | - unsupported nothing.json was not tested: there is no project that Snyk supports"
            })
    void whatWasNotTestedIsNotCovered(String report, String gap) throws Exception {
        MemoryChange.Builder change = MemoryChange.builder()
                .head("a/package-lock.json", Shop.lock())
                .head("b/package-lock.json", Shop.lock());

        assertThat(read(report, change).gapWords()).containsExactly(gap);
    }

    @Test
    void anErrorAmongProjectsIsAGapAndTheOthersStay() throws Exception {
        String both =
                "[" + RealSnykTest.resource("vulnerable.json") + ", " + RealSnykTest.resource("refused.json") + "]";
        Scan scan = text(both, shop());

        assertThat(scan.findings()).hasSize(2);
        assertThat(scan.gapWords())
                .containsExactly("- not-configured the project [1] of report was not tested: Snyk's service refuses the"
                        + " token");
    }

    @Test
    void aStackTraceInThePlaceOfAReportIsNotCovered() throws Exception {
        Scan scan = read("stack-trace.txt", shop());

        assertThat(scan.findings()).isEmpty();
        assertThat(scan.gapWords())
                .singleElement()
                .asString()
                .startsWith("- invalid-answer a report cannot be read to its end: stack-trace.txt:1:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "<html>proxy error</html>",
                "{}",
                "[1]",
                "\"ok\"",
                "{\"ok\": true}",
                "{\"vulnerabilities\": {}}",
                "{\"vulnerabilities\": [1]}",
                "{\"ok\": true, \"vulnerabilities\": []} {}",
                "{\"results\": [], \"errors\": []}"
            })
    void whatIsNoReportIsRefusedWithItsPlace(String report) throws Exception {
        Scan scan = text(report, shop());

        assertThat(scan.findings()).isEmpty();
        assertThat(scan.gapWords())
                .singleElement()
                .asString()
                .startsWith("- invalid-answer a report cannot be read to its end: report:");
    }

    @Test
    void noProjectAtAllIsNotClean() throws Exception {
        assertThat(text("[]", shop()).gapWords()).containsExactly("- failed report has no project: nothing was tested");
        assertThat(text("{\"ok\": false, \"vulnerabilities\": []}", shop()).gapWords())
                .containsExactly("- invalid-answer report has issues, as the tool says, and names none");
    }

    @Test
    void whatWasReadBeforeAReportBreaksOffStays() throws Exception {
        String whole = RealSnykTest.resource("vulnerable.json");
        Scan scan = text(whole.substring(0, whole.indexOf("\"summary\"")), shop());

        assertThat(scan.findings()).extracting(FindingDraft::rule).containsExactly(RULE, "snyk:lic:npm:lodash:GPL-3.0");
        assertThat(scan.gapWords())
                .singleElement()
                .asString()
                .startsWith("- invalid-answer a report cannot be read to its end");
    }

    @Test
    void aProjectThatIsNotThereIsNotSilentlyDropped() throws Exception {
        Scan scan = read("vulnerable.json", MemoryChange.builder().head("a.js", "x\n"));

        assertThat(scan.findings()).isEmpty();
        assertThat(scan.gapWords())
                .containsExactly("- invalid-answer issues of vulnerable.json are about package-lock.json, which is not"
                        + " there at head");
    }

    @Test
    void aJobThatStoodInAFolderIsUnderstood() throws Exception {
        MemoryChange.Builder change = shop().head("web/package-lock.json", Shop.lock("lodash@4.17.15"));
        String report = RealSnykTest.resource("vulnerable.json").replace("/home/ci/shop/one", "/home/ci/shop/web");
        SnykProvider provider = SnykProvider.builder()
                .report(ReportSource.of("report", report.getBytes(UTF_8)))
                .root("/home/ci/shop")
                .build();

        assertThat(Scan.of(provider, change.build()).findings())
                .extracting(FindingDraft::path)
                .containsOnly("web/package-lock.json");
    }

    @Test
    void whereTheChangeTouchesOtherManifestsAFindingDoesNotPassForOld() throws Exception {
        MemoryChange.Builder untouched =
                MemoryChange.builder().unchanged("package-lock.json", "{}").head("a.js", "x\n");

        assertThat(read("vulnerable.json", untouched).findings())
                .extracting(FindingDraft::path)
                .containsOnly("package-lock.json");
        assertThat(read("vulnerable.json", untouched.head("package.json", "{}")).findings())
                .allMatch(draft -> draft.path() == null)
                .allMatch(draft -> String.valueOf(draft.message()).contains(" of package-lock.json "));
    }

    @Test
    void whatIsInAnImageStandsAtNoFile() throws Exception {
        Scan scan = text("""
                {"vulnerabilities": [{"id": "SNYK-ALPINE312-BUSYBOX-1", "title": "Overflow", "severity": "low",
                    "packageName": "busybox", "name": "busybox/ssl_client", "version": "1.31", "packageManager": "alpine:3.12",
                    "from": ["docker-image|shop@latest", "busybox/ssl_client@1.31"], "nearestFixedInVersion": "1.32"}],
                 "ok": false, "docker": {"baseImage": "alpine:3.12"}, "projectName": "docker-image|shop", "path": "shop",
                 "applications": [{"ok": false, "displayTargetFile": "package-lock.json", "packageManager": "npm",
                    "vulnerabilities": [{"id": "SNYK-JS-A-1", "title": "B", "severity": "critical", "packageName": "@acme/a",
                        "version": "1.0.0", "from": ["app@1", "@acme/a@1.0.0"]}]}]}
                """, shop());

        assertThat(scan.gapWords()).isEmpty();
        assertThat(scan.findings()).allMatch(draft -> draft.path() == null);
        assertThat(scan.findings())
                .extracting(FindingDraft::component)
                .containsExactlyInAnyOrder("pkg:apk/alpine/ssl_client@1.31", "pkg:npm/%40acme/a@1.0.0");
        assertThat(scan.findings()).extracting(FindingDraft::fix).contains("Fixed in busybox/ssl_client 1.32");
    }

    @Test
    void infrastructureIsOfOneCategoryInBothFormats() throws Exception {
        MemoryChange.Builder change = MemoryChange.builder().head("main.tf", "resource {}\n");
        Scan json = text("""
                {"infrastructureAsCodeIssues": [{"id": "SNYK-CC-TF-1", "title": "A secret in clear", "severity": "high",
                  "lineNumber": 1}], "targetFile": "main.tf"}
                """, change);
        Scan sarif = text("""
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "Snyk IaC", "rules": [
                  {"id": "SNYK-CC-TF-1", "shortDescription": {"text": "High severity - A secret in clear"},
                   "properties": {"tags": ["security", "TF"]}}]}}, "results": [
                  {"ruleId": "SNYK-CC-TF-1", "level": "error", "message": {"text": "A secret in clear"}, "locations": [
                    {"physicalLocation": {"artifactLocation": {"uri": "main.tf"}, "region": {"startLine": 1}}}]}]}]}
                """, change);

        assertThat(json.findings()).extracting(FindingDraft::category).containsExactly("vulnerability");
        assertThat(sarif.findings()).extracting(FindingDraft::category).containsExactly("vulnerability");
    }

    @Test
    void whatAReportOfCodeSaysThatItDidNotParseIsNotCovered() throws Exception {
        Scan scan = text("""
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "SnykCode"}}, "results": [], "properties":
                  {"coverage": [{"isSupported": true, "lang": "TypeScript", "files": 536, "type": "SUPPORTED"},
                    {"isSupported": false, "lang": "TypeScript", "files": 1, "type": "FAILED_PARSING"}]}}]}
                """, shop());

        assertThat(scan.gaps())
                .extracting(gap -> gap.cause().id() + " " + gap.category() + " " + gap.detail())
                .containsExactly(
                        "failed secret Snyk Code could not parse 1 file in TypeScript",
                        "failed vulnerability Snyk Code could not parse 1 file in TypeScript");
    }

    @Test
    void infrastructureStandsAtItsLine() throws Exception {
        Scan scan = text("""
                {"infrastructureAsCodeIssues": [{"id": "SNYK-CC-TF-1", "title": "Open to the world", "severity": "medium",
                    "lineNumber": 2, "resolve": "Close it", "isIgnored": false},
                   {"id": "SNYK-CC-TF-2", "title": "Ignored", "severity": "high", "lineNumber": 1, "isIgnored": true}],
                 "targetFile": "main.tf", "ok": false, "path": "/home/ci/shop"}
                """, MemoryChange.builder().head("main.tf", "a\nb\n"));

        assertThat(scan.findings()).singleElement().satisfies(draft -> {
            assertThat(draft.path()).isEqualTo("main.tf");
            assertThat(draft.firstLine()).isEqualTo(2);
            assertThat(draft.category()).isEqualTo("vulnerability");
            assertThat(draft.fix()).isEqualTo("Close it");
        });
    }

    @Test
    void theServicesOwnRowsAreReadAndFurtherPagesAreMissed() throws Exception {
        Scan scan = text("""
                {"jsonapi": {"version": "1.0"}, "links": {"next": "/rest/orgs/x/issues?starting_after=y"}, "data": [
                  {"id": "1", "type": "issue", "attributes": {"type": "code", "title": "Path Traversal", "key": "k-1",
                    "effective_severity_level": "high", "status": "open", "ignored": false,
                    "classes": [{"id": "CWE-22"}],
                    "coordinates": [{"representations": [{"sourceLocation": {"commit_id": "%s", "file": "a.js",
                      "region": {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 3}}}}]}]}},
                  {"id": "2", "type": "issue", "attributes": {"type": "package_vulnerability", "title": "Old", "key": "k-2",
                    "effective_severity_level": "low", "status": "resolved"}}]}
                """.formatted("a".repeat(40)), MemoryChange.builder().head("a.js", "one\ntwo\n"));

        assertThat(scan.findings()).singleElement().satisfies(draft -> {
            assertThat(draft.firstLine()).isEqualTo(2);
            assertThat(draft.severity()).isEqualTo(Severity.HIGH);
            assertThat(draft.cwe()).containsExactly("CWE-22");
        });
        assertThat(scan.gapWords())
                .containsExactlyInAnyOrder(
                        "- skipped report is one page of several, and the others are not read",
                        "- invalid-answer report is of commit " + "a".repeat(40) + ", and the change ends at "
                                + "c".repeat(40));
    }

    @Test
    void severitiesThatNobodyKnowsAreNotOverlooked() {
        assertThat(List.of("critical", "high", "medium", "low", "none", "", "dire"))
                .extracting(Drafting::severity)
                .containsExactly(
                        Severity.CRITICAL,
                        Severity.HIGH,
                        Severity.MEDIUM,
                        Severity.LOW,
                        Severity.INFO,
                        Severity.HIGH,
                        Severity.HIGH);
    }

    @Test
    void aRunMayBeKeptForADayAndAReportNotAtAll() {
        SnykProvider run =
                SnykProvider.builder().executable(Path.of("/opt/snyk")).build();
        SnykProvider report = SnykProvider.builder()
                .report(ReportSource.of("report", new byte[0]))
                .build();

        assertThat(freshFor(run, Map.of())).isEqualTo(Duration.ofDays(1));
        assertThat(freshFor(run, Map.of("fresh-for", Setting.of("2h")))).isEqualTo(Duration.ofHours(2));
        assertThat(freshFor(report, Map.of())).isEqualTo(Duration.ZERO);
    }

    private static Duration freshFor(SnykProvider provider, Map<String, Setting> policy) {
        try (Scanner scanner = provider.create(new ScannerSettings(SnykProvider.ID, null, policy), SecretSource.NONE)) {
            return scanner.freshFor().orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "executable   | snyk",
                "reports      | report.json",
                "roots        | web",
                "endpoint     | http://snyk.example",
                "endpoint     | https://user:x@snyk.example",
                "organization | --file=x",
                "fresh-for    | soon",
                "builds       | maybe"
            })
    void settingsThatCannotBeAreRefused(String key, String value) {
        ScannerSettings settings = new ScannerSettings(SnykProvider.ID, "policy.yaml", Map.of(key, Setting.of(value)));

        assertThatThrownBy(() -> new SnykProvider().create(settings, SecretSource.NONE))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("scanners.snyk." + key);
    }

    @Test
    void withoutATokenNothingIsRun() throws Exception {
        SnykProvider provider =
                SnykProvider.builder().executable(Path.of("/opt/snyk")).build();
        try (Scanner scanner = provider.create(ScannerSettings.none(SnykProvider.ID), SecretSource.NONE)) {
            assertThat(ScanAnswer.of(scanner, shop().build()).coverage().gaps())
                    .extracting(gap -> gap.detail())
                    .containsExactly("there is no token for Snyk's service; give it as the secret snyk.token");
        }
    }

    private static Scan read(String resource, MemoryChange.Builder change) throws InterruptedException {
        return read(resource, RealSnykTest.resource(resource), change);
    }

    private static Scan text(String report, MemoryChange.Builder change) throws InterruptedException {
        return read("report", report, change);
    }

    private static Scan read(String name, String report, MemoryChange.Builder change) throws InterruptedException {
        SnykProvider provider = SnykProvider.builder()
                .report(ReportSource.of(name, report.getBytes(UTF_8)))
                .build();
        return Scan.of(provider, change.build());
    }
}
