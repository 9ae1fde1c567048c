package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.policy.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every example in the description of the format is a policy. */
class PolicyDocumentationTest {
    private static final Path DOCUMENT = Path.of("..", "samples", "docs", "policy-file.md");

    @Test
    void everyExampleIsRead() throws IOException {
        List<String> examples = examples(Files.readString(DOCUMENT));
        assertThat(examples).hasSizeGreaterThanOrEqualTo(7);
        for (String example : examples) {
            Policy policy = read(example);
            assertThat(policy.rules()).isNotEmpty();
            assertThat(Placeless.of(read(PolicyWriter.yaml(policy)))).isEqualTo(Placeless.of(policy));
        }
    }

    @Test
    void theMessageThatItShowsIsTheReadersOwn() throws IOException {
        String broken = examples(Files.readString(DOCUMENT)).get(0).replace("severity:", "serverity:");
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

    private static List<String> examples(String document) {
        List<String> examples = new ArrayList<>();
        for (String block : document.split("```yaml\n", -1)) {
            if (block.startsWith("policy:")) {
                examples.add(block.substring(0, block.indexOf("```")));
            }
        }
        return examples;
    }

    private static Policy read(String yaml) {
        return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "example.yaml");
    }
}
