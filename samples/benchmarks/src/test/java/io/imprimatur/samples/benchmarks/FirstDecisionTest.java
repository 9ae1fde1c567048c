package io.imprimatur.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.policy.PolicyWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands between a fresh JVM and a first decision: not how long it takes, but what it loads. */
class FirstDecisionTest {
    @TempDir
    private Path folder;

    @Test
    void aBuiltPolicyDecidesWithoutReadersAndValidators() throws Exception {
        Run run = run();

        assertThat(run.out).singleElement().asString().startsWith("BLOCK sha256:");
        assertThat(run.loaded).anyMatch(line -> line.contains(" io.imprimatur.core.decide.Decider "));
        assertThat(run.loaded)
                .noneMatch(line -> line.contains(" org.hibernate.")
                        || line.contains(" com.fasterxml.")
                        || line.contains(" org.yaml.")
                        || line.contains(" com.google."));
    }

    @Test
    void aPolicyFromYamlNeedsItsParserAlone() throws Exception {
        Run run = run("yaml");

        assertThat(run.out).singleElement().asString().startsWith("BLOCK sha256:");
        assertThat(run.loaded).anyMatch(line -> line.contains(" org.yaml.snakeyaml."));
        assertThat(run.loaded)
                .noneMatch(line -> line.contains(" org.hibernate.")
                        || line.contains(" com.fasterxml.jackson.databind.")
                        || line.contains(" com.google."));
    }

    @Test
    void bothPoliciesAreTheSameAndGiveTheSameBytes() throws Exception {
        assertThat(PolicyWriter.digest(SamplePolicy.read())).isEqualTo(PolicyWriter.digest(SamplePolicy.built()));
        assertThat(run("yaml").out).isEqualTo(run().out);
    }

    private record Run(List<String> out, List<String> loaded) {}

    private Run run(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path loaded = folder.resolve("loaded");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                FirstDecision.class.getName()));
        command.addAll(List.of(arguments));
        int status = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        assertThat(status).isZero();
        return new Run(Files.readAllLines(out), Files.readAllLines(loaded));
    }
}
