package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.Change;
import io.imprimatur.change.Person;
import io.imprimatur.change.RepoPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OddNamesTest {
    /** One character a byte. */
    private static final List<String> NAMES = List.of(
            "plain",
            "with space",
            " ",
            "\"quoted\"",
            "new\nline",
            "tab\tbed",
            "back\\slash",
            "caf\u00e9",
            "caf\u00c3\u00a9",
            "\u00ff\u00fe\u0080",
            "-n",
            "dir/\u00e9/x",
            "%41",
            "A");

    @TempDir
    Path directory;

    private RealGit git;

    @BeforeEach
    void repository() {
        RealGit.require();
        git = RealGit.init(directory.resolve("r"));
    }

    @Test
    void pathsAreBytesInCommitIndexAndWorkingTree() throws IOException {
        git.run("commit", "-q", "--allow-empty", "-m", "empty");
        for (String name : NAMES) {
            Path file = BytePath.resolve(git.directory(), name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "content of " + name.length() + "\n");
        }
        // What git itself calls them.
        List<String> listed = List.of(git.run("ls-files", "-z", "--others").split("\0"));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(NAMES);
        try (GitRepository repository = GitRepository.open(git.directory())) {
            holdsAll(repository.change("r", ChangeSelection.workingTree()));
            git.run("add", "-A");
            holdsAll(repository.change("r", ChangeSelection.staged()));
            holdsAll(repository.change("r", ChangeSelection.workingTree()));
            git.run("commit", "-q", "-m", "odd");
            holdsAll(repository.change("r", ChangeSelection.commit("HEAD")));
            assertThat(repository
                            .change("r", ChangeSelection.workingTree())
                            .change()
                            .files())
                    .isEmpty();
        }
    }

    private static void holdsAll(GitChange read) {
        Change change = read.change();
        assertThat(change.files().stream().map(file -> new String(file.path().bytes(), StandardCharsets.ISO_8859_1)))
                .containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(change.unread()).isEmpty();
        for (String name : NAMES) {
            RepoPath path = RepoPath.ofBytes(name.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(read.content().head().read(path, 100))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("content of " + name.length() + "\n");
        }
    }

    @Test
    void aPathMayHaveFourThousandAndNinetySixBytesAndNoMore() {
        importFile("d/".repeat(2000) + "x".repeat(96));
        try (GitRepository repository = GitRepository.open(git.directory())) {
            Change change =
                    repository.change("r", ChangeSelection.commit("main")).change();
            assertThat(change.files().get(0).path().bytes()).hasSize(4096);
        }
        importFile("d/".repeat(2000) + "x".repeat(97));
        try (GitRepository repository = GitRepository.open(git.directory())) {
            assertThatThrownBy(() -> repository.change("r", ChangeSelection.commit("main")))
                    .hasMessageContaining("4096");
        }
    }

    private void importFile(String path) {
        String stream =
                "commit refs/heads/main\ncommitter C <c@x> 1700000000 +0000\ndata 1\nm\ndeleteall\nM 100644 inline "
                        + path + "\ndata 2\nx\n\n";
        git.bytes(stream.getBytes(StandardCharsets.ISO_8859_1), "fast-import", "--quiet", "--force");
    }

    @Test
    void commitsAreReadInTheEncodingThatTheyNameElseInOneThatTheyFit() throws IOException {
        Person utf8 = author("J\u00fcrgen".getBytes(StandardCharsets.UTF_8), null);
        Person latin = author("J\u00fcrgen".getBytes(StandardCharsets.ISO_8859_1), "ISO-8859-1");
        Person unmarked = author("J\u00fcrgen".getBytes(StandardCharsets.ISO_8859_1), null);
        Person unknown = author("J\u00fcrgen".getBytes(StandardCharsets.UTF_8), "no such encoding!");
        Person wrong = author(new byte[] {(byte) 0x81, (byte) 0xff}, "UTF-16");

        assertThat(List.of(utf8, latin, unmarked, unknown)).containsOnly(new Person("J\u00fcrgen", "j@example.org"));
        assertThat(wrong).isNotNull();
    }

    private Person author(byte[] name, String encoding) throws IOException {
        String tree = new String(git.bytes(new byte[0], "mktree"), StandardCharsets.US_ASCII).strip();
        ByteArrayOutputStream commit = new ByteArrayOutputStream();
        commit.writeBytes(("tree " + tree + "\nauthor ").getBytes(StandardCharsets.US_ASCII));
        commit.writeBytes(name);
        commit.writeBytes(" <j@example.org> 1700000000 +0000\ncommitter C <c@x> 1700000000 +0000\n"
                .getBytes(StandardCharsets.US_ASCII));
        if (encoding != null) {
            commit.writeBytes(("encoding " + encoding + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        commit.writeBytes("\nmessage\n".getBytes(StandardCharsets.US_ASCII));
        byte[] id = git.bytes(commit.toByteArray(), "hash-object", "-t", "commit", "-w", "--stdin", "--literally");
        try (GitRepository repository = GitRepository.open(git.directory())) {
            String commitId = new String(id, StandardCharsets.US_ASCII).strip();
            return repository
                    .change("r", ChangeSelection.commit(commitId))
                    .change()
                    .commits()
                    .get(0)
                    .author();
        }
    }
}
