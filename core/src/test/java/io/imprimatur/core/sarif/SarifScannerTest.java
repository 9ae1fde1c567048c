package io.imprimatur.core.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.Gaps;
import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.scan.ScanLimits;
import io.imprimatur.core.scan.ScanRunner;
import io.imprimatur.core.scan.Scanners;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.ScannerSettings.Setting;
import io.imprimatur.scan.SecretSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SarifScannerTest {
    /** Line 3 is new. */
    private static final MemoryChange CHANGE = MemoryChange.builder()
            .base("src/a.py", "one\ntwo\nfour\nfive\nsix\n")
            .head("src/a.py", "one\ntwo\nTHREE\nfour\nfive\nsix\n")
            .base("src/old.py", "old\n")
            .head("src/old.py", "old\n")
            .build();

    @Test
    void resultBecomesAFinding() {
        String rule = "{'id': 'py/sql', 'shortDescription': {'text': 'SQL injection'},"
                + "'properties': {'security-severity': '8.8', 'tags': ['security', 'external/cwe/cwe-089']}}";
        ScanReport report = scan(Log.of(
                rule,
                "{'ruleId': 'py/sql', 'message': {'text': 'Depends on a\\n user  value.'}, 'locations': ["
                        + "{'physicalLocation': {'artifactLocation': {'uri': 'src/a.py', 'uriBaseId': '%SRCROOT%'},"
                        + "'region': {'startLine': 3, 'startColumn': 2, 'endColumn': 99}}}],"
                        + "'fixes': [{'description': {'text': 'Use a parameter.'}}]}"));

        assertThat(report.coverage().gaps()).isEmpty();
        Finding finding = only(report);
        assertThat(finding.rule()).isEqualTo("py/sql");
        assertThat(finding.message()).isEqualTo("Depends on a user value.");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.category()).isEqualTo(Category.VULNERABILITY);
        assertThat(finding.location()).hasToString("src/a.py:3:2");
        assertThat(finding.origin()).isEqualTo(Origin.INTRODUCED);
        assertThat(finding.cwe()).containsExactly("CWE-89");
        assertThat(finding.fix()).isEqualTo("Use a parameter.");
    }

    @Test
    void resultAtSeveralPlacesIsAFindingAtEach() {
        ScanReport report = scan(Log.of(
                "", "{'ruleId': 'r', 'locations': [" + Log.at("src/a.py", 1) + ", " + Log.at("src/a.py", 3) + "]}"));

        assertThat(report.findings())
                .extracting(Finding::origin)
                .containsExactly(Origin.PRE_EXISTING, Origin.INTRODUCED);
    }

    @Test
    void resultWithoutAFileIsAFindingOfTheWholeChange() {
        Finding finding = only(
                scan(
                        Log.of(
                                "",
                                "{'ruleId': 'r', 'message': {'text': 'Bad.'}, 'locations': [{'logicalLocations': [{'fullyQualifiedName': 'a.b'}]}]}")));

        assertThat(finding.location()).isNull();
        assertThat(finding.message()).isEqualTo("Bad. (in a.b)");
    }

    @Test
    void flowIsMentioned() {
        Finding finding = only(scan(Log.of(
                "",
                Log.result(
                        "r",
                        "src/a.py",
                        3,
                        "'codeFlows': [{'threadFlows': [{'locations': [{'location': " + Log.at("src/old.py", 1)
                                + "}, {'location': " + Log.at("src/a.py", 3) + "}]}]}]"))));

        assertThat(finding.message()).isEqualTo("Something is wrong. (flows from src/old.py:1 to src/a.py:3)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'kind': 'pass'",
                "'kind': 'informational'",
                "'kind': 'notApplicable'",
                "'baselineState': 'absent'"
            })
    void whatIsNotWrongIsNoFinding(String member) {
        ScanReport report = scan(Log.of("", Log.result("r", "src/a.py", 3, member)));

        assertThat(report.findings()).isEmpty();
        assertThat(report.coverage().isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "review"})
    void whatTheToolCouldNotTellIsAGap(String kind) {
        ScanReport report = scan(Log.of("", Log.result("r", "src/a.py", 3, "'kind': '" + kind + "'")));

        assertThat(report.findings()).isEmpty();
        assertThat(report.coverage().gaps())
                .extracting(Gap::detail)
                .containsExactly("runs[0].results[0] of report.sarif is left to people: the tool could not tell");
    }

    @ParameterizedTest
    @CsvSource({"ERROR, HIGH", "None, INFO", "notApplicable, HIGH", "fatal, HIGH"})
    void levelThatNobodyKnowsIsAsBadAsALevelCanBe(String level, Severity severity) {
        assertThat(only(scan(Log.of("", Log.result("r", "src/a.py", 3, "'level': '" + level + "'"))))
                        .severity())
                .isEqualTo(severity);
    }

    @Test
    void reportOfTheHeadSaysNothingOfTheBase() {
        SarifProvider provider = SarifProvider.builder("tool")
                .report(
                        Log.of(
                                "",
                                "{'ruleId': 'r', 'locations': [{'physicalLocation': {'artifactLocation': {'uri': 'src/a.py'}}}]}"))
                .build();
        try (ScanRunner runner =
                ScanRunner.builder(Scanners.of(provider)).compareWithBase().build()) {
            ScanReport report = runner.scan(CHANGE.change(), CHANGE).get(0);
            assertThat(only(report).origin()).isEqualTo(Origin.UNKNOWN);
        }
    }

    // Suppressions

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5 | {'kind': 'inSource'}                                       | true",
                "3 | {'kind': 'inSource'}                                       | false",
                "4 | {'kind': 'inSource'}                                       | false",
                "5 | {'kind': 'external', 'status': 'accepted'}                 | true",
                "3 | {'kind': 'external', 'status': 'accepted'}                 | false",
                "5 | {'kind': 'external', 'status': 'underReview'}              | false",
                "5 | {'kind': 'inSource'}, {'kind': 'external', 'status': 'rejected'} | false",
                "5 | {'kind': 'inSource', 'location': AT3}                      | false",
                "3 | {'kind': 'inSource', 'location': AT5}                      | true",
                "3 | {'kind': 'inSource', 'location': ATx}                      | false"
            })
    void suppressionThatTheChangeBringsSuppressesNothing(int line, String suppression, boolean suppressed) {
        String at = suppression
                .replace("AT3", Log.at("src/a.py", 3))
                .replace("AT5", Log.at("src/a.py", 5))
                .replace("ATx", Log.at("src/gone.py", 1));
        ScanReport report = scan(Log.of("", Log.result("r", "src/a.py", line, "'suppressions': [" + at + "]")));

        assertThat(report.findings().isEmpty()).isEqualTo(suppressed);
    }

    @Test
    void suppressionSomewhereInAFileThatTheChangeSilencesSuppressesNothing() {
        MemoryChange silenced = MemoryChange.builder()
                .base("a.js", "1\n2\n3\n4\n5\n")
                .head("a.js", "/* eslint-disable */\n1\n2\n3\n4\n5\n")
                .build();
        ReportSource report = Log.of("", Log.result("r", "a.js", 5, "'suppressions': [{'kind': 'inSource'}]"));

        assertThat(scan(silenced, report).findings()).hasSize(1);
    }

    @Test
    void suppressionOfWhatHasNoPlaceSuppressesNothing() {
        assertThat(scan(Log.of("", "{'ruleId': 'r', 'suppressions': [{'kind': 'external'}]}"))
                        .findings())
                .hasSize(1);
    }

    // What is not covered

    @Test
    void resultThatCannotBePlacedIsAGap() {
        ScanReport report = scan(Log.of(
                "",
                Log.result("r", "../x.py", 1) + "," + Log.result("r", "file:///etc/passwd", 1) + ","
                        + Log.result("r", "src/gone.py", 1) + "," + Log.result("r", "https://u:p@example.org/a", 1)));

        assertThat(report.findings()).isEmpty();
        assertThat(report.coverage().gaps())
                .extracting(Gap::detail)
                .containsExactlyInAnyOrder(
                        "results of report.sarif are about a place outside of the repository: ../x.py",
                        "results of report.sarif are about a place outside of the repository: file:///etc/passwd",
                        "results of report.sarif are about a place outside of the repository",
                        "results of report.sarif are about src/gone.py, which is not there at head");
    }

    @ParameterizedTest
    @ValueSource(ints = {-4, 1000, 2147483647})
    void resultOnALineThatIsNotThereIsAFindingInTheFileAndAGap(int line) {
        ScanReport report = scan(Log.of("", Log.result("r", "src/a.py", line)));

        assertThat(only(report).location()).isEqualTo(Location.of(io.imprimatur.change.RepoPath.of("src/a.py")));
        assertThat(only(report).origin()).isEqualTo(Origin.UNKNOWN);
        assertThat(report.coverage().gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.detail())
                        .isEqualTo(
                                "report.sarif may be of other content: it names line " + line + " of a file with 6"));
    }

    @Test
    void resultThatIsCountedFromTheStartStandsOnItsLines() {
        String location = Log.at("src/a.py", 1).replace("'startLine': 1", "'charOffset': OFFSET, 'charLength': 1");
        int third = "one\ntwo\n".length();

        ScanReport there = scan(Log.of("", "{'locations': [" + location.replace("OFFSET", "" + third) + "]}"));
        ScanReport beyond = scan(Log.of("", "{'locations': [" + location.replace("OFFSET", "9999") + "]}"));

        assertThat(there.findings().get(0).location())
                .isEqualTo(new Location(RepoPath.of("src/a.py"), LineRange.of(3), 0, 0));
        assertThat(there.coverage().isComplete()).isTrue();
        assertThat(beyond.findings().get(0).location()).isEqualTo(new Location(RepoPath.of("src/a.py"), null, 0, 0));
        assertThat(beyond.coverage().gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.detail())
                        .startsWith("report.sarif may be of other content: it names a part that ends at offset 10000"));
    }

    @Test
    void absolutePathsNeedARoot() {
        ReportSource report = Log.of("", Log.result("r", "file:///home/ci/shop/src/a.py", 3));

        assertThat(scan(report).findings()).isEmpty();
        assertThat(scan(
                                SarifProvider.builder("tool")
                                        .report(report)
                                        .root("/home/ci/shop")
                                        .build(),
                                CHANGE)
                        .findings())
                .hasSize(1);
    }

    @Test
    void basesAreFollowed() {
        String bases =
                "'originalUriBaseIds': {'SRC': {'uri': 'src/', 'uriBaseId': 'ROOT'}, 'ROOT': {'uri': 'file:///ci/'},"
                        + "'LOOP': {'uri': 'x/', 'uriBaseId': 'LOOP'}}";
        String result =
                "{'locations': [{'physicalLocation': {'artifactLocation': {'uri': 'a.py', 'uriBaseId': 'SRC'}}}]}";

        assertThat(only(scan(Log.of("", result, bases))).location()).hasToString("src/a.py");
        assertThat(scan(Log.of("", result.replace("SRC", "LOOP"), bases)).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'version': '2.1.0', 'runs': []} | report.sarif has no run: no tool has looked",
                "{'version': '2.1.0', 'runs': null} | report.sarif has no run: no tool has looked",
                "{'version': '2.1.0', 'runs': [{RUN}]} | runs[0] of report.sarif has no results, not even none: the tool has not looked",
                "{'version': '2.1.0', 'runs': [{RUN, 'results': null}]} | runs[0] of report.sarif has no results, not even none: the tool has not looked",
                "{'version': '2.1.0', 'runs': [{RUN, 'results': [], 'invocations': [{'executionSuccessful': false}]}]} | runs[0] of report.sarif did not succeed, as the tool says",
                "{'version': '2.1.0', 'runs': [{RUN, 'results': [], 'invocations': [{'exitSignalName': 'KILL', 'executionSuccessful': true}]}]} | runs[0] of report.sarif did not succeed, as the tool says",
                "{'version': '2.1.0', 'runs': [{RUN, 'results': [], 'externalPropertyFileReferences': {'results': [{}]}}]} | runs[0] of report.sarif keeps its results in other files, which are not read",
                "{'version': '2.1.0', 'runs': [{RUN, 'results': [], 'invocations': [{'executionSuccessful': true, 'ruleConfigurationOverrides': [{'descriptor': {'id': 'A1'}, 'configuration': {'enabled': false}}]}]}]} | runs[0] of report.sarif was made without rules that its configuration switches off: A1",
                "{'version': '1.0.0', 'runs': [{RUN, 'results': []}]} | A report may be misread: report.sarif:1:13: version: must be 2.1.0; the report is read as if it were, but was: 1.0.0; let the tool write SARIF 2.1.0",
                "{'version': '2.1.0', 'runs': [{RUN, 'results': [], 'versionControlProvenance': [{'revisionId': 'abcdef0'}]}]} | runs[0] of report.sarif is of commit abcdef0, and the change ends at HEAD",
                "{'version': '2.1.0', 'runs': [{RUN, 'results': [ | A report cannot be read to its end: report.sarif:1:82: runs[0].results: the text ends too early; close what is open",
                "stack trace | A report cannot be read to its end: report.sarif:1:1: not JSON; JSON has objects, arrays, numbers, text between double quotes, true, false and null"
            })
    void whatAReportLeavesUnknownIsAGap(String json, String detail) {
        ScanReport report = scan(Log.source(json.replace("RUN", "'tool': {'driver': {'name': 'Tool'}}")));

        assertThat(report.coverage().gaps())
                .extracting(Gap::detail)
                .containsExactly(detail.replace("HEAD", CHANGE.change().head().toString()));
        assertThat(report.coverage().gaps().get(0).path()).isNull();
    }

    @Test
    void ofManyRulesThatAreSwitchedOffSomeAreNamed() {
        String off = IntStream.range(10, 40)
                .mapToObj(i -> "{'descriptor': {'id': 'R" + i + "'}, 'configuration': {'enabled': false}}")
                .collect(Collectors.joining(", "));

        assertThat(scan(Log.of("", "", "'invocations': [{'ruleConfigurationOverrides': [" + off + "]}]"))
                        .coverage()
                        .gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap)
                        .isEqualTo(Gap.whole(
                                Gap.Cause.SKIPPED,
                                "runs[0] of report.sarif was made without rules that its configuration switches off:"
                                        + " R10, R11, R12, R13, R14, R15, R16, R17, R18, R19 and 20 more")));
    }

    @Test
    void findingsBeforeAnErrorAreKept() {
        ScanReport report = scan(
                Log.source("{'version': '2.1.0', 'runs': [{'results': [" + Log.result("r", "src/a.py", 3) + ", {]}"));

        assertThat(report.findings()).hasSize(1);
        assertThat(report.coverage().gaps())
                .singleElement()
                .satisfies(gap ->
                        assertThat(gap.detail()).startsWith("A report cannot be read to its end: report.sarif:1:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "toolExecutionNotifications     | 'level': 'error'                                | whole",
                "toolExecutionNotifications     | 'level': 'error', 'locations': [FILE]           | file",
                "toolExecutionNotifications     | 'level': 'warning', 'locations': [FILE]         | file",
                "toolExecutionNotifications     | 'message': {'text': 'Timed out.'}               | whole",
                "toolExecutionNotifications     | 'message': {'text': 'All is well.'}             | none",
                "toolExecutionNotifications     | 'level': 'note', 'message': {'text': 'Failed.'} | none",
                "toolConfigurationNotifications | 'level': 'error'                                | whole",
                "toolConfigurationNotifications | 'level': 'warning'                              | none"
            })
    void whatTheToolSaysThatItDidNotDoIsAGap(String list, String members, String expected) {
        String notification = "{'descriptor': {'id': 'N1'}, " + members.replace("FILE", Log.at("src/a.py", 1)) + "}";
        List<Gap> gaps = scan(Log.of(
                        "",
                        "",
                        "'invocations': [{'executionSuccessful': true, '" + list + "': [" + notification + "]}]"))
                .coverage()
                .gaps();

        if (expected.equals("none")) {
            assertThat(gaps).isEmpty();
        } else {
            assertThat(gaps).singleElement().satisfies(gap -> {
                assertThat(gap.path() == null ? "whole" : "file").isEqualTo(expected);
                assertThat(gap.detail()).contains("(N1) at runs[0].invocations[0]." + list + "[0] of report.sarif");
            });
        }
    }

    @Test
    void reportOfAnotherToolIsAGap() {
        SarifProvider provider = SarifProvider.builder("codeql")
                .tool("CodeQL")
                .report(Log.of("", ""))
                .build();

        assertThat(scan(provider, CHANGE).coverage().gaps())
                .extracting(Gap::detail)
                .containsExactly("runs[0] of report.sarif is by Tool, not by CodeQL");
    }

    @Test
    void reportThatIsNotThereIsAGapThatTellsNoFolder(@TempDir Path folder) {
        SarifProvider provider = SarifProvider.builder("codeql")
                .report(folder.resolve("codeql.sarif"))
                .build();

        assertThat(scan(provider, CHANGE).coverage().gaps())
                .extracting(Gap::detail)
                .containsExactly(
                        "A report cannot be read to its end: codeql.sarif: cannot be read (NoSuchFileException); "
                                + "check that the file is there and may be read");
    }

    @Test
    void gapsAreNoMoreThanAPersonWouldRead() {
        StringBuilder results = new StringBuilder(Log.result("r", "src/a.py", 3));
        for (int i = 0; i <= Gaps.MOST; i++) {
            results.append(", ").append(Log.result("r", "gone/" + i + ".py", 1));
        }
        ScanReport report = scan(Log.of("", results.toString()));

        assertThat(report.coverage().gaps()).hasSize(Gaps.MOST + 1);
        assertThat(report.findings()).hasSize(1);
    }

    // Secrets and other text

    @ParameterizedTest
    @ValueSource(strings = {"gitleaks", "TruffleHog", "Kingfisher"})
    void toolThatLooksForSecretsIsNotQuoted(String tool) {
        String secret = "hunter" + "2" + "hunter2";
        ReportSource report = Log.source("{'version': '2.1.0', 'runs': [{'tool': {'driver': {'name': '" + tool
                + "', 'rules': [{'id': 'generic', 'shortDescription': {'text': 'A generic key'}}]}}, 'results': [{'ruleId': 'generic',"
                + "'message': {'text': 'found " + secret + "'}, 'fixes': [{'description': {'text': 'remove " + secret
                + "'}}],"
                + "'locations': [{'physicalLocation': {'artifactLocation': {'uri': 'src/a.py'}, 'region': {'startLine': 3,"
                + "'snippet': {'text': '" + secret + "'}}}}], 'partialFingerprints': {'secret': '" + secret
                + "'}}]}]}");

        Finding finding = only(scan(report));

        assertThat(finding.category()).isEqualTo(Category.SECRET);
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.message()).isEqualTo("A generic key");
        assertThat(finding.toString()).doesNotContain(secret);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'id': 'B105', 'properties': {'tags': ['security', 'external/cwe/cwe-259']}             | secret",
                "'id': 'B105', 'name': 'hardcoded_password_string'                                      | secret",
                "'id': 'x', 'shortDescription': {'text': 'Hard-coded JWT token'}                        | secret",
                "'id': 'x', 'shortDescription': {'text': 'Use the module secrets'}                      | quality",
                "'id': 'js/hardcoded-credentials', 'properties': {'tags': ['security']}                  | secret",
                "'id': 'x', 'properties': {'tags': ['CWE-798: Use of Hard-coded Credentials']}           | secret",
                "'id': 'x', 'properties': {'tags': ['secret', 'security']}                               | secret",
                "'id': 'x', 'properties': {'tags': ['CWE-359']}                                          | pii",
                "'id': 'CVE-2026-1234', 'properties': {'tags': ['vulnerability', 'security']}            | dependency",
                "'id': 'SNYK-JS-LODASH-590103', 'properties': {'tags': ['security', 'CWE-400', 'npm']}   | dependency",
                "'id': 'SNYK-CC-TF-1', 'properties': {'tags': ['security', 'terraform']}                 | vulnerability",
                "'id': 'SNYK-CC-K8S-10', 'name': 'Secret in an environment variable'                     | vulnerability",
                "'id': 'snyk:lic:npm:goof:GPL-2.0', 'properties': {'tags': ['security', 'npm']}          | license",
                "'id': 'x', 'properties': {'tags': ['security']}                                         | vulnerability",
                "'id': 'x', 'relationships': [{'target': {'id': '79', 'toolComponent': {'name': 'CWE'}}}] | vulnerability",
                "'id': 'indent', 'properties': {'tags': ['style']}                                       | style",
                "'id': 'no-unused-vars'                                                                  | quality"
            })
    void categoryIsFoundInTheRule(String rule, String category) {
        Finding finding =
                only(scan(Log.of("{" + rule + "}", "{'ruleIndex': 0, 'locations': [" + Log.at("src/a.py", 3) + "]}")));

        assertThat(finding.category().id()).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({"Bandit, B602", "Snyk IaC, custom-license-rule"})
    void toolThatLooksForWeaknessesAloneNeedsNoTags(String tool, String rule) {
        ReportSource report = Log.source("{'version': '2.1.0', 'runs': [{'tool': {'driver': {'name': '" + tool
                + "'}}, 'results': [" + Log.result(rule, "src/a.py", 3) + "]}]}");

        assertThat(only(scan(report)).category()).isEqualTo(Category.VULNERABILITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Possible hardcoded password: \\u0027SECRET\\u0027",
                "The API key in this call is `SECRET`.",
                "Token for the service: \\u0022SECRET\\u0022"
            })
    void messageThatNamesASecretAndQuotesSomethingIsNotTaken(String message) {
        String secret = "hunter" + "2" + "hunter2";
        String result = "{'ruleId': 'r', 'message': {'text': '" + message.replace("SECRET", secret) + "'}}";
        Finding finding = only(scan(Log.of("", result)));

        assertThat(finding.message()).isEqualTo("The tool found what its rule r looks for");
        assertThat(finding.toString()).doesNotContain(secret);
    }

    @Test
    void licenceIsTheOneThatTheRuleNames() {
        Finding finding = only(scan(Log.of("{'id': 'snyk:lic:npm:goof:GPL-2.0'}", "{'ruleIndex': 0}")));

        assertThat(finding.license()).isEqualTo("GPL-2.0");
    }

    @Test
    void ruleWithoutALicenceNamesNone() {
        assertThat(only(scan(Log.of("", "{'ruleId': 'snyk:lic:'}"))).license()).isNull();
    }

    @Test
    void longNamesOfRulesStayApart() {
        String name = "x".repeat(240);
        ScanReport report = scan(Log.of(
                "",
                "{'ruleId': '" + name + "a" + "y".repeat(20) + "'}, {'ruleId': '" + name + "b" + "y".repeat(20)
                        + "'}"));

        assertThat(report.findings())
                .extracting(Finding::rule)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void topicThatIsDeclaredIsTaken() {
        SarifProvider provider = SarifProvider.builder("tool")
                .report(Log.of(
                        "{'id': 'x', 'properties': {'tags': ['topic/payments', 'security']}}",
                        "{'ruleIndex': 0}, {'ruleId': 'y'}"))
                .categories(Category.QUALITY, Category.ofTopic("payments"))
                .build();

        assertThat(scan(provider, CHANGE).findings())
                .extracting(finding -> finding.category().id())
                .containsExactlyInAnyOrder("topic/payments", "quality");
    }

    @Test
    void hostileTextIsShownAndCut() {
        String text = "\\u001b[31m\\u202e::error::<script> " + "long ".repeat(2_000);
        Finding finding =
                only(scan(Log.of("", "{'ruleId': '" + "a b".repeat(200) + "', 'message': {'text': '" + text + "'}}")));

        assertThat(finding.message())
                .startsWith("\\u{1b}[31m\\u{202e}::error::<script> long")
                .hasSizeLessThanOrEqualTo(4_000);
        assertThat(finding.rule()).hasSizeLessThanOrEqualTo(250).endsWith("…");
    }

    // Settings

    @Test
    void settingsOfThePolicyAreChecked() {
        SarifProvider provider =
                SarifProvider.builder("tool").report(Log.of("", "")).build();
        ScannerSettings settings = new ScannerSettings(
                "tool", "policy.yaml", Map.of("roots", Setting.ofList(List.of("relative")), "other", Setting.of("x")));

        assertThatThrownBy(() -> provider.create(settings, SecretSource.NONE))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("scanners.tool.roots: must be absolute")
                .hasMessageContaining("scanners.tool.other: unknown setting");
    }

    @Test
    void providerNeedsReportsOrACommand() {
        assertThatThrownBy(() -> SarifProvider.builder("tool").build())
                .isInstanceOfSatisfying(
                        ImprimaturException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_VALUE));
    }

    // Commands

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void commandLooksAtCopiesAndItsPathsAreThoseOfTheRepository() {
        MemoryChange change = MemoryChange.builder()
                .head("src/-rf", "x\nMARK\n")
                .head("toolrc", "MARK\n")
                .build();
        SarifCommand command = Marks.command(Marks.SCRIPT).withReserved("toolrc");

        ScanReport report = scan(SarifProvider.builder("marks").command(command).build(), change);

        assertThat(report.coverage().gaps()).isEmpty();
        assertThat(report.findings())
                .extracting(finding -> String.valueOf(finding.location()))
                .containsExactly("src/-rf:2", "toolrc:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exit 0                                          | FAILED        | the tool wrote no report",
                "exit 3                                          | FAILED        | the tool ended with status 3",
                "/bin/ln -s /etc/passwd \"$2\"                   | FAILED        | the tool wrote no report",
                "/bin/sleep 60                                   | TIMED_OUT     | the tool did not end in time",
                "echo no report > \"$2\"                         | INVALID_ANSWER | A report cannot be read to its end: the report of the tool:1:1: not JSON"
            })
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void commandThatDoesNotDoItsWorkIsAGap(String script, Gap.Cause cause, String detail) {
        List<Gap> gaps = scan(
                        SarifProvider.builder("marks")
                                .command(Marks.command(script))
                                .build(),
                        CHANGE)
                .coverage()
                .gaps();

        assertThat(gaps).anySatisfy(gap -> {
            assertThat(gap.cause()).isEqualTo(cause);
            assertThat(gap.detail()).startsWith(detail);
        });
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void reportOfACommandThatFailedIsKeptAndNotBelievedToBeComplete() {
        ScanReport report = scan(
                SarifProvider.builder("marks")
                        .command(Marks.command(Marks.SCRIPT + "\nexit 2"))
                        .build(),
                MemoryChange.builder().head("a", "MARK\n").build());

        assertThat(report.findings()).hasSize(1);
        assertThat(report.coverage().gaps()).extracting(Gap::detail).containsExactly("the tool ended with status 2");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void commandMayWriteToItsOutput() {
        SarifCommand command =
                SarifCommand.of(Marks.SHELL, "-c", Marks.SCRIPT.replace("> \"$2\"", ""), "marks", SarifCommand.FILES);

        assertThat(scan(
                                SarifProvider.builder("marks").command(command).build(),
                                MemoryChange.builder().head("a", "MARK\n").build())
                        .findings())
                .hasSize(1);
    }

    @Test
    void commandThatIsNotThereIsNotInstalled(@TempDir Path folder) {
        SarifCommand command = SarifCommand.of(folder.resolve("nowhere"));

        assertThat(scan(SarifProvider.builder("marks").command(command).build(), CHANGE)
                        .coverage()
                        .gaps())
                .extracting(Gap::cause, Gap::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Gap.Cause.NOT_INSTALLED, "there is no program nowhere where it was named"));
    }

    @Test
    void reportLargerThanAllowedIsAGap(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("large.sarif");
        Files.writeString(
                file,
                "{\"version\": \"2.1.0\", \"x\": \"" + "x".repeat(100_000) + "\", \"runs\": []}",
                StandardCharsets.UTF_8);
        SarifProvider provider = SarifProvider.builder("tool")
                .report(file)
                .limits(new JsonLimits(10_000, 50, 10_000))
                .build();

        assertThat(scan(provider, CHANGE).coverage().gaps().get(0).detail())
                .contains("large.sarif:1:")
                .contains("is larger than what is read: 10000 bytes");
    }

    private static Finding only(ScanReport report) {
        assertThat(report.findings()).hasSize(1);
        return report.findings().get(0);
    }

    private static ScanReport scan(ReportSource... reports) {
        return scan(CHANGE, reports);
    }

    private static ScanReport scan(MemoryChange change, ReportSource... reports) {
        SarifProvider.Builder provider = SarifProvider.builder("tool");
        Arrays.stream(reports).forEach(provider::report);
        return scan(provider.build(), change);
    }

    private static ScanReport scan(SarifProvider provider, MemoryChange change) {
        ScanLimits limits = new ScanLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 10_000);
        try (ScanRunner runner =
                ScanRunner.builder(Scanners.of(provider)).limits(limits).build()) {
            return runner.scan(change.change(), change).get(0);
        }
    }
}
