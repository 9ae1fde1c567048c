package io.imprimatur.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.error.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes, they are read or refused with a place; nothing else comes out. */
class ArbitraryBytesTest {

    private static final String POLICY = """
            # what generated code needs
            policy: acme-ai-code
            version: 3
            models:
              approved: ["anthropic/claude-*", "openai/gpt-5*"]
            rules:
              - id: no-secrets
                when: { finding: { category: secret, severity: ">= high" } }
                then: block
              - id: auth
                when:
                  all:
                    - { paths: ["**/auth/**"] }
                    - ai: { share: '>= 20%' }
                because: >-
                  Generated authentication
                  needs two people.
            """;

    private static final List<String> PIECES = List.of(
            "[",
            "]",
            "{",
            "}",
            "- ",
            "? ",
            ": ",
            ":",
            ",",
            "a",
            "b: ",
            "\"",
            "'",
            "\\",
            "\\u",
            "\\UFFFFFFFF",
            "\\x",
            "&a ",
            "*a ",
            "!t ",
            "!<",
            "%",
            "%YAML 1.1",
            "---",
            "...",
            "#",
            "|",
            ">",
            "|2",
            "\n",
            "\r",
            "\t",
            " ",
            "  ",
            "1",
            "-",
            "1e999",
            "true",
            "~",
            "<<",
            "\u202E",
            "\uFEFF",
            "\u0085",
            "\u2028",
            "\uD83D\uDE00",
            "@",
            "`",
            "=",
            "null",
            "0",
            ".",
            "/",
            "*",
            "\u0000",
            "\u00E9");

    @Property(tries = 3000)
    void bytesAreReadOrRefused(@ForAll byte[] content) {
        readOrRefused(content);
    }

    @Property(tries = 10000)
    void piecesOfDocumentsAreReadOrRefused(@ForAll("pieces") String text) {
        readOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 3000)
    void damagedPoliciesAreReadOrRefused(@ForAll("damaged") String text) {
        readOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, POLICY.length());
        return places.flatMap(place -> Arbitraries.of(PIECES)
                .flatMap(piece -> Arbitraries.integers()
                        .between(0, 12)
                        .map(cut -> POLICY.substring(0, place)
                                + piece
                                + POLICY.substring(Math.min(POLICY.length(), place + cut)))));
    }

    private static void readOrRefused(byte[] content) {
        long lines = 1
                + new String(content, StandardCharsets.UTF_8)
                        .chars()
                        .filter(c -> c == '\n' || c == '\r')
                        .count();
        for (Format format : Format.values()) {
            Reading reading = Reading.of(content, format, Limits.WRITTEN);
            assertThat(reading.root().isPresent() || !reading.problems().isEmpty())
                    .isTrue();
            for (Problem problem : reading.problems()) {
                assertThat(problem.source()).isEqualTo("policy.yaml");
                assertThat((long) problem.position().line()).isBetween(1L, lines);
                assertThat(problem.position().column()).isBetween(1, content.length + 1);
                assertThat(problem.remedy()).isNotBlank();
            }
        }
    }
}
