package io.imprimatur.core.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What drafts load, seen in a JVM of its own on the class path; all other tests run on the module path. */
class LoadingTest {
    @TempDir
    private Path folder;

    @Test
    void theOtherTestsRunOnTheModulePath() {
        assertThat(Drafts.class.getModule().getName()).isEqualTo("io.imprimatur.core");
    }

    @Test
    void rightDraftsDoNotLoadTheValidator() throws Exception {
        Run run = run("acme.team", "acme.size");

        assertThat(run.out).containsExactly("class path", "acme.team", "acme.size");
        assertThat(run.err).isEmpty();
        assertThat(run.loaded).anyMatch(line -> line.contains("io.imprimatur.core.draft.Drafts "));
        assertThat(run.loaded).noneMatch(line -> line.contains(" org.hibernate.") || line.contains(" jakarta."));
    }

    @Test
    void aWrongDraftLoadsItWhichSaysItsVersionAndNothingElse() throws Exception {
        Run run = run("acme.team", "Acme Size");

        assertThat(run.out)
                .containsExactly(
                        "class path",
                        "acme.team",
                        "invalid-draft: name: must be lower-case letters and digits in words joined by one of . _ / -,"
                                + " but was: Acme Size");
        assertThat(run.loaded).anyMatch(line -> line.contains(" org.hibernate.validator."));
        assertThat(run.err).hasSize(2);
        assertThat(run.err.get(1)).startsWith("INFO: HV000001: Hibernate Validator");
    }

    private record Run(List<String> out, List<String> err, List<String> loaded) {}

    private Run run(String... names) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Path loaded = folder.resolve("loaded");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + loaded,
                "-Duser.language=en",
                "-cp",
                classPath(),
                ClassPathProgram.class.getName()));
        command.addAll(List.of(names));
        int status = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        assertThat(status).as("err: %s", Files.readString(err)).isZero();
        return new Run(Files.readAllLines(out), Files.readAllLines(err), Files.readAllLines(loaded));
    }

    /** Everything that the module path and the class path of the tests have. */
    private static String classPath() {
        return Stream.of(
                        Path.of("target", "test-classes").toAbsolutePath().toString(),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""))
                .filter(path -> !path.isEmpty())
                .reduce((left, right) -> left + File.pathSeparator + right)
                .orElseThrow();
    }
}
