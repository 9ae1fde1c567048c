package io.imprimatur.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.Outcome;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {
    /** A run of backticks, the shortest content, the same run again: a code span by CommonMark 0.31, section 6.1. */
    private static final Pattern CODE_SPAN = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");

    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "blocked", Outcomes.blocked(),
            "allowed", Outcomes.allowed(),
            "reviewed", Outcomes.reviewed(),
            "waived", Outcomes.waived(),
            "hostile", Outcomes.saying("<img src=x> @acme ![x](y) `|` #1\n\n# h"));

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "allowed", "reviewed", "waived", "hostile"})
    void readsAsItIsMeantTo(String name) {
        String comment = MarkdownReport.of(OUTCOMES.get(name));

        assertThat(comment).isEqualTo(Golden.of(name + ".md", comment));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextStandsInCodeSpansAlone(String hostile) {
        assertThat(withoutCode(MarkdownReport.of(Outcomes.saying(hostile))))
                .isEqualTo(withoutCode(MarkdownReport.of(Outcomes.saying("x"))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void codeSpansShowTheTextItself(String hostile) {
        assertThat(CODE_SPAN.matcher(Markdown.code(hostile)).matches()).isTrue();
    }

    @Test
    void namesWithPunctuationDoNotReachTheTable() {
        String table = MarkdownReport.of(Outcomes.saying("a | b"))
                .lines()
                .filter(line -> line.startsWith("|"))
                .reduce("", (a, b) -> a + b + "\n");

        assertThat(table).doesNotContain("`").hasLineCount(3);
    }

    @Test
    void fitsIntoACommentAndSaysThatItIsCut() {
        String comment = MarkdownReport.of(Outcomes.endless());

        assertThat(comment)
                .hasSizeLessThanOrEqualTo(MarkdownReport.MAX_LENGTH)
                .contains("This is not all", "### What clears it", "An approval is for exactly this");
    }

    @Test
    void neverShowsRulesInTheShadow() {
        assertThat(MarkdownReport.of(Outcomes.blocked())).contains("no-secrets").doesNotContain("tried-out");
    }

    static Stream<String> hostile() {
        return Hostile.texts();
    }

    private static String withoutCode(String markdown) {
        return CODE_SPAN.matcher(markdown).replaceAll("CODE");
    }
}
