package io.imprimatur.core.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.Region;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.intake.Span;
import io.imprimatur.core.sarif.SarifLocation.Artifact;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SarifReaderTest {
    private static final String RULES = "{'id': 'A1', 'defaultConfiguration': {'level': 'error'}},"
            + "{'id': 'A2', 'guid': 'g2', 'defaultConfiguration': {'level': 'note'}},"
            + "{'id': 'A3', 'properties': {'security-severity': '9.8'}},"
            + "{'id': 'A4', 'defaultConfiguration': {'level': 'error'}, 'properties': {'security-severity': 'undefined'}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'ruleId': 'A1'                                  | error",
                "'ruleId': 'A1', 'level': 'note'                 | note",
                "'ruleId': 'A1', 'level': null                   | error",
                "'ruleId': 'A1', 'kind': 'pass'                  | none",
                "'ruleId': 'A1', 'kind': 'fail'                  | error",
                "'ruleId': 'A1', 'kind': 'pass', 'level': 'note' | note",
                "'ruleId': 'A3'                                  | warning",
                "'ruleId': 'unknown'                             | warning",
                "'ruleIndex': 1                                  | note",
                "'ruleId': 'A1', 'ruleIndex': 1                  | note",
                "'ruleId': 'A1', 'ruleIndex': -1                 | error",
                "'ruleId': 'A1', 'ruleIndex': 99                 | error",
                "'ruleId': 'A1/sub/sub'                          | error",
                "'ruleId': 'A1x'                                 | warning",
                "'rule': {'id': 'A2'}                            | note",
                "'rule': {'index': 0}                            | error",
                "'rule': {'guid': 'g2'}                          | note",
                "'ruleId': 'A1', 'level': 'Error'                | Error"
            })
    void levelIsTheResultsOwnOrItsRules(String members, String level) {
        assertThat(Log.result(Log.of(RULES, "{" + members + "}")).level()).isEqualTo(level);
    }

    /** Of A1, an error, the first invocation makes a note; of A2, a note, an error. The second leaves both as they are. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'ruleId': 'A1', 'provenance': {'invocationIndex': 0}                      | note",
                "'ruleId': 'A1', 'provenance': {'invocationIndex': 1}                      | error",
                "'ruleId': 'A1'                                                            | error",
                "'ruleId': 'A2', 'provenance': {'invocationIndex': 0}                      | error",
                "'ruleId': 'A2', 'provenance': {'invocationIndex': 1}                      | note",
                "'ruleId': 'A2'                                                            | error",
                "'ruleId': 'A2', 'provenance': {'invocationIndex': 2}                      | error",
                "'ruleId': 'A2', 'provenance': {'invocationIndex': -1}                     | error",
                "'ruleId': 'A2', 'provenance': null                                        | error",
                "'ruleId': 'A2/sub'                                                        | error",
                "'ruleIndex': 1                                                            | error",
                "'ruleId': 'A2', 'level': 'none'                                           | none",
                "'ruleId': 'A2', 'kind': 'pass'                                            | none",
                "'ruleId': 'A3', 'provenance': {'invocationIndex': 0}                      | warning",
                "'ruleId': 'not described', 'provenance': {'invocationIndex': 0}           | note",
                "'ruleId': 'not described', 'provenance': {'invocationIndex': 1}           | warning",
                "'ruleId': 'not described'                                                 | warning",
                "'ruleId': 'A4', 'provenance': {'invocationIndex': 0}                      | odd"
            })
    void levelIsThatToWhichTheInvocationSetTheRuleOrTheWorstInDoubt(String members, String level) {
        String overrides = overridden("'index': 0", "'level': 'note'") + ", "
                + overridden("'id': 'A2'", "'level': 'error', 'rank': 5.0") + ", "
                + overridden("'id': 'A3'", "'rank': 5.0") + ", "
                + overridden("'id': 'A4'", "'level': 'note'") + ", " + overridden("'id': 'A4'", "'level': 'odd'")
                + ", " + overridden("'id': 'not described'", "'level': 'note'") + ", {}, null";

        assertThat(Log.result(Log.of(
                                RULES,
                                "{" + members + "}",
                                "'invocations': [{'ruleConfigurationOverrides': [" + overrides + "]}, {}]"))
                        .level())
                .isEqualTo(level);
    }

    @Test
    void aRuleWhoseLevelAnInvocationSetsIsRated() {
        String invocations = "'invocations': [{'ruleConfigurationOverrides': ["
                + overridden("'id': 'secret'", "'level': 'note'") + "]}]";

        assertThat(Log.result(Log.of("", "{'ruleId': 'secret', 'provenance': {'invocationIndex': 0}}", invocations))
                        .isRated())
                .isTrue();
        assertThat(Log.result(Log.of("", "{'ruleId': 'another'}", invocations)).isRated())
                .isFalse();
    }

    @Test
    void runTellsWhichRulesItSwitchedOff() {
        String rules = "{'id': 'ON'}, {'id': 'OFF', 'defaultConfiguration': {'enabled': false}}, {'id': 'B'}";
        String first = overridden("'index': 2", "'enabled': false") + ", "
                + overridden("'id': 'OFF'", "'enabled': false") + ", " + overridden("'id': 'ON'", "'enabled': true");
        String second = overridden("'id': 'B'", "'enabled': true") + ", " + overridden("'id': 'A'", "'enabled': false");

        SarifLog log = Log.log(Log.of(
                rules,
                "",
                "'invocations': [{'ruleConfigurationOverrides': [" + first + "]}, {'ruleConfigurationOverrides': ["
                        + second + "]}]"));

        assertThat(log.runs().get(0).switchedOff()).containsExactly("A", "B");
    }

    private static String overridden(String descriptor, String configuration) {
        return "{'descriptor': {" + descriptor + "}, 'configuration': {" + configuration + "}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'level': 'error'   | HIGH",
                "'level': 'warning' | MEDIUM",
                "'level': 'note'    | LOW",
                "'level': 'none'    | INFO",
                "'level': 'ERROR'   | ",
                "'ruleId': 'A3', 'level': 'note' | CRITICAL",
                "'ruleId': 'A4'     | HIGH",
                "'ruleId': 'A4', 'properties': {'security-severity': 3.9} | LOW",
                "'ruleId': 'A3', 'properties': {'security-severity': 3.9} | CRITICAL",
                "'properties': {'security-severity': '9.0'} | CRITICAL",
                "'properties': {'security-severity': '7.0'} | HIGH",
                "'properties': {'security-severity': '6.9'} | MEDIUM",
                "'properties': {'security-severity': '4'}   | MEDIUM",
                "'properties': {'security-severity': '0.1'} | LOW",
                "'properties': {'security-severity': '0.0'} | INFO",
                "'properties': {'security-severity': ' +.9e1 '} | CRITICAL",
                "'properties': {'security-severity': 'null'} | MEDIUM",
                "'properties': {'security-severity': '-1'}  | MEDIUM",
                "'properties': {'security-severity': 'NaN'} | MEDIUM",
                "'properties': {'security-severity': {}}    | MEDIUM"
            })
    void severityIsByScoreOrElseByLevel(String members, @Nullable Severity severity) {
        assertThat(Log.result(Log.of(RULES, "{" + members + "}")).severity()).isEqualTo(severity);
    }

    @Test
    void resultsMayComeBeforeAllThatTheyReferTo() {
        SarifResult result = Log.result(
                Log.source("{'runs': [{'results': [{'ruleIndex': 0, 'message': {'id': 'm', 'arguments': ['x']},"
                        + "'locations': [{'physicalLocation': {'artifactLocation': {'index': 1}, 'region': {'startLine': 3}}}]}],"
                        + "'artifacts': [{}, {'location': {'uri': 'a.c', 'uriBaseId': 'SRC'}}],"
                        + "'originalUriBaseIds': {'SRC': {'uri': 'src/'}},"
                        + "'tool': {'driver': {'name': 'Tool', 'rules': [{'id': 'R', 'defaultConfiguration': {'level': 'error'},"
                        + "'messageStrings': {'m': {'text': 'Do not use {0}.'}}}]}}}], 'version': '2.1.0'}"));

        assertThat(result.rule()).isEqualTo("R");
        assertThat(result.level()).isEqualTo("error");
        assertThat(result.message()).isEqualTo("Do not use x.");
        assertThat(result.locations())
                .containsExactly(new SarifLocation(new Artifact("a.c", "SRC"), new Region(3, 0, 3, 0), null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'rule': {'index': 0, 'toolComponent': {'index': 1}}",
                "'rule': {'index': 0, 'toolComponent': {'guid': 'g'}}",
                "'rule': {'index': 0, 'toolComponent': {'name': 'Two'}}",
                "'rule': {'id': 'X', 'toolComponent': {'index': 1}}",
                "'ruleId': 'X'",
                "'ruleId': 'X/1'",
                "'ruleIndex': 0, 'rule': {'toolComponent': {'index': 1}}"
            })
    void rulesOfExtensionsAreFound(String members) {
        SarifResult result = Log.result(
                Log.source("{'version': '2.1.0', 'runs': [{'tool': {'driver': {'name': 'Tool', 'rules': [{'id': 'D'}]},"
                        + "'extensions': [{'name': 'One', 'rules': [{'id': 'O'}]}, {'name': 'Two', 'guid': 'g', 'rules': [{'id': 'X',"
                        + "'defaultConfiguration': {'level': 'note'}}]}]}, 'results': [{" + members + "}]}]}"));

        assertThat(result.level()).isEqualTo("note");
        assertThat(result.rule()).startsWith("X");
    }

    @Test
    void ruleOfAComponentThatIsNotThereIsNotTakenFromAnother() {
        SarifResult result = Log.result(Log.of(RULES, "{'rule': {'index': 0, 'toolComponent': {'index': 7}}}"));

        assertThat(result.level()).isEqualTo("warning");
        assertThat(result.rule()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                                      | false",
                "'suppressions': null                                  | false",
                "'suppressions': []                                    | false",
                "'suppressions': [{'kind': 'inSource'}]                | true",
                "'suppressions': [{'kind': 'external', 'status': 'accepted'}] | true",
                "'suppressions': [{'kind': 'external', 'status': 'underReview'}] | false",
                "'suppressions': [{'kind': 'inSource'}, {'kind': 'external', 'status': 'rejected'}] | false"
            })
    void suppressionThatIsUnderReviewOrRejectedSuppressesNothing(@Nullable String members, boolean suppressed) {
        String result = "{'ruleId': 'A1'" + (members == null ? "" : ", " + members) + "}";

        assertThat(Log.result(Log.of(RULES, result)).isSuppressed()).isEqualTo(suppressed);
    }

    @Test
    void refusedSuppressionCountsHoweverManyStandBeforeIt() {
        String many = "{'kind': 'inSource'},".repeat(150) + "{'kind': 'external', 'status': 'rejected'}";

        assertThat(Log.result(Log.of(RULES, "{'suppressions': [" + many + "]}")).isSuppressed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'text': 'Plain.', 'markdown': '**No**'}                   | Plain.",
                "{'markdown': 'Only *this*.'}                               | Only *this*.",
                "{'text': 'Use {1} not {0}.', 'arguments': ['a', 'b']}      | Use b not a.",
                "{'text': 'Braces {{0}} and {7}.', 'arguments': ['a']}      | Braces {0} and {7}.",
                "{'text': 'Body { x } and {0}.'}                            | Body { x } and {0}.",
                "{'text': 'Came [from here](1) and [there](file:///x).'}    | Came from here and there.",
                "'As before 2.1.0.'                                         | As before 2.1.0.",
                "{'id': 'ofTool'}                                           | Said by the tool.",
                "{'id': 'unknown'}                                          | ''",
                "null                                                       | ''"
            })
    void messageIsFoundWhereverItStands(String message, String expected) {
        SarifResult result = Log.result(Log.source("{'version': '2.1.0', 'runs': [{'tool': {'driver': {'name': 'T',"
                + "'globalMessageStrings': {'ofTool': {'text': 'Said by the tool.'}}}}, 'results': [{'message': "
                + message
                + "}]}]}"));

        assertThat(result.message()).isEqualTo(expected.equals("''") ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'startLine': 3                                                   | 3, 0, 3, 0",
                "'startLine': 3, 'startColumn': 5, 'endColumn': 9                 | 3, 5, 3, 8",
                "'startLine': 3, 'startColumn': 5, 'endLine': 4, 'endColumn': 1   | 3, 5, 3, 0",
                "'startLine': '3', 'endLine': '4'                                 | 3, 0, 4, 0",
                "'startLine': -7                                                  | -7, 0, -7, 0",
                "'startLine': 99999999999                                         | 2147483647, 0, 2147483647, 0",
                "'charOffset': 100                                                | 0, 0, 0, 0"
            })
    void regionEndsBeforeItsEndColumn(String region, String expected) {
        String location = "{'physicalLocation': {'artifactLocation': {'uri': 'a.c'}, 'region': {" + region + "}}}";
        Region read = Log.result(Log.of("", "{'locations': [" + location + "]}"))
                .locations()
                .get(0)
                .region();

        assertThat(read.firstLine() + ", " + read.firstColumn() + ", " + read.lastLine() + ", " + read.lastColumn())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'charOffset': 100, 'charLength': 5                     | utf16CodeUnits    | UTF16_UNITS, 100, 5",
                "'charOffset': 100, 'charLength': 5                     | unicodeCodePoints | CODE_POINTS, 100, 5",
                "'charOffset': 0                                        | odd               | UTF16_UNITS, 0, 0",
                "'charOffset': 7, 'charLength': -9                      | odd               | UTF16_UNITS, 7, 0",
                "'byteOffset': 7, 'byteLength': 3                       | utf16CodeUnits    | BYTES, 7, 3",
                "'byteOffset': 7, 'charOffset': 5                       | utf16CodeUnits    | UTF16_UNITS, 5, 0",
                "'byteOffset': 99999999999, 'byteLength': 99999999999   | utf16CodeUnits    | BYTES, 2147483647, 2147483647",
                "'byteOffset': 7, 'charOffset': 5, 'startLine': 2       | utf16CodeUnits    | none",
                "'charOffset': -1, 'byteOffset': -5                     | utf16CodeUnits    | none",
                "'charOffset': 'x'                                      | utf16CodeUnits    | none",
                "'charLength': 5                                        | utf16CodeUnits    | none"
            })
    void regionWithoutALineIsCountedFromTheStart(String region, String kind, String expected) {
        String location = "{'physicalLocation': {'artifactLocation': {'uri': 'a.c'}, 'region': {" + region + "}}}";
        Span span = Log.result(Log.of("", "{'locations': [" + location + "]}", "'columnKind': '" + kind + "'"))
                .locations()
                .get(0)
                .span();

        assertThat(span == null ? "none" : span.unit() + ", " + span.offset() + ", " + span.length())
                .isEqualTo(expected);
    }

    @Test
    void logicalLocationsAndTargetsStandForMissingFiles() {
        assertThat(Log.result(
                                Log.of(
                                        "",
                                        "{'locations': [{'logicalLocations': [{'name': 'f', 'fullyQualifiedName': 'a.b.f'}]}]}"))
                        .locations())
                .containsExactly(new SarifLocation(null, Region.NONE, null, "a.b.f"));
        assertThat(Log.result(Log.of("", "{'analysisTarget': {'uri': 'a.c'}}")).locations())
                .containsExactly(new SarifLocation(new Artifact("a.c", null), Region.NONE, null, null));
    }

    @Test
    void weaknessesAreFoundInTagsTaxaRelationshipsAndProperties() {
        String rules = "{'id': 'R', 'properties': {'tags': ['security', 'external/cwe/cwe-079', 'CWE-89: Injection']},"
                + "'relationships': [{'target': {'id': '22', 'toolComponent': {'name': 'CWE'}}}]},"
                + "{'id': 'CVE-2026-12345', 'properties': {'cwe': ['CWE-400']}}";
        ReportSource source = Log.of(
                rules,
                "{'ruleIndex': 0, 'taxa': [{'index': 0, 'toolComponent': {'index': 0}}], 'properties': {'tags': ['cwe:327']}},"
                        + "{'ruleIndex': 1}, {'ruleId': 'CVE-2026-99999'}",
                "'taxonomies': [{'name': 'CWE', 'taxa': [{'id': '125'}]}]");

        List<SarifResult> results = Log.results(source);

        assertThat(results.get(0).cwe()).containsExactlyInAnyOrder("CWE-79", "CWE-89", "CWE-22", "CWE-125", "CWE-327");
        assertThat(results.get(1).cwe()).containsExactly("CWE-400");
        assertThat(results.get(1).cve()).containsExactly("CVE-2026-12345");
        assertThat(results.get(2).cve()).containsExactly("CVE-2026-99999");
    }

    @Test
    void flowKeepsItsFirstAndLastStepAndFixItsWords() {
        String steps = "{'location': " + Log.at("a.c", 1) + "}, {'location': " + Log.at("b.c", 2) + "}, {'location': "
                + Log.at("c.c", 3) + "}";
        SarifResult result = Log.result(Log.of(
                "",
                "{'codeFlows': [{'threadFlows': [{'locations': [" + steps
                        + "]}, {'locations': []}]}, {'threadFlows': []}],"
                        + "'fixes': [{'description': {'text': 'Encode it.'}, 'artifactChanges': []}]}"));

        assertThat(result.flow())
                .extracting(step -> step.artifact() == null
                        ? ""
                        : step.artifact().uri() + step.region().firstLine())
                .containsExactly("a.c1", "c.c3");
        assertThat(result.fix()).isEqualTo("Encode it.");
    }

    @Test
    void runTellsWhatTheToolDidNotDo() {
        SarifLog log = Log.log(
                Log.source(
                        "{'version': '2.1.0', 'runs': [{'tool': {'driver': {'name': 'T', 'version': '1'}},"
                                + "'results': null, 'externalPropertyFileReferences': {'results': [{}], 'taxonomies': [{}]},"
                                + "'versionControlProvenance': [{'revisionId': 'abc'}],"
                                + "'invocations': [{'executionSuccessful': false, 'toolExecutionNotifications': [{'level': 'error',"
                                + "'descriptor': {'id': 'E1'}, 'message': {'text': 'x'}, 'locations': [{'physicalLocation': {'artifactLocation':"
                                + "{'index': 0}}}]}, {'message': {'text': 'Timed out on x'}}], 'toolConfigurationNotifications': [{'level': 'note'}]}],"
                                + "'artifacts': [{'location': {'uri': 'a.c'}}]}, {'tool': {'driver': {'name': 'U'}}, 'results': []}]}"));

        SarifRun run = log.runs().get(0);
        assertThat(run.hasResults()).isFalse();
        assertThat(log.runs().get(1).hasResults()).isTrue();
        assertThat(run.successful()).isFalse();
        assertThat(run.external()).containsExactlyInAnyOrder("results", "taxonomies");
        assertThat(run.revisions()).containsExactly("abc");
        assertThat(run.notifications()).hasSize(3);
        assertThat(run.notifications().get(0).artifact()).isEqualTo(new Artifact("a.c", null));
        assertThat(run.notifications().get(0).place())
                .isEqualTo("runs[0].invocations[0].toolExecutionNotifications[0]");
        assertThat(run.notifications().get(1).level()).isEqualTo("warning");
        assertThat(run.notifications().get(1).leavesOut()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "2.0.0", "2.0.0-csd.2.beta.2019-04-03", "3.0.0"})
    void otherVersionIsReadWithADoubt(String version) {
        SarifLog log = Log.log(Log.source("{'version': '" + version + "', 'runs': []}"));

        assertThat(log.doubts()).hasSize(1);
        assertThat(log.doubts().get(0).toString())
                .isEqualTo("report.sarif:1:13: version: must be 2.1.0; the report is read as if it were, but was: "
                        + version + "; let the tool write SARIF 2.1.0");
    }

    @Test
    void missingVersionIsADoubtOnlyWhereTheToolHasNoDriver() {
        assertThat(Log.log(Log.source("{'runs': [{'tool': {'driver': {'name': 'T'}}, 'results': []}]}"))
                        .doubts())
                .isEmpty();
        assertThat(Log.log(Log.source("{'runs': [{'tool': {'name': 'T'}, 'results': []}]}"))
                        .doubts())
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.field()).isEqualTo("runs[0]"));
    }

    @Test
    void byteOrderMarkIsNoPartOfTheReport() {
        assertThat(Log.results(Log.source("\uFEFF{'version': '2.1.0', 'runs': [{'results': [{}]}]}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "'text'",
                "null",
                "{'version': '2.1.0'}",
                "{'version': '2.1.0', 'runs': 7}",
                "{'version': '2.1.0', 'runs': [null]}",
                "{'version': '2.1.0', 'runs': [[]]}",
                "{'version': '2.1.0', 'runs': [{'results': 42}]}",
                "{'version': '2.1.0', 'runs': [{'results': {}}]}",
                "{'version': '2.1.0', 'runs': [{'results': [null]}]}",
                "{'version': '2.1.0', 'runs': [{'results': ['x']}]}",
                "{'version': '2.1.0', 'runs': [{'results': [{'level': {}}]}]}",
                "{'version': '2.1.0', 'runs': [{'results': [{}]}]",
                "{'version': '2.1.0', 'runs': []} {}"
            })
    void whatCouldHideAResultIsRefusedWithItsPlace(String json) {
        assertThatThrownBy(() -> Log.results(Log.source(json)))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageStartingWith("invalid-document: report.sarif:1:");
    }

    @Test
    void resultsBeforeAnErrorAreHandedOver() {
        List<SarifResult> results = new ArrayList<>();

        assertThatThrownBy(() -> SarifReader.read(
                        Log.source(
                                "{'version': '2.1.0', 'runs': [{'results': [{'ruleId': 'a'}, {'ruleId': 'b'}, 7]}]}"),
                        JsonLimits.DEFAULT,
                        results::add))
                .hasMessageContaining("runs[0].results[2]: must be an object");
        assertThat(results).extracting(SarifResult::rule).containsExactly("a", "b");
    }

    @Test
    void readingEndsWhereNoMoreIsWanted() {
        List<SarifResult> results = new ArrayList<>();

        SarifReader.read(Log.of("", "{}, {}, {}, {}"), JsonLimits.DEFAULT, result -> {
            results.add(result);
            return results.size() < 2;
        });

        assertThat(results).hasSize(2);
    }

    @Test
    void whatIsKeptBesideTheResultsIsBounded() {
        String rule = "{'id': '" + "x".repeat(900) + "'},";

        assertThatThrownBy(() -> Log.log(Log.of(rule.repeat(60_000) + "{}", "")))
                .hasMessageContaining("has more rules, artifacts and other parts outside of its results than are kept")
                .hasMessageContaining("runs[0].tool.driver.rules[");
    }
}
