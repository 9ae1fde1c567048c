package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gate as a process of its own, on repositories made for each test. */
class GateCliTest {
    private record Result(int status, String out, String err) {
        String all() {
            return out + err;
        }
    }

    @TempDir
    Path folder;

    private DemoRepository repository;
    private String base;

    @BeforeEach
    void makeARepository() throws IOException {
        repository = DemoRepository.create(folder);
        base = repository.commit("Start", null, Map.of("a.txt", "one\n"));
        repository.branch("main", base);
    }

    private void change(Map<String, String> files) throws IOException {
        repository.branch("topic", repository.commit("Change", base, files));
    }

    private Result check(String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("check", "--repo", folder.toString(), "--base", "main", "--head", "topic"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static Result run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                GateCli.class.getName()));
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile("imprimatur-test", ".err");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(err.toFile()).start();
            String out;
            try (InputStream stream = process.getInputStream()) {
                out = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
            return new Result(process.waitFor(), out, Files.readString(err));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            Files.delete(err);
        }
    }

    @Test
    void aHarmlessChangeIsAllowed() throws IOException {
        change(Map.of("a.txt", "one\ntwo\n"));
        Result result = check();
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).startsWith("allow").contains("starter policy");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aSensitivePathGoesToReview() throws IOException {
        change(Map.of("a.txt", "one\n", "src/auth/login.py", "pass\n"));
        Result result = check();
        assertThat(result.status()).as(result.all()).isEqualTo(10);
        assertThat(result.out()).contains("src/auth/login.py", "What clears it");
    }

    @Test
    void whatChangesTheJudgeGoesToReviewUnderTheOldPolicy() throws IOException {
        change(Map.of("a.txt", "one\n", ".imprimatur/policy.yaml", "policy: anything\nversion: 1\nrules: []\n"));
        Result result = check();
        assertThat(result.status()).as(result.all()).isEqualTo(10);
        assertThat(result.out()).contains("imprimatur.judge-changed", "starter policy");
    }

    @Test
    void thePolicyOfTheTargetDecides() throws IOException {
        String policy =
                "policy: strict\nversion: 7\nrules:\n  - id: nothing-at-all\n    when: { paths: [\"**\"] }\n    then: block\n";
        base = repository.commit("Start", null, Map.of("a.txt", "one\n", ".imprimatur/policy.yaml", policy));
        repository.branch("main", base);
        change(Map.of("a.txt", "two\n", ".imprimatur/policy.yaml", policy));
        Result result = check();
        assertThat(result.status()).as(result.all()).isEqualTo(20);
        assertThat(result.out()).contains("nothing-at-all", "strict version 7");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aTokenBlocksAndIsShownInNoFormat(Format format) throws IOException {
        String token = token();
        change(Map.of("a.txt", "one\ntoken = \"" + token + "\"\n"));
        Result result = check("--format", format.name().toLowerCase(Locale.ROOT));
        assertThat(result.status()).as("status").isEqualTo(20);
        assertThat(result.out()).contains("github-personal-token");
        assertThat(result.all().contains(token.substring(4)))
                .as("shows the token")
                .isFalse();
    }

    @Test
    void theSameChangeGivesTheSameBytes() throws IOException {
        change(Map.of("a.txt", "one\ntwo\n", "src/auth/x.py", "pass\n"));
        assertThat(check("--format", "json").out())
                .isEqualTo(check("--format", "json").out());
    }

    @Test
    void whatCannotBeDecidedEndsWithThree() throws IOException {
        Result result = run("check", "--repo", folder.resolve("nowhere").toString());
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).startsWith("error: ");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void wrongUsageEndsWithTwo() throws IOException {
        assertThat(run("check", "--nonsense").status()).isEqualTo(2);
        assertThat(run("check", "--staged", "--worktree").status()).isEqualTo(2);
        assertThat(run("check", "--staged", "--head", "HEAD").status()).isEqualTo(2);
    }

    @Test
    void aBrokenPolicySaysEveryMistakeWithItsPlace() throws IOException {
        Path policy = Files.writeString(folder.resolve("p.yaml"), "policy: P\nversion: 0\nrulez: []\n");
        Result result = run("policy", "check", policy.toString());
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("p.yaml:1:9:", "p.yaml:2:10:", "p.yaml:3:1:", "did you mean rules?");
    }

    @Test
    void initWritesAPolicyThatIsReadAndNeverOverwritesOne() throws IOException {
        Result first = run("init", "--repo", folder.toString());
        assertThat(first.status()).as(first.all()).isZero();
        Path policy = folder.resolve(".imprimatur/policy.yaml");
        assertThat(run("policy", "check", policy.toString()).status()).isZero();
        assertThat(run("init", "--repo", folder.toString()).status()).isEqualTo(3);
    }

    @Test
    void aReportGoesToAFileWhole() throws IOException {
        change(Map.of("a.txt", "one\ntwo\n"));
        Path file = folder.resolve("report.md");
        Result result = check("--format", "markdown", "--output", file.toString());
        assertThat(result.out()).isEmpty();
        assertThat(Files.readString(file)).startsWith("## Imprimatur");
    }

    @Test
    void theDemoShowsABlockAndSucceeds() throws IOException {
        Result result = run("demo");
        assertThat(result.status()).as(result.all()).isZero();
        assertThat(result.out()).contains("block[no-secrets]", "src/auth/login.py", "status 20");
    }

    /** Shaped as a GitHub token, with the checksum that makes one valid, and nobody's. */
    private static String token() {
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        String body = "aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0";
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        StringBuilder checksum = new StringBuilder();
        for (long rest = crc.getValue(); checksum.length() < 6; rest /= 62) {
            checksum.insert(0, alphabet.charAt((int) (rest % 62)));
        }
        return "ghp" + "_" + body + checksum;
    }
}
