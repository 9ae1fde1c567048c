package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.core.policy.PolicySchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the first line that the documents name, an editor completes a file and marks its mistakes as it is typed. */
class EditorToolTest {
    @TempDir
    Path folder;

    @Test
    void aPolicy() throws IOException {
        check("policy", PolicySchema.json(), """
                policy: p
                rules:
                  - id: a
                    then: block
                   \s
                  - { id: b, when: { paths: x }, then: blok }
                """, 5, "when", "\"block\"");
    }

    @Test
    void itsCases() throws IOException {
        check("cases", PolicySchema.cases(), """
                cases:
                  - case: a
                    expect:
                     \s
                  - case: b
                    given: { findings: [{ category: secret, severity: hihg }] }
                    expect: { verdict: allow }
                """, 4, "unblock-only", "\"high\"");
    }

    @Test
    void waivers() throws IOException {
        check("waivers", PolicySchema.waivers(), """
                waivers:
                  - id: a
                    rule: r
                   \s
                  - { id: b, rule: r, paths: x, reason: why, approver: ada, created: 2026-11-01, expires: soon }
                """, 4, "approver", "does not match the pattern");
    }

    /**
     * Opens a file.
     *
     * @param line of the text, from 1, at whose end something is to be completed
     * @param offered one of what is offered there
     * @param remark a part of what is said of the mistake
     */
    private void check(String what, String schema, String text, int line, String offered, String remark)
            throws IOException {
        String program = Tools.named("imprimatur.yaml-language-server");
        Files.writeString(folder.resolve(what + ".schema.json"), schema);
        Path file = folder.resolve(what + ".yaml");
        String first = "# yaml-language-server: $schema=" + what + ".schema.json\n";
        assertThat(Files.readString(Path.of("..", "docs", "policy-file.md")))
                .contains("# yaml-language-server: $schema=policy.schema.json\n");
        try (LanguageServer server = LanguageServer.start(program)) {
            server.open(file, first + text);
            JsonNode marked = server.diagnostics(file);
            assertThat(marked.toString()).contains(remark);
            String last = text.lines().skip(line - 1L).findFirst().orElseThrow();
            List<String> labels = new ArrayList<>();
            server.completion(file, line, last.length())
                    .forEach(item -> labels.add(item.path("label").asText()));
            assertThat(labels).contains(offered).doesNotContain("id");
        }
    }
}
