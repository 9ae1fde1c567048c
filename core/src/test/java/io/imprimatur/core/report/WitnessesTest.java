package io.imprimatur.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Digest;
import io.imprimatur.decision.Reason;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WitnessesTest {
    private static final Condition CONDITION = EvidenceCondition.FindingExists.of(Category.VULNERABILITY, Severity.LOW);

    @Test
    void aDefectThatTwoFoundIsToldOnceWithBoth() {
        Reason one = reason("a", "semgrep rule sql", Truth.UNKNOWN);
        Reason other = reason("a", "codeql rule py/sql", Truth.TRUE);

        assertThat(Witnesses.together(List.of(one, reason("b", "semgrep rule sql", Truth.TRUE), other)))
                .containsExactly(
                        reason("a", "semgrep rule sql and codeql rule py/sql", Truth.TRUE),
                        reason("b", "semgrep rule sql", Truth.TRUE));
    }

    @Test
    void whatIsNoFindingStandsForItself() {
        Reason gap = reason(null, "gate", Truth.UNKNOWN);

        assertThat(Witnesses.together(List.of(gap, gap))).containsExactly(gap, gap);
    }

    @Test
    void ofManyWitnessesTheNumberIsTold() {
        List<Reason> many = IntStream.range(0, 9)
                .mapToObj(i -> reason("a", "scanner " + i, Truth.TRUE))
                .toList();

        assertThat(Witnesses.together(many))
                .hasSize(1)
                .first()
                .satisfies(reason -> assertThat(reason.source())
                        .startsWith("scanner 0 and scanner 1")
                        .endsWith("scanner 4 and 4 more"));
    }

    private static Reason reason(@Nullable String defect, String source, Truth truth) {
        Fingerprint fingerprint = defect == null ? null : new Fingerprint(Digest.of(defect.getBytes()));
        return new Reason(CONDITION, truth, "is so", source, null, fingerprint, null);
    }
}
