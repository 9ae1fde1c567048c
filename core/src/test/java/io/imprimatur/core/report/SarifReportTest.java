package io.imprimatur.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.Outcome;
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
            "reviewed", Outcomes.reviewed(),
            "waived", Outcomes.waived());

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "allowed", "reviewed", "waived"})
    void readsAsItIsMeantTo(String name) {
        String log = SarifReport.of(OUTCOMES.get(name), "0.1.0");

        assertThat(log).isEqualTo(Golden.of(name + ".sarif", log));
    }

    @Test
    void everyResultNamesItsRuleAndHasAPlaceAndAFingerprint() {
        Parsed run = run(Outcomes.blocked());
        List<String> rules = run.at("tool", "driver", "rules").items().stream()
                .map(rule -> rule.at("id").text())
                .toList();

        assertThat(rules)
                .doesNotHaveDuplicates()
                .containsExactly(
                        "imprimatur.policy/no-secrets",
                        "imprimatur.policy/auth-needs-security",
                        "imprimatur.policy/keep-it-small",
                        "secrets/url-password",
                        "secrets/aws-access-key-id");
        assertThat(run.at("results").items()).hasSize(5).allSatisfy(result -> {
            assertThat(rules.get(result.at("ruleIndex").number()))
                    .isEqualTo(result.at("ruleId").text());
            assertThat(result.at("locations", 0, "physicalLocation", "region", "startLine")
                            .number())
                    .isPositive();
            assertThat(result.at("partialFingerprints", "primaryLocationLineHash")
                            .text())
                    .isNotEmpty();
        });
    }

    @Test
    void regionsEndAfterTheirLastCharacter() {
        Parsed region = run(Outcomes.blocked()).at("results", 3, "locations", 0, "physicalLocation", "region");

        assertThat(region.at("startColumn").number()).isEqualTo(20);
        assertThat(region.at("endColumn").number()).isEqualTo(40);
    }

    @Test
    void gapsAreNotifications() {
        Parsed notification = run(Outcomes.blocked()).at("invocations", 0, "toolExecutionNotifications", 0);

        assertThat(notification.at("message", "text").text()).contains("scanner secrets did not cover data/big.bin");
        assertThat(notification
                        .at("locations", 0, "physicalLocation", "artifactLocation", "uri")
                        .text())
                .isEqualTo("data/big.bin");
    }

    @Test
    void whatIsWaivedIsThereAndSuppressed() {
        List<Parsed> results = run(Outcomes.waived()).at("results").items();

        assertThat(results)
                .extracting(result -> result.at("ruleId").text())
                .containsExactly(
                        "imprimatur.policy/no-secrets",
                        "imprimatur.policy/auth-needs-security",
                        "secrets/aws-access-key-id");
        assertThat(results).allSatisfy(result -> {
            assertThat(result.at("suppressions", 0, "kind").text()).isEqualTo("external");
            assertThat(result.at("suppressions", 0, "status").text()).isEqualTo("accepted");
        });
    }

    @Test
    void urisArePercentEncodedFromBytes() {
        Parsed run = run(Outcomes.saying("é :%?#[x]"));

        assertThat(run.at("results", 0, "locations", 0, "physicalLocation", "artifactLocation", "uri")
                        .text())
                .isEqualTo("d/%C3%A9%20%3A%25%3F%23%5Bx%5D");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextEmbedsNoLinkAndHidesNothing(String hostile) {
        Parsed run = run(Outcomes.saying(hostile));

        assertThat(run.at("results").items())
                .allSatisfy(result ->
                        assertThat(result.at("message", "text").text()).doesNotContain("](", "\u001b", "\u202e", "\n"));
    }

    @Test
    void keepsWithinTheResultsThatGitHubTakesAndSaysSo() {
        Parsed run = run(Outcomes.finding(30_000));

        assertThat(run.at("results").items()).hasSize(SarifReport.MAX_RESULTS);
        assertThat(run.at("invocations", 0, "toolExecutionNotifications", 0, "message", "text")
                        .text())
                .startsWith("5000 findings of the mildest left out");
    }

    @Test
    void keepsWithinTheBytesThatGitHubTakesAndSaysSo() {
        Outcome outcome = Outcomes.finding(5_000);
        String whole = SarifReport.of(outcome, "0.1.0");
        int half = (int) (Compressed.size(whole) / 2);

        String cut = SarifReport.within(outcome, "0.1.0", half);

        assertThat(Compressed.size(cut)).isLessThanOrEqualTo(half);
        Parsed run = Parsed.of(cut).at("runs", 0);
        int kept = run.at("results").items().size();
        assertThat(kept).isBetween(1_000, 4_500);
        assertThat(run.at("invocations", 0, "toolExecutionNotifications", 0, "message", "text")
                        .text())
                .contains("findings of the mildest left out", "10000000 bytes when compressed");
    }

    @Test
    void fingerprintIsTheFindingsOwnSoItStaysWhenLinesMove() {
        Outcome outcome = Outcomes.blocked();
        Parsed run = run(outcome);

        assertThat(run.at("results").items())
                .extracting(result -> result.at("partialFingerprints", "primaryLocationLineHash")
                        .text())
                .containsAll(Summary.findings(outcome.assessment()).stream()
                        .map(finding -> finding.fingerprint().toString())
                        .toList());
        assertThat(run.at("automationDetails", "id").text()).isEqualTo("imprimatur/" + Outcomes.HEAD);
    }

    static Stream<String> hostile() {
        return Hostile.texts();
    }

    private static Parsed run(Outcome outcome) {
        return Parsed.of(SarifReport.of(outcome, "0.1.0")).at("runs", 0);
    }
}
