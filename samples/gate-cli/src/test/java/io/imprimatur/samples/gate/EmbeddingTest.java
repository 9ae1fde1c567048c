package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.Gate;
import io.imprimatur.core.scan.Scanners;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.Verdict;
import io.imprimatur.git.ChangeSelection;
import io.imprimatur.git.GitChange;
import io.imprimatur.git.GitRepository;
import io.imprimatur.secrets.SecretsProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedding example of the README, compiled and run. */
class EmbeddingTest {

    // README
    static Verdict judge(Path directory) {
        try (GitRepository repository = GitRepository.open(directory);
                Gate gate = Gate.builder()
                        .scanners(Scanners.of(new SecretsProvider()))
                        .build()) {
            GitChange change = repository.change("acme/shop", ChangeSelection.range("main", "assistant"));
            Decision decision = gate.check(change.change(), change.content()).decision();
            decision.fired().forEach(rule -> System.out.println(rule.rule().id() + ": " + rule.verdict()));
            return decision.verdict();
        }
    }
    // README

    @Test
    void judgesAChangeOfARepository(@TempDir Path directory) throws IOException {
        DemoRepository repository = DemoRepository.create(directory);
        String base = repository.commit("Start", null, Map.of("a.txt", "one\n"));
        repository.branch("main", base);
        repository.branch("assistant", repository.commit("Go on", base, Map.of("a.txt", "one\ntwo\n")));
        assertThat(judge(directory)).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void theReadmeShowsWhatIsRunHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/imprimatur/samples/gate/EmbeddingTest.java"));
        String example = source.split("    // README\n", -1)[1]
                .lines()
                .map(line -> line.isEmpty() ? line : line.substring(4))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(Files.readString(Path.of("../../README.md"))).contains("```java\n" + example + "```");
    }
}
