package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.Change;
import io.imprimatur.error.ImprimaturException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitIndexTest {
    @TempDir
    Path directory;

    private RealGit git;

    @BeforeEach
    void repository() {
        RealGit.require();
        git = RealGit.init(directory.resolve("r"));
        git.write("in/a", "1\n").write("in/deep/b", "2\n").write("out/c", "3\n").write("top", "4\n");
        git.write("x".repeat(200) + "/" + "y".repeat(200) + "/" + "z".repeat(200), "5\n")
                .commit("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4"})
    void readsEveryVersion(String version) throws IOException {
        git.write("in/a", "changed\n").write("later", "x\n");
        git.run("add", "in/a");
        git.run("add", "--intent-to-add", "later");
        if (version.equals("2")) {
            git.run("reset", "-q", "later");
        }
        git.run("update-index", "--index-version", version);
        assertThat(Files.readAllBytes(git.directory().resolve(".git/index"))[7]).isEqualTo(Byte.parseByte(version));

        assertThat(summaries(ChangeSelection.staged())).containsExactly("MODIFIED in/a +1 -1");
        assertThat(summaries(ChangeSelection.workingTree()))
                .containsExactly("MODIFIED in/a +1 -1", "ADDED later +1 -0");
    }

    @Test
    void readsASparseIndex() {
        git.run("sparse-checkout", "init", "--cone", "--sparse-index");
        git.run("sparse-checkout", "set", "in");
        assertThat(git.directory().resolve("out")).doesNotExist();
        assertThat(git.run("ls-files", "--sparse")).contains("out/\n");

        assertThat(summaries(ChangeSelection.staged())).isEmpty();
        assertThat(summaries(ChangeSelection.workingTree())).isEmpty();
        git.write("in/a", "changed\n").write("out/c", "brought back\n");
        assertThat(summaries(ChangeSelection.workingTree()))
                .containsExactly("MODIFIED in/a +1 -1", "MODIFIED out/c +1 -1");
        try (GitRepository repository = GitRepository.open(git.directory())) {
            GitChange read = repository.change("r", ChangeSelection.workingTree());
            assertThat(GitRepositoryTest.text(read.content().head(), "top")).isEqualTo("4\n");
        }
    }

    @Test
    void readsAnIndexWithItsExtensions() {
        git.run("config", "core.untrackedCache", "true");
        git.run("update-index", "--untracked-cache");
        git.run("config", "index.threads", "2");
        git.run("status");
        assertThat(summaries(ChangeSelection.staged())).isEmpty();
    }

    @Test
    void refusesASplitIndexAndAConflict() {
        git.run("update-index", "--split-index");
        assertThatThrownBy(() -> summaries(ChangeSelection.staged())).hasMessageContaining("--no-split-index");
        git.run("update-index", "--no-split-index");
        git.run("checkout", "-q", "-b", "side");
        git.write("top", "side\n").commit("side");
        git.run("checkout", "-q", "main");
        git.write("top", "main\n").commit("main");
        assertThat(git.attempt(new byte[0], "merge", "side").exit()).isNotZero();
        assertThatThrownBy(() -> summaries(ChangeSelection.staged()))
                .hasMessageContaining("merge conflict, at top")
                .hasMessageContaining("resolve");
    }

    @Test
    void aDamagedIndexIsRefusedWhateverTheDamage() throws IOException {
        Path file = git.directory().resolve(".git/index");
        byte[] index = Files.readAllBytes(file);
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(index, i % 3 == 0 ? random.nextInt(index.length) : index.length);
            for (int j = 0; j < 3 && damaged.length > 12; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            // Without a hash to hold it to, as index.skipHash leaves it.
            Arrays.fill(damaged, Math.max(0, damaged.length - 20), damaged.length, (byte) 0);
            Files.write(file, damaged);
            try {
                summaries(ChangeSelection.staged());
            } catch (ImprimaturException refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
        byte[] flipped = index.clone();
        flipped[40]++;
        Files.write(file, flipped);
        assertThatThrownBy(() -> summaries(ChangeSelection.staged())).hasMessageContaining("hash");
    }

    private List<String> summaries(ChangeSelection selection) {
        try (GitRepository repository = GitRepository.open(git.directory())) {
            Change change = repository.change("r", selection).change();
            assertThat(change.unread()).isEmpty();
            return GitRepositoryTest.summaries(change);
        }
    }
}
