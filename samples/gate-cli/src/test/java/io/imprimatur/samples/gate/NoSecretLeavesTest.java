package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.secrets.SecretSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret of each kind that the scanner knows goes in, wherever one can, and no part of it comes out. */
class NoSecretLeavesTest {
    /** Fewer characters of a secret are not taken for a leak: chance alone puts them into a digest. */
    private static final int WINDOW = 8;

    private static final List<SecretSample> SAMPLES = SecretSample.ofEachKind(7);

    @TempDir
    Path folder;

    private ShopRepository shop;

    @BeforeEach
    void makeARepository() throws IOException {
        shop = ShopRepository.in(folder);
    }

    private static void noneIsIn(GateRun run) {
        String said = run.all();
        Set<String> windows = new HashSet<>();
        for (int i = 0; i + WINDOW <= said.length(); i++) {
            windows.add(said.substring(i, i + WINDOW));
        }
        for (SecretSample sample : SAMPLES) {
            for (String secret : sample.secrets()) {
                for (int i = 0; i + WINDOW <= secret.length(); i++) {
                    // What the assertion says must not show what it found.
                    boolean seen = windows.contains(secret.substring(i, i + WINDOW));
                    assertThat(seen)
                            .as("a part of a " + sample.kind() + " is seen")
                            .isFalse();
                }
            }
        }
    }

    /** One file a secret: a secret that begins where another ends is neither. */
    private static Map<String, String> aFileForEach() {
        Map<String, String> files = new HashMap<>(Map.of("a.txt", "one\n"));
        for (SecretSample sample : SAMPLES) {
            files.put("src/" + sample.kind() + ".txt", "x = '" + sample.text() + "'\n");
        }
        return files;
    }

