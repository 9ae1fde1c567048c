package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Gap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Semgrep, and what only it does. */
class RealSemgrepTest extends RealToolTest {
    private static final String EVAL = """
            rules:
              - id: eval
                languages: [python]
                severity: ERROR
                message: m
                pattern: eval($X)
            """;

    @Override
    Path program() {
        return RealSemgrep.require();
    }

    @Test
    void aChangeAsAnAssistantWritesItIsFoundOut() throws Exception {
        MemoryChange change = MemoryChange.builder()
                .base(
                        "shop/client.py",
                        "import requests\n\n\ndef stock(url):\n    return requests.get(url, timeout=5)\n")
                .head("shop/client.py", """
                        import requests


                        def stock(url):
                            return requests.get(url, timeout=5, verify=False)
                        """)
                .head("README.md", "# Shop\n\nRun `make`.\n")
                .build();

        Asked.Answer answer = Asked.about(change)
                .of(SemgrepProvider.builder().executable(program()).build());

        assertThat(answer.places()).containsExactly("imprimatur.python.tls-verification-off shop/client.py:5");
        assertThat(answer.gaps()).isEmpty();
        FindingDraft finding = answer.findings().get(0);
        assertThat(finding.category()).isEqualTo("vulnerability");
        assertThat(finding.severity()).isGreaterThanOrEqualTo(Severity.HIGH);
        assertThat(finding.cwe()).isNotEmpty();
    }

    @Test
    void dataThatItDoesNotFollowToItsEndIsAGap() {
        assertThat(places("flow.py")).isEmpty();
        assertThat(gaps("flow.py")).containsExactly("timed-out flow.py a rule did not follow all of the data in time");
    }

    @Test
    void aRuleForAnotherEngineIsAGap() {
        assertThat(wholeGaps())
                .containsExactly(
                        "not-configured * rule future is for another version of the tool",
                        "not-configured * rule pro needs a part of the tool that is not there");
    }

    @Test
    void rulesThatCannotBeUsedAreAGap() throws Exception {
        MemoryChange change = MemoryChange.builder().head("a.py", "eval(x)\n").build();

        for (String broken : List.of(
                "rules:\n  - id: [\n",
                EVAL.replace("eval($X)\n", "eval((($X\n"),
                EVAL.replace("[python]", "[intercal]"),
                EVAL.replace("    languages: [python]\n", ""))) {
            assertThat(scan(program(), change, broken, Map.of()).coverage().gaps())
                    .as(broken)
                    .anyMatch(gap -> gap.path() == null
                            && (gap.cause() == Gap.Cause.NOT_CONFIGURED || gap.cause() == Gap.Cause.FAILED));
        }
    }
}
