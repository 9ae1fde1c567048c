package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.secrets.SecretSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is staged and what is only on disk, of a repository that git itself made. */
class UncommittedTest {
    @TempDir
    Path folder;

    private RealGit git;

    @BeforeEach
    void makeARepository() throws IOException {
        git = RealGit.init(folder).write("a.txt", "one\n").commit("Start");
        git.write("src/auth/staged.py", "pass\n").run("add", "src/auth/staged.py");
        git.write("src/auth/on-disk.py", "pass\n");
    }

    private GateRun check(String what, Format format) throws IOException {
        return GateRun.process("check", "--repo", folder.toString(), what, "--format", format.name());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsStagedIsJudged(Format format) throws IOException {
        GateRun run = check("--staged", format);
        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.REVIEW);
        assertThat(run.out()).contains("src/auth/staged.py").doesNotContain("on-disk.py");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOnDiskIsJudged(Format format) throws IOException {
        GateRun run = check("--worktree", format);
        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.REVIEW);
        assertThat(run.out()).contains("src/auth/staged.py", "src/auth/on-disk.py");
    }

    @ParameterizedTest
    @EnumSource
    void aStagedTokenBlocks(Format format) throws IOException {
        String token = SecretSample.of("aws-access-key-id", 1).text();
        git.write("key.txt", "key = " + token + "\n").run("add", "key.txt");
        GateRun run = check("--staged", format);
        assertThat(run.status()).isEqualTo(GateCli.BLOCK);
        assertThat(run.all()).contains("aws-access-key-id");
        assertThat(run.all().contains(token)).as("shows the token").isFalse();
    }

    @Test
    void aPolicyThatCannotBeReadOnDiskGoesToAPerson() throws IOException, InterruptedException {
        Path other = folder.resolve("other");
        git = RealGit.init(other)
                .write(".imprimatur/policy.yaml", "policy: p\nrules: []\n")
                .commit("Start");
        Path policy = other.resolve(".imprimatur/policy.yaml");
        Files.delete(policy);
        // Whoever reads it waits for a writer; git takes it for no file.
        Process made =
                new ProcessBuilder("mkfifo", policy.toString()).inheritIO().start();
        assertThat(made.waitFor()).isZero();
        GateRun run = GateRun.process("check", "--repo", other.toString(), "--worktree");
        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.REVIEW);
        assertThat(run.out()).contains("imprimatur.judge-changed", ".imprimatur/policy.yaml could not be read");
    }
}
