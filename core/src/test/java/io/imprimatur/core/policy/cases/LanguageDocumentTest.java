package io.imprimatur.core.policy.cases;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.policy.cases.TestedPolicies.Tested;
import io.imprimatur.policy.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says what a policy can say names rules and cases that there are, and what the rule does in the case. */
class LanguageDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "samples", "docs", "policy-language.md");
    private static final Pattern LINE = Pattern.compile(
            "\\| (.+) \\| \\[(.+)]\\(\\.\\./policies/(.+)/policy\\.yaml\\) \\| `(.+)` \\| (.+) \\| (.+) \\|");

    private final Map<String, Tested> policies =
            TestedPolicies.samples().stream().collect(toMap(Tested::name, tested -> tested));

    @Test
    void eachLineNamesARuleACaseAndWhatTheRuleDoesThere() throws IOException {
        assertThat(table()).hasSizeGreaterThan(80).allSatisfy(line -> {
            MatchResult parts = LINE.matcher(line).results().findFirst().orElseThrow();
            Tested tested = policies.get(parts.group(2));
            assertThat(tested).isNotNull();
            assertThat(parts.group(3)).isEqualTo(tested.name());
            assertThat(tested.policy().rules()).extracting(Rule::id).contains(parts.group(4));
            assertThat(what(tested, parts.group(4), parts.group(5))).isEqualTo(parts.group(6));
        });
    }

    @Test
    void noLineStandsTwice() throws IOException {
        assertThat(table()).doesNotHaveDuplicates();
    }

    private static String what(Tested tested, String rule, String name) {
        CaseResult result = tested.run().results().stream()
                .filter(each -> each.tested().name().equals(name))
                .findFirst()
                .orElseThrow();
        return result.decision().fired().stream()
                .filter(fired -> fired.rule().id().equals(rule))
                .findFirst()
                .map(fired -> switch (fired.truth()) {
                    case TRUE -> "holds";
                    case UNKNOWN -> "is not known";
                    case FALSE -> "is false";
                })
                .orElse("is quiet");
    }

    private static List<String> table() throws IOException {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            return lines.filter(line -> line.startsWith("| ") && line.contains("policy.yaml"))
                    .toList();
        }
    }
}
