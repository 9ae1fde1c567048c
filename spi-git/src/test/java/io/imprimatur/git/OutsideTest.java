package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.Change;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository cannot make us read what lies outside it. */
class OutsideTest {
    @TempDir
    Path directory;

    private RealGit git;

    @BeforeEach
    void repository() {
        RealGit.require();
        git = RealGit.init(directory.resolve("r")).write("a", "1\n");
        git.commit("one");
    }

    @Test
    void anAlternateOutsideIsRefusedUnlessAllowed() {
        Path shared = directory.resolve("shared");
        git.run("clone", "-q", "--shared", ".", shared.toString());

        assertThatThrownBy(() -> GitRepository.open(shared))
                .isInstanceOfSatisfying(
                        ImprimaturException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REPOSITORY_UNREADABLE))
                .hasMessageContaining("alternates")
                .hasMessageContaining("git repack");
        GitOptions options = GitOptions.DEFAULT.allow(git.directory());
        try (GitRepository repository = GitRepository.open(shared, options)) {
            assertThat(repository
                            .change("r", ChangeSelection.commit("HEAD"))
                            .change()
                            .files())
                    .hasSize(1);
        }
    }

    @Test
    void anAlternateThatIsMissingOrEndlessIsRefused() throws IOException {
        Path info = git.directory().resolve(".git/objects/info");
        Files.createDirectories(info);
        Files.writeString(info.resolve("alternates"), "/no/such/directory\n");
        assertThatThrownBy(() -> GitRepository.open(git.directory())).hasMessageContaining("not there");
        Files.writeString(info.resolve("alternates"), "../objects\n# comment\n\n.\n");
        GitRepository.open(git.directory()).close();
    }

    @Test
    void linksOutOfTheGitDirectoryAreNotFollowed() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "0123456789012345678901234567890123456789\n");
        Files.createSymbolicLink(git.directory().resolve(".git/refs/heads/stolen"), secret);
        Path other = RealGit.init(directory.resolve("other")).directory();
        try (GitRepository repository = GitRepository.open(git.directory())) {
            assertThatThrownBy(() -> repository.commitId("stolen")).hasMessageContaining("outside the repository");
        }
        Path objects = git.directory().resolve(".git/objects");
        Files.move(objects, directory.resolve("moved-objects"));
        Files.createSymbolicLink(objects, directory.resolve("moved-objects"));
        assertThatThrownBy(() -> GitRepository.open(git.directory())).hasMessageContaining("outside the repository");
        assertThat(other).isDirectory();
    }

    @Test
    void aPackThatIsALinkIsNotFollowed() throws IOException {
        git.run("gc", "-q");
        Path packs = git.directory().resolve(".git/objects/pack");
        try (var files = Files.list(packs)) {
            for (Path file : files.toList()) {
                Path moved = directory.resolve(file.getFileName());
                Files.move(file, moved);
                Files.createSymbolicLink(file, moved);
            }
        }
        assertThatThrownBy(() -> GitRepository.open(git.directory())).hasMessageContaining("outside the repository");
    }

    @Test
    void aGitDirectoryThatIsALinkOrNamedByAFileMustNameTheWorkingTreeInTurn() throws IOException {
        Path victim = RealGit.init(directory.resolve("victim"))
                .write("private", "p\n")
                .directory();
        new RealGit(victim).commit("private");
        Path trap = Files.createDirectories(directory.resolve("trap"));
        Files.writeString(trap.resolve(".git"), "gitdir: " + victim.resolve(".git") + "\n");
        assertThatThrownBy(() -> GitRepository.open(trap)).hasMessageContaining("does not name this working tree");
        Files.delete(trap.resolve(".git"));
        Files.createSymbolicLink(trap.resolve(".git"), victim.resolve(".git"));
        assertThatThrownBy(() -> GitRepository.open(trap)).hasMessageContaining("does not name this working tree");
        GitRepository.open(trap, GitOptions.DEFAULT.allow(victim)).close();
    }

    @Test
    void aCommonDirectoryThatDoesNotKnowTheWorktreeIsRefused() throws IOException {
        Path victim = RealGit.init(directory.resolve("victim"))
                .write("private", "p\n")
                .directory();
        new RealGit(victim).commit("private");
        Path trap = Files.createDirectories(directory.resolve("trap"));
        Path fake = Files.createDirectories(trap.resolve("fake"));
        Files.writeString(trap.resolve(".git"), "gitdir: fake\n");
        Files.writeString(fake.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(fake.resolve("gitdir"), trap.resolve(".git") + "\n");
        Files.writeString(fake.resolve("commondir"), victim.resolve(".git") + "\n");

        assertThatThrownBy(() -> GitRepository.open(trap)).hasMessageContaining("does not name this working tree");
    }

    @Test
    void aDirectoryOfTheWorkingTreeThatIsALinkIsNotEntered() throws IOException {
        git.write("dir/file", "x\n").commit("two");
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Files.writeString(outside.resolve("file"), "secret\n");
        Files.writeString(outside.resolve("other"), "secret\n");
        Files.delete(git.directory().resolve("dir/file"));
        Files.delete(git.directory().resolve("dir"));
        Files.createSymbolicLink(git.directory().resolve("dir"), outside);
        Files.createSymbolicLink(git.directory().resolve(".gitignore"), outside.resolve("file"));

        try (GitRepository repository = GitRepository.open(git.directory())) {
            Change change =
                    repository.change("r", ChangeSelection.workingTree()).change();
            assertThat(change.files())
                    .extracting(GitRepositoryTest::summary)
                    .containsExactly("ADDED .gitignore + -0", "ADDED dir + -0", "DELETED dir/file + -1");
        }
    }

    @Test
    void anIndexThatNamesPathsOutsideIsRefused() throws IOException {
        git.write("xx/xx/xxxx", "1\n");
        git.run("add", "-A");
        Path index = git.directory().resolve(".git/index");
        for (String path : new String[] {"../../out", ".git/hook1", "/etc/pass", "xx/./xxxx"}) {
            byte[] bytes = Files.readAllBytes(index);
            byte[] hostile = replaced(bytes, "xx/xx/xxxx", path);
            Files.write(index, hostile);
            try (GitRepository repository = GitRepository.open(git.directory())) {
                assertThatThrownBy(() -> repository.change("r", ChangeSelection.workingTree()))
                        .as(path)
                        .hasMessageContaining("does not allow");
            }
            Files.write(index, bytes);
        }
    }

    private static byte[] replaced(byte[] index, String from, String to) throws IOException {
        String text = new String(index, StandardCharsets.ISO_8859_1);
        String padded = to + "\0".repeat(from.length() - to.length());
        byte[] changed = text.replace(from, padded).getBytes(StandardCharsets.ISO_8859_1);
        int lengthAt = new String(changed, StandardCharsets.ISO_8859_1).indexOf(to) - 2;
        ByteBuffer.wrap(changed).putShort(lengthAt, (short) to.length());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(Arrays.copyOf(changed, changed.length - 20));
            System.arraycopy(hash, 0, changed, changed.length - 20, 20);
        } catch (java.security.NoSuchAlgorithmException absent) {
            throw new AssertionError(absent);
        }
        return changed;
    }

    @Test
    void aSubmoduleThatLeadsOutsideIsNamedAsUnread() throws IOException {
        Path victim = RealGit.init(directory.resolve("victim"))
                .write("private", "p\n")
                .directory();
        new RealGit(victim).commit("private");
        git.run("update-index", "--add", "--cacheinfo", "160000," + git.line("rev-parse", "HEAD") + ",lib");
        git.run("commit", "-q", "-m", "lib");
        Path lib = Files.createDirectories(git.directory().resolve("lib"));
        Files.writeString(lib.resolve(".git"), "gitdir: " + victim.resolve(".git"));

        try (GitRepository repository = GitRepository.open(git.directory())) {
            Change change =
                    repository.change("r", ChangeSelection.workingTree()).change();
            assertThat(change.files()).isEmpty();
            assertThat(change.unread())
                    .singleElement()
                    .satisfies(unread -> assertThat(unread.reason()).contains("outside the repository"));
        }
    }

    @Test
    void pipesAreNotOpened() throws Exception {
        Path ref = git.directory().resolve(".git/refs/heads/pipe");
        assertThat(new ProcessBuilder("mkfifo", ref.toString()).start().waitFor())
                .isZero();
        Path file = git.directory().resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();

        try (GitRepository repository = GitRepository.open(git.directory())) {
            assertThatThrownBy(() -> repository.commitId("pipe")).isInstanceOf(ImprimaturException.class);
            assertThat(repository
                            .change("r", ChangeSelection.workingTree())
                            .change()
                            .files())
                    .isEmpty();
        }
    }

    @Test
    void kindsOfRepositoriesThatAreNotSupportedAreNamed() throws IOException {
        Path sha256 = RealGit.init(directory.resolve("sha256"), "--object-format=sha256")
                .directory();
        assertThatThrownBy(() -> GitRepository.open(sha256)).hasMessageContaining("object format sha256");
        Path config = git.directory().resolve(".git/config");
        String plain = Files.readString(config);
        Files.writeString(
                config, plain.replace("version = 0", "version = 1") + "[extensions]\n\trefStorage = reftable\n");
        assertThatThrownBy(() -> GitRepository.open(git.directory())).hasMessageContaining("reftable");
        Files.writeString(config, plain.replace("version = 0", "version = 1") + "[extensions]\n\tfuture = yes\n");
        assertThatThrownBy(() -> GitRepository.open(git.directory())).hasMessageContaining("extension future");
        Files.writeString(config, plain.replace("version = 0", "version = 2"));
        assertThatThrownBy(() -> GitRepository.open(git.directory())).hasMessageContaining("repository format 2");
        Files.writeString(config, "[unfinished\n");
        assertThatThrownBy(() -> GitRepository.open(git.directory())).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> GitRepository.open(directory)).hasMessageContaining("not the top of a git repository");
        assertThatThrownBy(() -> GitRepository.open(directory.resolve("nothing")))
                .isInstanceOf(ImprimaturException.class);
    }
}
