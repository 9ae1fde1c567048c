package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.ScannerSettings.Setting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report that another job wrote says of a change, and what it leaves unknown. */
class ReportTest {
    private static final MemoryChange CHANGE = MemoryChange.builder()
            .base("src/shop.py", "a = 1\n")
            .head("src/shop.py", "a = 1\neval(a)\n")
            .unchanged("src/old.py", "eval(b)\n")
            .head("README.md", "words\n")
            .build();
    private static final String SCANNED = "\"paths\":{\"scanned\":[\"src/shop.py\",\"src/old.py\"]}";

    // Findings

    @Test
    void findingsOfTheWholeRepositoryAreHandedOn() throws Exception {
        Asked.Answer answer = read(report(result("src/shop.py", 2) + "," + result("src/old.py", 1)));

        assertThat(answer.places()).containsExactly("eval src/old.py:1", "eval src/shop.py:2");
        assertThat(answer.gaps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home/ci/work/shop/src/shop.py",
                "./src/shop.py",
                "src\\\\shop.py",
                "C:\\\\ci\\\\shop\\\\src\\\\shop.py"
            })
    void pathsAreReadAsOtherMachinesWriteThem(String written) throws Exception {
        String report = "{\"results\":[" + result(written, 2) + "],\"errors\":[],\"paths\":{\"scanned\":[\"" + written
                + "\"]}}";

        Asked.Answer answer = Asked.about(CHANGE)
                .of(
                        SemgrepProvider.builder()
                                .report(source(report))
                                .root("C:\\ci\\shop")
                                .build(),
                        Map.of("roots", Setting.of("/home/ci/work/shop")));

        assertThat(answer.places()).containsExactly("eval src/shop.py:2");
        assertThat(answer.gaps()).isEmpty();
    }

    @Test
    void aFindingThatIsNowhereKeepsItsWordsAndIsAGap() throws Exception {
        Asked.Answer answer = read(report(result("/etc/passwd", 1)
                + "," + result("src/gone.py", 1)
                + "," + result("src/shop.py", 99)
                + "," + result("src/shop.py", -3)));

        assertThat(answer.places())
                .containsExactly("eval null:0", "eval null:0", "eval src/shop.py:0", "eval src/shop.py:0");
        assertThat(answer.gaps())
                .contains(
                        "invalid-answer * a finding is about no file of the repository: /etc/passwd",
                        "invalid-answer * a finding is about a file that is not there at head: src/gone.py")
                .anyMatch(gap -> gap.startsWith("invalid-answer src/shop.py the report may be of other content"));
    }

