package io.imprimatur.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.imprimatur.core.arbitrary.Assessments;
import io.imprimatur.core.arbitrary.Decisions;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BrokenJsonTest {
    private static final String SCHEMA = "{\"schema\": \"imprimatur/finding/v1\",\n";

    @Test
    void everyWrongFieldOfADocumentIsSaidAtOnceWithItsPlace() {
        assertThat(problems(Json.FINDING, SCHEMA + """
                 "scanner": "Secrets!", "rule": 7, "message": "",
                 "severity": "severe", "category": null,
                 "confidence": 0.5,
                 "location": {"path": "/etc/passwd", "firstLine": 3, "lastLine": 0, "colour": "red"},
                 "fingerprint": "abc", "origin": true, "cwe": ["CWE-79", 79], "cve": "CVE-2026-1234"}
                """))
                .containsExactly(
                        "doc:2:33: rule: must be a text, but was: 7; put it between quotes",
                        "doc:3:14: severity: must be one of info, low, medium, high, critical, but was: severe",
                        "doc:3:36: category: must not be null; leave out the key of what is absent",
                        "doc:4:16: confidence: must be a text, but was: 0.5; put it between quotes",
                        "doc:5:23: location.path: must be relative and normalised: no empty segment, no '.' and no '..',"
                                + " but was: /etc/passwd",
                        "doc:5:66: location.lastLine: must be at least 1, but was: 0; leave it out where it is not known",
                        "doc:5:69: location.colour: unknown key; leave it out; known are path, firstLine, lastLine,"
                                + " firstColumn, lastColumn",
                        "doc:6:17: fingerprint: must be sha256: and 64 lower-case hexadecimal digits, but was: abc",
                        "doc:6:34: origin: must be a text, but was: true; put it between quotes",
                        "doc:6:58: cwe[1]: must be a text, but was: 79; put it between quotes",
                        "doc:6:70: cve: must be a list, but was: \"CVE-2026-1234\"; put it between [ and ]");
    }

    @Test
    void whatTheTypeRefusesStandsAtTheFieldOrAtTheObject() {
        String range = "{\"schema\": \"imprimatur/risk-score/v1\", \"model\": \"m\", \"leastLevel\": \"low\","
                + " \"level\": \"low\", \"factors\": [],\n\"value\": {\"low\": \"0.5\", \"high\": \"0.4\"}}";
        assertThat(problems(Json.RISK_SCORE, range))
                .containsExactly("doc:2:18: value.low: must not be above high, 0.4, but was: 0.5");

        String report = "{\"schema\": \"imprimatur/scan-report/v1\","
                + " \"scanner\": {\"id\": \"a\", \"version\": \"1\", \"categories\": []}, \"findings\": [], \"gaps\": []}";
        assertThat(problems(Json.SCAN_REPORT, report))
                .containsExactly("doc:1:94: scanner.categories: must have at least one, but was: none");
    }

    @Test
    void anUnknownSchemaIsTheOneThingSaid() {
        assertThat(problems(Json.FINDING, "{\"schema\": \"imprimatur/finding/v2\", \"colour\": 1}"))
                .containsExactly("doc:1:12: schema: must be imprimatur/finding/v1, but was: imprimatur/finding/v2;"
                        + " read it as what it is, with a release that knows its version");
        assertThat(problems(Json.FINDING, "{\"scanner\": \"a\"}"))
                .containsExactly("doc:1:1: schema: must be given; add the key schema");
        assertThat(problems(Json.FINDING, "[]")).containsExactly("doc:1:1: must be an object, but was: a list");
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() {
        assertThat(problems(Json.FINDING, "{\"a\": 1,}"))
                .singleElement()
                .asString()
                .startsWith("doc:1:9: ");
        assertThat(problems(Json.FINDING, "{\"a\": 1, \"a\": 2}"))
                .singleElement()
                .asString()
                .startsWith("doc:1:10: a: ");
        assertThat(problems(Json.FINDING, "[".repeat(100_000)))
                .singleElement()
                .asString()
                .contains("at most 128 deep");
        assertThat(problems(Json.FINDING, "")).singleElement().asString().contains("empty");
        ImprimaturException large =
                catchThrowableOfType(ImprimaturException.class, () -> Json.FINDING.read(new byte[11], "doc", 10));
        assertThat(large.getMessage())
                .isEqualTo("invalid-document: doc: must have at most 10 bytes, but was: more than 10 bytes;"
                        + " split or shorten the document");
    }

    @Test
    void aConditionHasOneKeyAndOneForm() {
        assertThat(condition("{}")).singleElement().asString().contains("must have a key; write one of all, any, not");
        assertThat(condition("{\"risk\": \">= high\", \"freeze\": \"x\"}"))
                .singleElement()
                .asString()
                .contains("must stand in a condition of its own");
        assertThat(condition("{\"all\": []}")).singleElement().asString().contains("all: must not be empty");
        assertThat(condition("{\"not\": {\"finding\": {}}}"))
                .singleElement()
                .asString()
                .contains("must not be negated");
        assertThat(condition("{\"change\": {\"files\": \"many\"}}"))
                .singleElement()
                .asString()
                .contains("must be a comparison that begins with one of");
        assertThat(condition("{\"change\": {\"files\": \">= many\"}}"))
                .singleElement()
                .asString()
                .contains("whole number");
        assertThat(condition("{\"risk\": \"< high\"}"))
                .singleElement()
                .asString()
                .contains("must be compared with >=");
        assertThat(condition("{\"ai\": {\"share\": \">= 2\", \"paths\": [\"/x\"]}}"))
                .hasSize(2);
        assertThat(condition("{\"fact\": {\"name\": \"a\"}}"))
                .singleElement()
                .asString()
                .contains("matches, compares, is");
    }

    @Test
    void atMostAHundredProblemsAreListed() {
        String keys = java.util.stream.IntStream.range(0, 300)
                .mapToObj(i -> ", \"key" + i + "\": 1")
                .collect(Collectors.joining());
        List<String> problems = problems(Json.RISK_SCORE, "{\"schema\": \"imprimatur/risk-score/v1\"" + keys + "}");
        assertThat(problems).hasSize(101).last().asString().contains("205 more problems");
    }

    /** Whatever is done to a document: it is read, or refused with problems that have a place. */
    @Property(tries = 1500)
    void mutationsNeverGiveAnotherException(@ForAll("mutated") byte[] content) {
        for (Json<?> json : List.of(Json.DECISION, Json.ASSESSMENT)) {
            try {
                assertThat(json.read(content, "doc")).isNotNull();
            } catch (ImprimaturException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_DOCUMENT);
                assertThat(refused.problems())
                        .allSatisfy(problem -> assertThat(problem.source()).isEqualTo("doc"));
            }
        }
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        Arbitrary<String> documents = Arbitraries.oneOf(
                Decisions.any().map(Json.DECISION::write), Assessments.any().map(Json.ASSESSMENT::write));
        return documents.flatMap(document -> Arbitraries.longs().map(seed -> mutate(document, new Random(seed))));
    }

    /** Changes what is likely to hurt: whole values and keys more often than single bytes. */
    private static byte[] mutate(String document, Random random) {
        String[] lines = document.split("\n", -1);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int line = random.nextInt(lines.length);
            String[] values = {
                "null",
                "true",
                "0",
                "-1",
                "1e400",
                "9007199254740993",
                "[]",
                "{}",
                "\"\"",
                "\"\\ud800\"",
                "\"x\"",
                "[[[",
                "\"\\u0000\"",
                "2147483647",
                "\"9-1\"",
                "\"1-4,4-5\"",
                "\"+1000000000-01-01T00:00:00Z\""
            };
            String value = values[random.nextInt(values.length)];
            lines[line] = switch (random.nextInt(5)) {
                case 0 -> "";
                case 1 -> lines[line] + lines[line];
                case 2 -> lines[line].replaceFirst(": .*?(,?)$", ": " + value.replace("\\", "\\\\") + "$1");
                case 3 -> lines[line].replaceFirst("\"[a-zA-Z]+\"", "\"key\"");
                default -> lines[random.nextInt(lines.length)];
            };
        }
        byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
        if (random.nextInt(4) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private static List<String> condition(String condition) {
        String decision = "{\"schema\": \"imprimatur/decision/v1\", \"verdict\": \"allow\", \"subject\": \"sha256:"
                + "0".repeat(64) + "\", \"policy\": {\"name\": \"p\", \"version\": 1, \"digest\": \"sha256:"
                + "0".repeat(64)
                + "\", \"origin\": {\"from\": \"starter\"}}, \"requirements\": [], \"assumptions\": [], \"excluded\": [],"
                + " \"unblock\": {\"ways\": [], \"complete\": true}, \"fired\": [{\"truth\": \"true\", \"verdict\": \"block\","
                + " \"reasons\": [{\"condition\": {\"paths\": [\"**\"]}, \"truth\": \"true\", \"fact\": \"f\","
                + " \"source\": \"s\"}], \"rule\": {\"id\": \"r\", \"then\": \"block\", \"enforcement\": \"warn\","
                + " \"onUnknown\": \"act\", \"when\": " + condition + "}}]}";
        return problems(Json.DECISION, decision);
    }

    private static List<String> problems(Json<?> json, String text) {
        ImprimaturException refused =
                catchThrowableOfType(ImprimaturException.class, () -> json.read(text.getBytes(UTF_8), "doc"));
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_DOCUMENT);
        return refused.problems().stream().map(Problem::toString).toList();
    }
}
