package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicyDocument;
import io.imprimatur.policy.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every example in the description of the format is a policy. */
class PolicyDocumentationTest {
    private static final Path DOCUMENT = Path.of("..", "samples", "docs", "policy-file.md");

    @Test
    void everyExampleIsRead() throws IOException {
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(7);
        for (String example : examples) {
            Policy policy = read(example);
            assertThat(policy.rules()).isNotEmpty();
            assertThat(PolicyWriter.yaml(read(PolicyWriter.yaml(policy)))).isEqualTo(PolicyWriter.yaml(policy));
        }
    }

    @Test
    void theLayeredExampleHasTheRulesThatThePageNames() throws IOException {
        Policy layered = examples(Files.readString(DOCUMENT)).stream()
                .map(PolicyDocumentationTest::read)
                .filter(policy -> !policy.layers().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(layered.rules())
                .extracting(Rule::label)
                .containsExactly("acme-baseline: no-secrets", "auth", "prices");
    }

    @Test
    void theMessageThatItShowsIsTheReadersOwn() throws IOException {
        String broken = examples().get(0).replace("severity:", "serverity:");
        assertThat(Refusal.of(broken, ".imprimatur/policy.yaml").problems())
                .hasToString("[" + shownMessage(Files.readString(DOCUMENT)) + "]");
    }

    private static String shownMessage(String document) {
        return document.lines()
                .filter(line -> line.startsWith("    .imprimatur/policy.yaml:"))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    static List<String> examples() throws IOException {
        return examples(Files.readString(DOCUMENT));
    }

    private static List<String> examples(String document) {
        List<String> examples = new ArrayList<>();
        for (String block : document.split("```yaml\n", -1)) {
            if (block.startsWith("policy:") || block.startsWith("# .imprimatur/")) {
                examples.add(block.substring(0, block.indexOf("```")));
            }
        }
        return examples;
    }

    private static Policy read(String yaml) {
        return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "example.yaml", PolicyDocumentationTest::layer);
    }

    /** The example that says in its first line which file it is. */
    private static Optional<PolicyDocument> layer(String name) {
        try {
            return examples(Files.readString(DOCUMENT)).stream()
                    .filter(example -> example.startsWith("# .imprimatur/" + name + ".yaml\n"))
                    .map(example -> new PolicyDocument(name + ".yaml", example.getBytes(StandardCharsets.UTF_8)))
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
