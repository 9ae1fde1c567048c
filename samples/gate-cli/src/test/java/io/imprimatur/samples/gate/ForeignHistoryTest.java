package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.core.json.Json;
import io.imprimatur.decision.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories as others leave them: merges, renames, links, submodules, binary files, names in no encoding. */
class ForeignHistoryTest {
    private static final ObjectMapper READER = new ObjectMapper();

    @TempDir
    Path folder;

    private RealGit git;

    @BeforeEach
    void makeAnOddHistory() throws IOException {
        git = RealGit.init(folder.resolve("odd")).write("src/auth/old.py", "pass\n".repeat(30));
        git.write("a.txt", "one\n").commit("Start");
        git.run("checkout", "-q", "-b", "side");
        git.write("side.txt", "side\n").commit("Go aside");
        git.run("checkout", "-q", "main");
        git.write("a.txt", "one\ntwo\n").commit("Go on");
        git.run("checkout", "-q", "-b", "topic");
        git.run("merge", "-q", "--no-edit", "side");
        git.run("mv", "src/auth/old.py", "src/auth/new.py");
        git.commit("Rename");
        Files.write(git.folder().resolve("logo.bin"), new byte[] {1, 0, 2, 0});
        Files.createSymbolicLink(git.folder().resolve("link"), Path.of("../outside"));
        git.commit("Add a binary file and a link that leads outside");
        // A submodule of which nothing is here.
        git.run("update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",vendor/other");
        git.run("commit", "-q", "-m", "Add a submodule");
        nameInNoEncoding();
    }

    /** Adds a file called {@code caf\xe9.txt} in Latin-1, whatever the file system thinks of such a name. */
    private void nameInNoEncoding() throws IOException {
        String blob = git.run("hash-object", "-w", "a.txt");
        Path index = folder.resolve("entry");
        Files.write(index, ("100644 " + blob + "\tcaf\u00e9.txt\0").getBytes(StandardCharsets.ISO_8859_1));
        ProcessBuilder builder = new ProcessBuilder(
                        "git", "-C", git.folder().toString(), "update-index", "-z", "--index-info")
                .redirectInput(index.toFile());
        assertThat(GateRun.of(builder).status()).isZero();
        git.run("commit", "-q", "-m", "Add a name in Latin-1");
    }

    /** Under a policy by which every path is a reason. */
    private GateRun check(Format format) throws IOException {
        Path policy = Files.writeString(
                folder.resolve("policy.yaml"),
                "policy: every-path\nrules: [{ id: all, when: { paths: ['**'] }, then: review }]\n");
        return GateRun.process(
                "check",
                "--repo",
                git.folder().toString(),
                "--base",
                "main",
                "--head",
                "topic",
                "--policy",
                policy.toString(),
                "--format",
                format.name());
    }

    @Test
    void jsonNamesEachOddThing() throws IOException {
        GateRun run = check(Format.JSON);
        assertThat(run.status()).as(run.all()).isEqualTo(GateCli.REVIEW);
        Decision decision = Json.DECISION.read(run.out().getBytes(StandardCharsets.UTF_8), "decision.json");
        assertThat(decision.fired().get(0).reasons())
                .extracting(reason -> String.valueOf(reason.location()))
                .containsExactly("caf\\xE9.txt", "link", "logo.bin", "side.txt", "src/auth/new.py", "vendor/other");
        assertThat(READER.readTree(run.out()).at("/fired/0/rule/id").asText()).isEqualTo("all");
    }

    @Test
    void sarifNamesEveryPlaceByItsBytes() throws IOException {
        JsonNode log = READER.readTree(check(Format.SARIF).out());
        assertThat(log.findValuesAsText("uri")).contains("caf%E9.txt", "link", "vendor/other");
        assertThat(log.findValuesAsText("uri")).noneMatch(uri -> uri.matches(".*[^!-~].*"));
    }

    @Test
    void textAndMarkdownSayTheSame() throws IOException {
        for (Format format : new Format[] {Format.TEXT, Format.MARKDOWN}) {
            GateRun run = check(format);
            assertThat(run.status()).as(run.all()).isEqualTo(GateCli.REVIEW);
            assertThat(run.out()).contains("src/auth/new.py", "6 files");
        }
    }

    @Test
    void thisRepositoryItselfIsJudged() throws IOException {
        Path here = Path.of("../..");
        Assumptions.assumeTrue(Files.exists(here.resolve(".git")), "this is no clone");
        for (Format format : Format.values()) {
            GateRun run = GateRun.process("check", "--repo", here.toString(), "--format", format.name());
            if (run.status() == GateCli.UNDECIDED) {
                assertThat(run.err())
                        .as("a clone of depth 1 has no parent to compare with")
                        .contains("shallow");
            } else {
                assertThat(run.err()).isEmpty();
                assertThat(run.out()).isNotBlank();
                if (format == Format.JSON || format == Format.SARIF) {
                    assertThat(READER.readTree(run.out()).isObject()).isTrue();
                }
            }
        }
    }
}