    @ParameterizedTest
    @EnumSource
    void ofAFile(Format format) throws IOException {
        shop.change(aFileForEach());
        GateRun run = GateRun.here(shop.check("--format", format.name()));
        assertThat(run.status()).isEqualTo(GateCli.BLOCK);
        noneIsIn(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-secrets", "findings", "high-risk", "large-ai-change", "access-and-money"})
    void ofAFileWhoseRulesAreExplained(String rule) throws IOException {
        shop.change(aFileForEach());
        GateRun run = GateRun.here(shop.check("--explain", rule));
        assertThat(run.status()).isEqualTo(GateCli.BLOCK);
        assertThat(run.out()).contains(rule);
        noneIsIn(run);
    }

    @Test
    void thoughEachOfThemIsFound() throws IOException {
        shop.change(aFileForEach());
        Set<String> found = new HashSet<>();
        JsonNode log = new ObjectMapper()
                .readTree(GateRun.here(shop.check("--format", "sarif")).out());
        log.at("/runs/0/results")
                .forEach(result -> found.add(result.at("/ruleId").asText()));
        assertThat(SAMPLES).allSatisfy(sample -> assertThat(found).contains("secrets/" + sample.kind()));
    }

    @Test
    void ofAFileToAReport() throws IOException {
        shop.change(aFileForEach());
        Path report = folder.resolve("report.txt");
        GateRun run = GateRun.process(shop.check("--output", report.toString()));
        assertThat(run.status()).isEqualTo(GateCli.BLOCK);
        noneIsIn(new GateRun(run.status(), run.all(), Files.readString(report)));
    }

    @ParameterizedTest
    @EnumSource
    void ofTheNameOfAFile(Format format) throws IOException {
        Map<String, String> files = new HashMap<>(Map.of("a.txt", "one\n"));
        for (SecretSample sample : SAMPLES) {
            if (!sample.text().contains("//")) {
                files.put("src/auth/(" + sample.text() + ")/login.py", "pass\n");
            }
        }
        shop.change(files);
        GateRun run = GateRun.here(shop.check("--format", format.name()));
        noneIsIn(run);
        noneIsIn(GateRun.here(shop.check("--explain", "no-secrets")));
        noneIsIn(GateRun.here(shop.check("--explain", "access-and-money")));
        assertThat(run.status())
                .as("a name that holds a secret is a secret in the history")
                .isEqualTo(GateCli.BLOCK);
    }

    @ParameterizedTest
    @EnumSource
    void ofACommitMessage(Format format) throws IOException {
        StringBuilder message = new StringBuilder("Change\n\n");
        for (SecretSample sample : SAMPLES) {
            String text = sample.text().replace('\n', ' ');
            message.append("Assisted-by: " + text + "\n");
            message.append("Co-authored-by: " + text + " <" + text + "@example.org>\n");
        }
        shop.change(message.toString(), Map.of("a.txt", "one\n", "src/auth/login.py", "pass\n"));
        GateRun run = GateRun.here(shop.check("--format", format.name()));
        assertThat(run.status()).isEqualTo(GateCli.REVIEW);
        noneIsIn(run);
        noneIsIn(GateRun.here(shop.check("--explain", "large-ai-change")));
    }

    /** Tools and models are read from what commits say, in small letters, and come out where a rule asks for them. */
    @Test
    void ofACommitMessageWhoseModelsAreExplained() throws IOException {
        String policy = """
                policy: p
                rules:
                  - id: models
                    when: { any: [{ ai: { model: { not-in: [m] } } }, { ai: { tool: { not-in: [t] } } }] }
                    then: review
                  - { id: records, when: { not-recorded: [model, tool, requester, developer-of-record] }, then: review }
                """;
        shop.start(Map.of("a.txt", "one\n", ".imprimatur/policy.yaml", policy));
        StringBuilder message = new StringBuilder("Change\n\n");
        for (SecretSample sample : SAMPLES) {
            String text = sample.text().replace('\n', ' ');
            for (String said : List.of("Assisted-by: ", "Made-with: ", "AI-Model: ", "Assisted-by: agent:")) {
                message.append(said + text + "\n");
            }
            message.append("Co-authored-by: Claude " + text + " <noreply@anthropic.com>\n");
        }
        shop.change(message.toString(), Map.of("a.txt", "two\n", ".imprimatur/policy.yaml", policy));
        for (String rule : List.of("models", "records")) {
            GateRun run = GateRun.here(shop.check("--explain", rule));
            assertThat(run.status()).as(run.err()).isEqualTo(GateCli.REVIEW);
            assertThat(run.out()).contains(rule);
            noneIsIn(run);
        }
        for (Format format : Format.values()) {
            noneIsIn(GateRun.here(shop.check("--format", format.name())));
        }
    }

    @Test
    void ofAPolicyWithMistakes() throws IOException {
        for (SecretSample sample : SAMPLES) {
            String value = sample.text().replace("\n", "\\n");
            String padded = "x ".repeat(80) + value;
            Path policy = Files.writeString(folder.resolve("p.yaml"), """
                    policy: "%1$s"
                    "%1$s": 1
                    version: "%2$s"
                    rules:
                      - id: a
                        when: { paths: ["[%1$s"] }
                        then: "%1$s"
                        because: %3$s
                      - { id: b, when: { "%1$s": "%1$s" }, then: { review: { by: "%1$s" } } }
                    """.formatted(
                            value, padded, sample.text().replace("\n", "\n        ")));
            GateRun run = GateRun.here("policy", "check", policy.toString());
            assertThat(run.status()).isEqualTo(GateCli.UNDECIDED);
            noneIsIn(run);
        }
    }

    @Test
    void ofAPolicyWithoutAnotherMistake() throws IOException {
        for (SecretSample sample : SAMPLES) {
            String policy =
                    "policy: p\nversion: 1\nrules:\n  - { id: all, when: { paths: ['**'] }, then: block, because: \""
                            + sample.text().replace("\n", "\\n") + "\" }\n";
            shop.start(Map.of("a.txt", "one\n", ".imprimatur/policy.yaml", policy));
            shop.change(Map.of("a.txt", "two\n", ".imprimatur/policy.yaml", policy));
            GateRun run = GateRun.here(shop.check());
            assertThat(run.status()).isEqualTo(GateCli.UNDECIDED);
            assertThat(run.err()).contains(".imprimatur/policy.yaml:4:");
            noneIsIn(run);
        }
    }

    @Test
    void ofAnArgument() {
        String repository = folder.toString();
        for (SecretSample sample : SAMPLES) {
            String text = sample.text();
            for (GateRun run : List.of(
                    GateRun.here("check", "--repo", repository, "--base", text),
                    GateRun.here("check", "--repo", repository, "--head", "x".repeat(150) + " " + text + "^{x}"),
                    GateRun.here("check", "--repo", repository, "--policy", text),
                    GateRun.here("check", "--format", text),
                    GateRun.here("check", "--token=" + text),
                    GateRun.here(text),
                    GateRun.here("policy", "check", repository, text))) {
                assertThat(run.status()).isIn(GateCli.USAGE, GateCli.UNDECIDED);
                noneIsIn(run);
            }
        }
    }

    @Test
    void ofTheRuleToExplain() {
        String all = String.join(" ", SAMPLES.stream().map(SecretSample::text).toList());
        GateRun run = GateRun.here(shop.check("--explain", all));
        assertThat(run.status()).isIn(GateCli.USAGE, GateCli.UNDECIDED);
        noneIsIn(run);
    }

    @Test
    void ofTheNameOfAFolder() {
        for (SecretSample sample : SAMPLES) {
            // No folder is called by what has two slashes.
            if (!sample.text().contains("//")) {
                String name = folder.resolve("(" + sample.text() + ")").toString();
                for (GateRun run : List.of(
                        GateRun.here("check", "--repo", name),
                        GateRun.here("init", "--repo", name),
                        GateRun.here("policy", "check", name),
                        GateRun.here(shop.check("--output", name + "/report.txt")))) {
                    noneIsIn(run);
                }
            }
        }
    }

    @Test
    void ofARepositoryThatIsDamaged() throws IOException {
        for (SecretSample sample : SAMPLES) {
            Files.writeString(folder.resolve(".git/HEAD"), sample.text());
            GateRun run = GateRun.here("check", "--repo", folder.toString());
            assertThat(run.status()).isEqualTo(GateCli.UNDECIDED);
            noneIsIn(run);
            Files.writeString(folder.resolve(".git/HEAD"), "ref: refs/heads/" + sample.text());
            noneIsIn(GateRun.here("check", "--repo", folder.toString()));
        }
    }
}
