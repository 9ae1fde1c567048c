package io.imprimatur.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.Outcome;
import io.imprimatur.core.json.Json;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whoever shows an outcome can take texts out of it, wherever they stand. */
class MappedOutcomeTest {
    private static final UnaryOperator<String> ANOTHER_FOLDER = text -> text.replace("src/", "elsewhere/");

    @Test
    void everyTextIsReplacedInEveryReport() {
        Outcome outcome = Outcomes.blocked();
        assertThat(TextReport.of(outcome, false)).contains("src/");
        Outcome mapped = outcome.map(ANOTHER_FOLDER);
        assertThat(TextReport.of(mapped, false)).contains("elsewhere/").doesNotContain("src/");
        assertThat(MarkdownReport.of(mapped)).doesNotContain("src/");
        assertThat(SarifReport.of(mapped, "1")).doesNotContain("src/");
        assertThat(Json.ASSESSMENT.write(mapped.assessment())).doesNotContain("src/");
        assertThat(Json.DECISION.write(mapped.decision())).doesNotContain("src/");
    }

    @Test
    void whatWasDecidedStays() {
        Outcome outcome = Outcomes.blocked();
        Outcome mapped = outcome.map(ANOTHER_FOLDER);
        assertThat(mapped.decision().verdict()).isEqualTo(outcome.decision().verdict());
        assertThat(mapped.decision().subject()).isEqualTo(outcome.decision().subject());
        assertThat(mapped.map(text -> text.replace("elsewhere/", "src/"))).isEqualTo(outcome);
    }

    @Test
    void whereNothingIsReplacedNothingIsCopied() {
        Outcome outcome = Outcomes.reviewed();
        assertThat(outcome.map(text -> text).decision()).isSameAs(outcome.decision());
    }
}
