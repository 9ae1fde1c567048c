package io.imprimatur.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.imprimatur.assessment.FactDraft;
import io.imprimatur.core.draft.Drafts;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.provenance.GenerationDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DraftReaderTest {
    private static final String FINDING = """
            {"rule": "r", "message": "m", "severity": "high", "category": "secret", "confidence": 0.9, "path": "a b",
            "firstLine": 3, "lastLine": 4, "firstColumn": 1, "lastColumn": 2, "identity": "i", "cwe": ["CWE-79"],
            "cve": ["CVE-2026-1234"], "component": "c", "license": "l", "fix": "f"}""";

    @Test
    void findingsAreReadWithEveryPart() {
        FindingDraft all = new FindingDraft(
                "r",
                "m",
                Severity.HIGH,
                "secret",
                new BigDecimal("0.9"),
                "a b",
                3,
                4,
                1,
                2,
                "i",
                List.of("CWE-79"),
                List.of("CVE-2026-1234"),
                "c",
                "l",
                "f");
        FindingDraft none = new FindingDraft(
                null, null, null, null, null, null, 0, 0, 0, 0, null, List.of(), List.of(), null, null, null);

        assertThat(DraftReader.findings(bytes("[" + FINDING + ", {}]"), "f.json"))
                .containsExactly(all, none);
    }

    @Test
    void oneObjectALineIsReadToo() {
        String lines = FINDING.replace('\n', ' ') + "\r\n\n  {\"confidence\": \"0.5\"}\n";

        assertThat(DraftReader.findings(bytes(lines), "f.ndjson"))
                .extracting(FindingDraft::confidence)
                .containsExactly(new BigDecimal("0.9"), new BigDecimal("0.5"));
        assertThat(DraftReader.findings(bytes("\ufeff \n" + "[]"), "f.json")).isEmpty();
        assertThat(DraftReader.findings(bytes("\n"), "f.json")).isEmpty();
    }

    @Test
    void generationsAreReadWithEveryPart() {
        String json = """
                [{"id": "g", "model": "m", "modelVersion": "v", "provider": "p", "region": "r", "tool": "t",
                "requesterName": "Ada", "requesterEmail": "ada@example.org", "promptCommitment": "ab", "confidence": 1,
                "reasoningSteps": 0, "time": "2026-11-23T09:30:00Z"}, {}]""";

        assertThat(DraftReader.generations(bytes(json), "g.json"))
                .containsExactly(
                        new GenerationDraft(
                                "g",
                                "m",
                                "v",
                                "p",
                                "r",
                                "t",
                                "Ada",
                                "ada@example.org",
                                "ab",
                                BigDecimal.ONE,
                                0,
                                Instant.parse("2026-11-23T09:30:00Z")),
                        new GenerationDraft(null, null, null, null, null, null, null, null, null, null, null, null));
    }

    @Test
    void factsAreReadAsTheirKind() {
        String json = """
                [{"name": "a", "value": "x", "source": "s"}, {"value": 7}, {"value": false}, {"value": ["x", "y"]}, {}]""";

        assertThat(DraftReader.facts(bytes(json), "f.json"))
                .containsExactly(
                        new FactDraft("a", "x", "s"),
                        new FactDraft(null, 7L, null),
                        new FactDraft(null, false, null),
                        new FactDraft(null, List.of("x", "y"), null),
                        new FactDraft(null, null, null));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsPlace() {
        assertThat(problems(
                        DraftReader::findings,
                        "[{\"rule\": 7, \"severity\": \"bad\"},\n {\"colour\": 1, \"confidence\": \"high\"}, 3,"
                                + " {\"rule\": null, \"firstLine\": 1.5}]"))
                .containsExactly(
                        "doc:1:11: [0].rule: must be a text, but was: 7; put it between quotes",
                        "doc:1:26: [0].severity: must be one of info, low, medium, high, critical, but was: bad",
                        "doc:2:30: [1].confidence: must be a number, but was: \"high\"; leave the quotes out",
                        "doc:2:3: [1].colour: unknown key; leave it out; known are rule, message, severity, category,"
                                + " confidence, path, firstLine, lastLine, firstColumn, lastColumn, identity, cwe, cve,"
                                + " component, license, fix",
                        "doc:2:39: [2]: must be an object, but was: 3",
                        "doc:2:51: [3].rule: must not be null; leave out the key of what is absent",
                        "doc:2:70: [3].firstLine: must be a whole number of at most 2147483647, but was: 1.5");
    }

    @Test
    void theProblemsOfLinesHaveTheirPlaceInTheWhole() {
        assertThat(problems(DraftReader::facts, "{\"name\": \"a\"}\n\n{\"name\": 1}\n{\"name\":}\n[]\n"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo("doc:3:10: [1].name: must be a text, but was: 1; put it between quotes"),
                        second -> assertThat(second).startsWith("doc:4:9: [2]: "),
                        third -> assertThat(third).isEqualTo("doc:5:1: [3]: must be an object, but was: a list"));
    }

    @Test
    void nestingAndNumbersOfMonstersAreRefused() {
        assertThat(problems(DraftReader::facts, "[".repeat(100_000))).hasSize(1);
        assertThat(problems(DraftReader::facts, "[{\"value\": " + "9".repeat(100_000) + "}]"))
                .hasSize(1);
        assertThat(problems(DraftReader::findings, "[{\"confidence\": 1e999999999}]"))
                .hasSize(1);
    }

    /** What is read may be wrong; then the drafts are refused, and nothing else happens. */
    @Property(tries = 500)
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        try (Drafts drafts = new Drafts()) {
            drafts.facts(DraftReader.facts(bytes(text), "doc"));
        } catch (ImprimaturException refused) {
            assertThat(refused.code()).isIn(ErrorCode.INVALID_DOCUMENT, ErrorCode.INVALID_DRAFT);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "[",
                "]",
                "{",
                "}",
                ",",
                ":",
                "\n",
                " ",
                "\"name\"",
                "\"value\"",
                "\"source\"",
                "\"a\"",
                "1",
                "true",
                "null",
                "{\"name\": \"a\", \"value\": ",
                "\"source\": \"s\"}",
                "\ufeff",
                "\u0000",
                "\"\\ud800\"");
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    private static List<String> problems(BiFunction<byte[], String, ?> reader, String text) {
        ImprimaturException refused =
                catchThrowableOfType(ImprimaturException.class, () -> reader.apply(bytes(text), "doc"));
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_DOCUMENT);
        return refused.problems().stream().map(Problem::toString).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
