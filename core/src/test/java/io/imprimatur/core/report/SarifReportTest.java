package io.imprimatur.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.core.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SarifReportTest {
    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "blocked", Outcomes.blocked(),
            "allowed", Outcomes.allowed(),
            "reviewed", Outcomes.reviewed());

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "allowed", "reviewed"})
    void readsAsItIsMeantTo(String name) {
        String log = SarifReport.of(OUTCOMES.get(name), "0.1.0");

        assertThat(log).isEqualTo(Golden.of(name + ".sarif", log));
    }

    @Test
    void everyResultNamesItsRuleAndHasAPlaceAndAFingerprint() throws IOException {
        JsonNode run = run(Outcomes.blocked());
        List<String> rules = new ArrayList<>();
        run.at("/tool/driver/rules").forEach(rule -> rules.add(rule.get("id").asText()));

        assertThat(rules)
                .doesNotHaveDuplicates()
                .containsExactly(
                        "imprimatur.policy/no-secrets",
                        "imprimatur.policy/auth-needs-security",
                        "imprimatur.policy/keep-it-small",
                        "secrets/url-password",
                        "secrets/aws-access-key-id");
        assertThat(run.get("results")).hasSize(5).allSatisfy(result -> {
            assertThat(rules.get(result.get("ruleIndex").asInt()))
                    .isEqualTo(result.get("ruleId").asText());
            assertThat(result.at("/locations/0/physicalLocation/region/startLine")
                            .asInt())
                    .isPositive();
            assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText())
                    .isNotEmpty();
        });
    }

    @Test
    void regionsEndAfterTheirLastCharacter() throws IOException {
        JsonNode region = run(Outcomes.blocked()).at("/results/3/locations/0/physicalLocation/region");

        assertThat(region.get("startColumn").asInt()).isEqualTo(20);
        assertThat(region.get("endColumn").asInt()).isEqualTo(40);
    }

    @Test
    void gapsAreNotifications() throws IOException {
        JsonNode notification = run(Outcomes.blocked()).at("/invocations/0/toolExecutionNotifications/0");

        assertThat(notification.at("/message/text").asText()).contains("scanner secrets did not cover data/big.bin");
        assertThat(notification
                        .at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("data/big.bin");
    }

    @Test
    void urisArePercentEncodedFromBytes() throws IOException {
        JsonNode run = run(Outcomes.saying("é :%?#[x]"));

        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("d/%C3%A9%20%3A%25%3F%23%5Bx%5D");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextEmbedsNoLinkAndHidesNothing(String hostile) throws IOException {
        JsonNode run = run(Outcomes.saying(hostile));

        assertThat(run.get("results"))
                .allSatisfy(result ->
                        assertThat(result.at("/message/text").asText()).doesNotContain("](", "\u001b", "\u202e", "\n"));
    }

    @Test
    void keepsWithinTheResultsThatGitHubTakesAndSaysSo() throws IOException {
        JsonNode run = run(Outcomes.finding(30_000));

        assertThat(run.get("results")).hasSize(SarifReport.MAX_RESULTS);
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .startsWith("5000 findings of the mildest left out");
    }

    static Stream<String> hostile() {
        return Hostile.texts();
    }

    private static JsonNode run(Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(SarifReport.of(outcome, "0.1.0")).at("/runs/0");
    }
}
