package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check loads, seen in a JVM of its own: most of the time that it takes is the loading of classes. */
class LoadingTest {
    private static final String POLICY =
            "policy: shop\nversion: 1\nrules:\n  - id: all\n    when: { paths: [\"**\"] }\n    then: review\n";

    @TempDir
    private Path folder;

    @Test
    void aCheckUnderAPolicyFromYamlLoadsOnlyWhatItNeeds() throws Exception {
        DemoRepository repository = DemoRepository.create(folder);
        String base = repository.commit("Start", null, Map.of("a.txt", "one\n", ".imprimatur/policy.yaml", POLICY));
        repository.branch("main", base);
        repository.branch(
                "topic",
                repository.commit("Go on", base, Map.of("a.txt", "one\ntwo\n", ".imprimatur/policy.yaml", POLICY)));

        List<String> loaded = check();

        assertThat(loaded).anyMatch(line -> line.contains(" " + CheckCommand.class.getName() + " "));
        assertThat(loaded).anyMatch(line -> line.contains(" org.yaml.snakeyaml."));
        assertThat(loaded)
                .noneMatch(line -> line.contains(" org.hibernate.")
                        || line.contains(" com.fasterxml.jackson.databind.")
                        || line.contains(" com.google.")
                        || line.contains(" " + DemoCommand.class.getName() + " "));
    }

    private List<String> check() throws IOException, InterruptedException {
        Path loaded = folder.resolve("loaded");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        GateCli.class.getName(),
                        "check",
                        "--repo",
                        folder.toString(),
                        "--base",
                        "main",
                        "--head",
                        "topic")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        assertThat(status).isEqualTo(GateCli.REVIEW);
        return Files.readAllLines(loaded);
    }
}
