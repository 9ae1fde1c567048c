package io.imprimatur.core.document;

import io.imprimatur.error.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What reading a text came to. */
record Reading(Optional<Node> root, List<Problem> problems) {

    static Reading of(byte[] content, Format format, Limits limits) {
        List<Problem> problems = new ArrayList<>();
        Optional<Node> root = DocumentReader.read(content, format, "policy.yaml", limits, problems::add);
        return new Reading(root, problems);
    }

    static Reading yaml(String... lines) {
        return of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), Format.YAML, Limits.WRITTEN);
    }

    static Reading json(String... lines) {
        return of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), Format.JSON, Limits.WRITTEN);
    }

    /** The root of a text that must be without problem. */
    Node tree() {
        if (!problems.isEmpty()) {
            throw new AssertionError("refused: " + problems);
        }
        return root.orElseThrow();
    }

    /** The problems, one a line: {@code 3:5 field | message | value}. */
    List<String> lines() {
        return problems.stream()
                .map(p -> p.position().line() + ":" + p.position().column() + " " + p.field() + " | " + p.message()
                        + " | " + p.value())
                .toList();
    }
}
