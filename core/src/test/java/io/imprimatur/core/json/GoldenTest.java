package io.imprimatur.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.PolicyReference;
import io.imprimatur.policy.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was once written is read for ever; and what is written today has the documented form. */
class GoldenTest {
    private static final Path GUIDE = Path.of("..", "samples", "docs", "json.md");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    <T> void whatWasWrittenIsReadForEver(String file, Json<T> json, T value) throws IOException {
        byte[] content = resource(file);

        assertThat(json.read(content, file)).isEqualTo(value);
        assertThat(json.write(value)).isEqualTo(new String(content, UTF_8));
    }

    static Stream<Arguments> whatWasWrittenIsReadForEver() {
        return Stream.of(
                Arguments.of("change.json", Json.CHANGE, Golden.CHANGE),
                Arguments.of("provenance.json", Json.PROVENANCE, Golden.PROVENANCE),
                Arguments.of("attribution.json", Json.ATTRIBUTION, Golden.ATTRIBUTION),
                Arguments.of("generation.json", Json.GENERATION, Golden.GENERATION),
                Arguments.of("finding.json", Json.FINDING, Golden.FINDING),
                Arguments.of("scan-report.json", Json.SCAN_REPORT, Golden.SCAN_REPORT),
                Arguments.of("risk-score.json", Json.RISK_SCORE, Golden.RISK_SCORE),
                Arguments.of("fact.json", Json.FACT, Golden.FACT),
                Arguments.of("assessment.json", Json.ASSESSMENT, Golden.ASSESSMENT),
                Arguments.of("decision.json", Json.DECISION, Golden.DECISION),
                Arguments.of("decision-of-all-forms.json", Json.DECISION, Golden.DECISION_OF_ALL_FORMS),
                Arguments.of("decision-of-layers.json", Json.DECISION, Golden.DECISION_OF_LAYERS),
                Arguments.of("decision-with-waivers.json", Json.DECISION, Golden.DECISION_WITH_WAIVERS));
    }

    @Test
    void aDecisionFromBeforeThereWereObligationsIsRead() throws IOException {
        Decision decision = Json.DECISION.read(resource("decision-without-obligations.json"), "old.json");

        assertThat(decision.obligations()).isEmpty();
        assertThat(decision.fired()).extracting(FiredRule::rule).noneMatch(Rule::hard);
        assertThat(decision.unblock()).isEqualTo(Golden.DECISION.unblock());
    }

    @Test
    void theStarterPolicyIsAnOriginToo() {
        Decision decision = Golden.DECISION;
        PolicyReference starter =
                new PolicyReference("starter", 1, decision.policy().digest(), new PolicyOrigin.Starter(), List.of());
        Decision other = new Decision(
                decision.verdict(),
                decision.subject(),
                starter,
                decision.fired(),
                decision.requirements(),
                decision.obligations(),
                decision.assumptions(),
                decision.excluded(),
                decision.unblock());

        assertThat(Json.DECISION.write(other)).contains("\"origin\": {\n      \"from\": \"starter\"\n    }");
        assertThat(Json.DECISION.read(Json.DECISION.canonical(other), "starter"))
                .isEqualTo(other);
    }

    @Test
    void theExampleOfTheGuideIsADecision() throws IOException {
        String guide = Files.readString(GUIDE);
        String example = guide.substring(guide.indexOf("```json\n") + "```json\n".length());
        example = example.substring(0, example.indexOf("```"));

        assertThat(Json.DECISION.read(example.getBytes(UTF_8), "json.md")).isEqualTo(Golden.DECISION);
        assertThat(example).isEqualTo(Json.DECISION.write(Golden.DECISION));
    }

    private static byte[] resource(String file) throws IOException {
        try (InputStream content = GoldenTest.class.getResourceAsStream("/json/v1/" + file)) {
            assertThat(content).as(file).isNotNull();
            return content.readAllBytes();
        }
    }
}