    @Test
    void whatPrintsNothingShowsAndNothingIsLongerThanItMayBe() throws Exception {
        String message = "a\\u001b[31m b\\u202e c\\n\\u0000" + " word".repeat(3000);
        Asked.Answer answer = read(report(result("src/shop.py", 2).replace("\"do not\"", "\"" + message + "\"")));

        assertThat(answer.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).startsWith("a\\u{1b}[31m b\\u{202e} c \\u{0} word");
            assertThat(finding.message().length()).isLessThanOrEqualTo(4000);
        });
    }

    @Test
    void dataThatFlowsIsToldByItsLines() throws Exception {
        String trace =
                ",\"dataflow_trace\":{\"taint_source\":[\"CliLoc\",[{\"path\":\"src/in.py\",\"start\":{\"line\":7,\"col\":1}},"
                        + "\"secret()\"]],\"intermediate_vars\":[{\"content\":\"a\",\"location\":{\"path\":\"src/shop.py\",\"start\":{\"line\":1,"
                        + "\"col\":1}}}],\"taint_sink\":[\"CliCall\",[[{\"path\":\"src/shop.py\",\"start\":{\"line\":2,\"col\":1}},\"f()\"],[],"
                        + "[\"CliLoc\",[{\"path\":\"src/shop.py\",\"start\":{\"line\":5}},\"g()\"]]]]}";
        Asked.Answer answer =
                read(report(result("src/shop.py", 2).replace("\"metadata\":{}", "\"metadata\":{}" + trace)));

        assertThat(answer.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("do not (Data flows from line 7 of src/in.py through line 1 to line 2.)"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"category\":\"security\"}', eval, vulnerability",
        "'{}', eval, vulnerability",
        "'{\"category\":\"correctness\"}', eval, quality",
        "'{\"category\":\"quality\"}', eval, quality",
        "'{\"category\":\"topic/payments\"}', eval, topic/payments",
        "'{\"category\":\"security\"}', detected-aws-key, secret",
        "'{\"category\":\"security\",\"cwe\":\"CWE-798: Use of Hard-coded Credentials\"}', eval, secret",
        "'{\"category\":\"security\",\"technology\":[\"secrets\"]}', eval, secret"
    })
    void itsRuleSaysWhatItIsAbout(String metadata, String rule, String category) throws Exception {
        String result = result("src/shop.py", 2).replace("\"metadata\":{}", "\"metadata\":" + metadata);

        assertThat(read(report(result.replace("\"eval\"", "\"" + rule + "\""))).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.category()).isEqualTo(category));
    }

    @Test
    void whatARuleAboutSecretsQuotesStaysInside() throws Exception {
        String key = String.join("", "AKIA", "Q7XN2V", "5KLP3Z", "RT8W");
        String result = result("src/shop.py", 2)
                .replace("\"eval\"", "\"aws-secret\"")
                .replace("\"do not\"", "\"the key " + key + "\"")
                .replace(
                        "\"metadata\":{}",
                        "\"metadata\":{},\"lines\":\"" + key + "\",\"fix\":\"x = '" + key + "'\","
                                + "\"metavars\":{\"$KEY\":{\"abstract_content\":\"" + key + "\"}}");

        Asked.Answer answer = read(report(result));

        assertThat(answer.findings()).hasSize(1);
        assertThat(answer.toString()).doesNotContain(key).doesNotContain(key.substring(4));
    }

    // Comments that suppress

    @Test
    void whatTheToolSawSuppressedCountsWhereTheCommentWasThere() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .base("a.py", "eval(a)  # nosemgrep\n")
                .head("a.py", "eval(a)  # nosemgrep\neval(b)  # nosemgrep\neval(c)\n")
                .build();
        String ignored = result("a.py", 1) + "," + result("a.py", 2) + "," + result("a.py", 3);
        String report = "{\"results\":[" + ignored.replace("\"metadata\":{}", "\"metadata\":{},\"is_ignored\":true")
                + "],\"errors\":[],\"paths\":{\"scanned\":[\"a.py\"]}}";

        Asked.Answer answer = Asked.about(change).of(provider(report));

        assertThat(answer.places()).containsExactly("eval a.py:2", "eval a.py:3");
        assertThat(answer.gaps()).isEmpty();
    }

    @Test
    void whereTheAddedLinesAreNotKnownNoCommentCounts() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .base("a.py", "eval(a)  # nosemgrep\n")
                .head("a.py", "eval(a)  # nosemgrep\nx = 1\n")
                .linesUnknown("a.py")
                .build();
        String ignored = result("a.py", 1).replace("\"metadata\":{}", "\"metadata\":{},\"is_ignored\":true");
        String report = "{\"results\":[" + ignored + "],\"errors\":[],\"paths\":{\"scanned\":[\"a.py\"]}}";

        assertThat(Asked.about(change).of(provider(report)).places()).containsExactly("eval a.py:1");
    }

    @Test
    void aCommentThatTheChangeAddsMayHaveKeptFindingsOut() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .head("a.py", "x = 1\neval(b)  # nosemgrep\n")
                .head("b.py", "eval(b)  #noopengrep\n")
                .build();

        assertThat(Asked.about(change)
                        .of(provider("{\"results\":[],\"errors\":[],\"paths\":{\"scanned\":[\"a.py\",\"b.py\"]}}"))
                        .gaps())
                .containsExactly(
                        "skipped a.py a nosemgrep comment that the change adds at line 2 may have kept findings out"
                                + " of the report",
                        "skipped b.py a nosemgrep comment that the change adds at line 1 may have kept findings out"
                                + " of the report");
    }

    // What it did not do

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\":[\"PartialParsing\",[{\"path\":\"src/shop.py\",\"start\":{\"line\":3},\"end\":{\"line\":5}}]]"
                        + "|failed src/shop.py it could be parsed only in part, not in lines 3-5",
                "\"type\":\"Syntax error\",\"path\":\"src/shop.py\"|failed src/shop.py it could not be parsed",
                "\"type\":\"Syntax error\",\"spans\":[{\"file\":\"src/shop.py\",\"start\":{\"line\":4}}]"
                        + "|failed src/shop.py it could not be parsed, not in lines 4",
                "\"type\":\"Timeout\",\"path\":\"src/shop.py\",\"rule_id\":\"slow\"|timed-out src/shop.py rule slow ran out of time",
                "\"type\":\"Out of memory\",\"path\":\"src/shop.py\"|failed src/shop.py a rule ran out of memory",
                "\"type\":\"Stack overflow\",\"path\":\"src/shop.py\",\"rule_id\":\"r\"|failed src/shop.py rule r ran out of stack",
                "\"type\":\"Too many matches\",\"path\":\"src/shop.py\",\"rule_id\":\"r\"|too-many-findings src/shop.py rule r"
                        + " matched too often, and its matches were dropped",
                "\"type\":\"Timeout\"|timed-out * a rule ran out of time",
                "\"type\":\"Fatal error\"|failed * the tool reports: Fatal error",
                "\"type\":\"Something new\",\"path\":\"src/old.py\"|failed * the tool reports: Something new",
                "\"type\":\"Rule parse error\",\"rule_id\":\"r\",\"path\":\"src/old.py\"|not-configured * rule r cannot be used:"
                        + " Rule parse error",
                "\"type\":[\"IncompatibleRule\",{\"rule_id\":\"r\"}]|not-configured * rule r is for another version of the tool",
                "\"message\":\"no type\"|failed * the tool reports: an error of no kind that it names",
                "\"type\":\"Syntax error\",\"path\":\"src/old.py\"|",
                "\"type\":\"SemgrepWarning\",\"path\":\"src/shop.py\",\"message\":\"SemgrepWarning at line 2: found 'nosem' comment"
                        + " with id 'r', but no corresponding rule\"|",
                "\"type\":\"SemgrepWarning\",\"message\":\"another\"|failed * the tool reports: SemgrepWarning"
            })
    void everyErrorOfTheToolIsAGapThatSaysWhat(String error, String gap) throws Exception {
        String report = "{\"results\":[],\"errors\":[{\"code\":2,\"level\":\"warn\"," + error + "}]," + SCANNED + "}";

        assertThat(read(report).gaps()).isEqualTo(gap == null ? List.of() : List.of(gap));
    }

    @ParameterizedTest
    @CsvSource({
        "exceeded_size_limit, too-large src/shop.py it is larger than what the tool looks at",
        "semgrepignore_patterns_match, skipped src/shop.py the tool skipped it: semgrepignore_patterns_match",
        "Gitignore_patterns_match, skipped src/shop.py the tool skipped it: Gitignore_patterns_match",
        "minified, skipped src/shop.py the tool skipped it: minified",
        "too_many_matches, 'too-many-findings src/shop.py its matches were too many, and were dropped'",
        "insufficient_permissions, unreadable src/shop.py the tool could not read it",
        "analysis_failed_parser_or_internal_error, failed src/shop.py the tool failed on it",
        "wrong_language, ",
    })
    void everyFileThatWasSkippedIsAGapThatSaysWhy(String reason, String gap) throws Exception {
        for (String skipped : List.of("src/shop.py", "src")) {
            String report =
                    "{\"results\":[],\"errors\":[],\"paths\":{\"scanned\":[\"src/shop.py\"],\"skipped\":[{\"path\":\""
                            + skipped + "\",\"reason\":\"" + reason
                            + "\"},{\"path\":\"node_modules\",\"reason\":\"minified\"}]}}";

            assertThat(read(report).gaps()).isEqualTo(gap == null ? List.of() : List.of(gap));
        }
    }

    @Test
    void rulesThatWereSkippedAndFlowsThatWereNotFollowedAreGaps() throws Exception {
        String report = "{\"results\":[],\"errors\":[],\"skipped_rules\":[{\"rule_id\":\"r\",\"details\":\"d\"}],"
                + "\"time\":{\"fixpoint_timeouts\":[{\"error_type\":\"Fixpoint timeout\",\"rule_id\":\"t\",\"location\":"
                + "{\"path\":\"src/shop.py\",\"start\":{\"line\":1}}}]}," + SCANNED + "}";

        assertThat(read(report).gaps())
                .containsExactly(
                        "not-configured * rule r was skipped",
                        "timed-out src/shop.py rule t did not follow all of the data in time");
    }

    @Test
    void aProgramThatTheReportDoesNotNameWasNotLookedAt() throws Exception {
        assertThat(read("{\"results\":[],\"errors\":[],\"paths\":{\"scanned\":[\"src/old.py\"]}}")
                        .gaps())
                .containsExactly("skipped src/shop.py the report does not say that the tool looked at it");
        assertThat(read("{\"results\":[],\"errors\":[]}").gaps())
                .contains("invalid-answer * the report does not say which files were looked at");
    }

    @Test
    void aReportOfTheRealToolSaysWhatItSaid() throws Exception {
        byte[] report = ReportTest.class
                .getResourceAsStream("reports/semgrep-1.182.0.json")
                .readAllBytes();
        MemoryChange change = MemoryChange.builder()
                .head(
                        "src/a.py",
                        "import os\n\n\ndef run():\n    command = input()\n    os.system(command)\n    eval(command)\n"
                                + "    eval(command)  # nosemgrep\n")
                .head("src/b.js", "eval(x)\nfunction ( {{{\n")
                .head("src/c.rb", "puts 1\n")
                .head("src/large.py", "eval(1)\n")
                .build();

        Asked.Answer answer = Asked.about(change)
                .of(SemgrepProvider.builder()
                        .report(ReportSource.of("report.json", report))
                        .build());

        assertThat(answer.places())
                .containsExactly("js-eval src/b.js:1", "py-eval src/a.py:7", "py-eval src/a.py:8", "taint src/a.py:6");
        assertThat(answer.gaps())
                .containsExactly(
                        "not-configured * rule rules.future is for another version of the tool",
                        "failed src/b.js it could be parsed only in part, not in lines 2",
                        "too-large src/large.py it is larger than what the tool looks at",
                        "skipped src/a.py a nosemgrep comment that the change adds at line 8 may have kept findings out of"
                                + " the report",
                        "skipped src/c.rb the report does not say that the tool looked at it");
    }

    // What is no report

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "no json",
                "{\"results\":",
                "{\"results\":{}}",
                "{\"results\":null}",
                "{\"results\":[1]}",
                "{\"results\":[{\"issue_text\":\"another tool\"}]}",
                "{\"results\":[],\"errors\":\"none\"}",
                "{\"results\":[],\"paths\":[]}",
                "{\"results\":[]} {}",
                "{\"$schema\":\"sarif-2.1.0\",\"runs\":[]}"
            })
    void whatIsNoReportOrHalfOfOneIsAGapForTheWhole(String report) throws Exception {
        Asked.Answer answer = read(report);

        assertThat(answer.findings()).isEmpty();
        assertThat(answer.gaps())
                .anyMatch(gap -> gap.startsWith("invalid-answer * report.json cannot be read to its end: report.json"));
    }

    @Test
    void nestingLikeABombIsRefused() throws Exception {
        String bomb = "{\"results\":" + "[".repeat(100_000);

        assertThat(read(bomb).gaps()).anyMatch(gap -> gap.startsWith("invalid-answer * report.json cannot be read"));
    }

    @Test
    void aMissingReportIsAGap() throws Exception {
        SemgrepProvider provider = new SemgrepProvider();

        Asked.Answer answer = Asked.about(CHANGE).of(provider, Map.of("report", Setting.of("/nowhere/report.json")));

        assertThat(answer.gaps()).anyMatch(gap -> gap.startsWith("failed * /nowhere/report.json cannot be read"));
    }

    @Test
    void findingsOfTheServiceAreReadAndTheirCoverageIsUnknown() throws Exception {
        String finding =
                "{\"id\":1,\"state\":\"unresolved\",\"status\":\"open\",\"severity\":\"high\",\"confidence\":\"medium\","
                        + "\"rule_name\":\"eval\",\"rule_message\":\"do not\",\"location\":{\"file_path\":\"src/shop.py\",\"line\":2,"
                        + "\"column\":1,\"end_line\":2,\"end_column\":8},\"rule\":{\"name\":\"eval\",\"category\":\"security\","
                        + "\"cwe_names\":[\"CWE-95: x\"]}}";
        String report = "{\"findings\":[" + finding + "," + finding.replace("\"open\"", "\"ignored\"") + "]}";

        Asked.Answer answer = read(report);

        assertThat(answer.places()).containsExactly("eval src/shop.py:2");
        assertThat(answer.findings().get(0).cwe()).containsExactly("CWE-95");
        assertThat(answer.gaps()).contains("invalid-answer * the report does not say which files were looked at");
    }

    // Settings

    @Test
    void settingsThatAreWrongAreAllSaidWithTheirPlace() {
        Map<String, Setting> wrong = Map.of(
                "rules", new Setting(List.of("rules.yaml"), false, new Position(3, 1)),
                "jobs", new Setting(List.of("0"), false, new Position(4, 1)),
                "executable", new Setting(List.of("./semgrep"), false, new Position(5, 1)),
                "report", new Setting(List.of("a\0b"), false, new Position(6, 1)));

        assertThatThrownBy(() -> Asked.about(CHANGE).of(new SemgrepProvider(), wrong))
                .isInstanceOfSatisfying(
                        ImprimaturException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.position().line())
                                .containsExactlyInAnyOrder(3, 4, 5, 6));
    }

    private static Asked.Answer read(String report) throws InterruptedException {
        return Asked.about(CHANGE).of(provider(report));
    }

    private static SemgrepProvider provider(String report) {
        return SemgrepProvider.builder().report(source(report)).build();
    }

    private static ReportSource source(String report) {
        return ReportSource.of("report.json", report.getBytes(StandardCharsets.UTF_8));
    }

    private static String report(String results) {
        return "{\"version\":\"1.182.0\",\"results\":[" + results + "],\"errors\":[]," + SCANNED + "}";
    }

    private static String result(String path, int line) {
        return "{\"check_id\":\"eval\",\"path\":\"" + path + "\",\"start\":{\"line\":" + line
                + ",\"col\":1},\"end\":{\"line\":" + line
                + ",\"col\":8},\"extra\":{\"message\":\"do not\",\"severity\":\"ERROR\",\"metadata\":{}}}";
    }
}
