package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mistake that a policy's file can hold: where it is told, with which value, and what to do. The table is the
 * resource {@code mistakes.txt}: a line that is not indented is a mistake, the indented lines below it are what is said.
 * Under {@code = conditions} it is the condition of a rule, under {@code = rules} a rule, under {@code = files} a file.
 */
class PolicyMistakesTest {

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("mistakes")
    void isToldWhereItIsWithWhatToDo(String mistake, String file, List<String> told) {
        assertThat(Refusal.of(file, "policy.yaml").lines()).isEqualTo(told);
    }

    static Stream<Arguments> mistakes() throws IOException {
        List<Arguments> mistakes = new ArrayList<>();
        String kind = "";
        List<String> told = new ArrayList<>();
        for (String line : table()) {
            if (line.startsWith("= ")) {
                kind = line;
            } else if (line.startsWith("    ")) {
                told.add(line.strip());
            } else {
                told = new ArrayList<>();
                mistakes.add(Arguments.of(line, file(kind, line), told));
            }
        }
        assertThat(mistakes).hasSizeGreaterThan(100);
        return mistakes.stream();
    }

    private static String file(String kind, String mistake) {
        return switch (kind) {
            case "= conditions" -> "policy: p\nrules:\n  - id: r\n    when: " + mistake + "\n    then: review\n";
            case "= rules" -> "policy: p\nrules:\n  - " + mistake + "\n";
            case "= files" -> mistake.replace("\\n", "\n").replace("\\t", "\t");
            default -> throw new AssertionError("a mistake before any heading: " + mistake);
        };
    }

    private static List<String> table() throws IOException {
        try (InputStream table = PolicyMistakesTest.class.getResourceAsStream("mistakes.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
