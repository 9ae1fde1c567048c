package io.imprimatur.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.Outcome;
import io.imprimatur.core.arbitrary.Assessments;
import io.imprimatur.core.arbitrary.Decisions;
import io.imprimatur.error.Printable;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the report of any outcome at all. */
class ReportPropertiesTest {
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void textPrints(@ForAll("outcomes") Outcome outcome) {
        String text = TextReport.of(outcome, false);

        assertThat(text).isEqualTo(TextReport.of(outcome, false)).endsWith("\n");
        assertThat(text.codePoints().filter(c -> c != '\n').allMatch(Printable::prints))
                .isTrue();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void markdownFitsAndPrints(@ForAll("outcomes") Outcome outcome) {
        String comment = MarkdownReport.of(outcome);

        assertThat(comment).isEqualTo(MarkdownReport.of(outcome)).hasSizeLessThanOrEqualTo(MarkdownReport.MAX_LENGTH);
        assertThat(comment.codePoints().filter(c -> c != '\n').allMatch(Printable::prints))
                .isTrue();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyResultOfTheSarifLogNamesItsRule(@ForAll("outcomes") Outcome outcome) {
        String log = SarifReport.of(outcome, "1");
        Parsed run = Parsed.of(log).at("runs", 0);

        assertThat(log).isEqualTo(SarifReport.of(outcome, "1"));
        assertThat(run.at("results").items())
                .allSatisfy(result -> assertThat(run.at(
                                        "tool",
                                        "driver",
                                        "rules",
                                        result.at("ruleIndex").number(),
                                        "id")
                                .text())
                        .isEqualTo(result.at("ruleId").text()));
    }

    @Provide
    Arbitrary<Outcome> outcomes() {
        return any();
    }

    static Arbitrary<Outcome> any() {
        return Combinators.combine(Assessments.any(), Decisions.any()).as(Outcome::new);
    }
}
