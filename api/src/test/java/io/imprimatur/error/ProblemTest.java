package io.imprimatur.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void saysWhereWhatTheValueAndWhatToDo() {
        Problem problem = Problem.of("must be one of low, high")
                .in("policy.yaml")
                .at(new Position(3, 7))
                .field("rules[0].when.finding.severity")
                .value("hihg")
                .remedy("did you mean high?");
        assertThat(problem)
                .hasToString("policy.yaml:3:7: rules[0].when.finding.severity: must be one of low, high, but was: hihg;"
                        + " did you mean high?");
    }

    @Test
    void hostileTextCannotMoveTheCursorNorReorderALine() {
        Problem problem = Problem.of("bad").value("\u001b[2J\r\n\u202eevil\ud800");
        assertThat(problem.value()).isEqualTo("\\u{1b}[2J\\u{d}\\u{a}\\u{202e}evil\\u{d800}");
    }

    @Test
    void aLongValueIsCut() {
        String value = Problem.of("bad").value("word ".repeat(200)).value();
        assertThat(value).hasSizeLessThanOrEqualTo(Problem.MAX_VALUE).endsWith("word … (1000 characters)");
        assertThat(Problem.of("bad").value(value).in("policy.yaml").value()).isEqualTo(value);
    }

    @Test
    void noWordIsCutAsHalfOfASecretIsNotKnownAsOne() {
        assertThat(Problem.of("bad").value("x".repeat(1000)).value()).isEqualTo("… (1000 characters)");
        assertThat(Problem.of("bad").value("for " + "x".repeat(1000)).value()).isEqualTo("for … (1004 characters)");
    }

    @Test
    void theMessageListsFiftyProblemsAndCountsTheRest() {
        List<Problem> many = Collections.nCopies(60, Problem.of("bad"));
        ImprimaturException exception = new ImprimaturException(ErrorCode.INVALID_POLICY, many);
        assertThat(exception.getMessage())
                .startsWith("invalid-policy: at least 60 problems")
                .endsWith("and at least 10 more");
        assertThat(exception.getMessage().lines()).hasSize(52);
        assertThat(exception.problems()).hasSize(60);
    }
}
