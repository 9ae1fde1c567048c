package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Commit;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.Person;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.change.Tree;
import io.imprimatur.change.TreeFile;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {
    @TempDir
    Path directory;

    private RealGit git;

    @BeforeEach
    void repository() {
        RealGit.require();
        git = RealGit.init(directory.resolve("r"));
    }

    @Test
    void readsEveryStatusOfACommit() throws IOException {
        git.write("kept", "same\n");
        git.write("modified", "one\ntwo\nthree\n");
        git.write("deleted", "gone\ngone too\n");
        git.write("moved", "1\n2\n3\n4\n5\n6\n7\n8\n");
        git.write("script", "#!/bin/sh\n");
        git.write("becomes-link", "text\n");
        git.write("origin", "copied as it is\n");
        git.commit("one");
        git.write("modified", "one\n2\nthree\nfour");
        Files.delete(git.directory().resolve("deleted"));
        git.run("mv", "moved", "moved-away");
        git.write("moved-away", "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
        git.run("update-index", "--chmod=+x", "script");
        Files.delete(git.directory().resolve("becomes-link"));
        Files.createSymbolicLink(git.directory().resolve("becomes-link"), Path.of("kept"));
        Files.createSymbolicLink(git.directory().resolve("new-link"), Path.of("../outside"));
        git.write("copy/origin", "copied as it is\n");
        git.write("new", "a\nb\n");
        git.write("empty", "");
        git.write("binary", new byte[] {'a', '\n', 0, 'b'});
        git.run("config", "core.filemode", "false");
        String submodule = git.line("rev-parse", "HEAD");
        git.run("update-index", "--add", "--cacheinfo", "160000," + submodule + ",module");
        git.run("add", "-A", "--", ":!module");
        git.run("commit", "-q", "-m", "two");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            GitChange read = repository.change("acme/shop", ChangeSelection.commit("HEAD"));

            Change change = read.change();
            assertThat(change.files().stream().map(GitRepositoryTest::summary))
                    .containsExactly(
                            "TYPE_CHANGED becomes-link + -1",
                            "ADDED binary + -0",
                            "COPIED copy/origin +1 -0 from origin",
                            "DELETED deleted + -2",
                            "ADDED empty + -0",
                            "MODIFIED modified +2,4 -1",
                            "ADDED module + -0",
                            "RENAMED moved-away +9 -0 from moved",
                            "ADDED new +1-2 -0",
                            "ADDED new-link + -0",
                            "MODE_CHANGED script + -0");
            ChangedFile modified = file(change, "modified");
            assertThat(modified.after().digest())
                    .isEqualTo(Digest.of("one\n2\nthree\nfour".getBytes(StandardCharsets.UTF_8)));
            assertThat(modified.before().digest())
                    .isEqualTo(Digest.of("one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(modified.after().size()).isEqualTo(16);
            assertThat(file(change, "binary").isBinary()).isTrue();
            assertThat(file(change, "script").after().mode()).isEqualTo(FileMode.EXECUTABLE);
            assertThat(file(change, "new-link").after().mode()).isEqualTo(FileMode.SYMLINK);
            assertThat(file(change, "module").after().mode()).isEqualTo(FileMode.SUBMODULE);
            assertThat(change.base()).isEqualTo(new Revision.OfCommit(git.line("rev-parse", "HEAD~1")));
            assertThat(change.head()).isEqualTo(new Revision.OfCommit(git.line("rev-parse", "HEAD")));
            assertThat(change.linesKnown()).isTrue();
            assertThat(text(read.content().head(), "new-link")).isEqualTo("../outside");
            assertThat(text(read.content().head(), "module")).isEqualTo(submodule);
            assertThat(text(read.content().base(), "deleted")).isEqualTo("gone\ngone too\n");
            assertThat(read.content().head().file(RepoPath.of("kept")))
                    .contains(new TreeFile(RepoPath.of("kept"), FileMode.REGULAR, 5));
            assertThat(read.content().head().paths()).contains(RepoPath.of("copy/origin"), RepoPath.of("module"));
        }
    }

    @Test
    void comparesARootCommitWithTheEmptyTree() {
        git.write("a/b", "x\n").commit("root");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            GitChange read = repository.change("r", ChangeSelection.commit("HEAD"));

            assertThat(read.change().base()).isEqualTo(new Revision.Empty());
            assertThat(read.change().files())
                    .extracting(GitRepositoryTest::summary)
                    .containsExactly("ADDED a/b +1 -0");
            assertThat(read.content().base().paths()).isEmpty();
            assertThat(read.target().paths()).isEmpty();
        }
    }

    @Test
    void comparesARangeFromItsMergeBaseAndReadsItsCommits() {
        git.write("shared", "1\n").commit("base");
        git.run("checkout", "-q", "-b", "feature");
        git.write("mine", "a\n").commit("first\n\nCo-Authored-By: Claude Model <noreply@anthropic.com>\n");
        git.run("checkout", "-q", "main");
        git.write("theirs", "b\n")
                .write(".imprimatur/policy.yaml", "new policy\n")
                .commit("on main");
        git.run("checkout", "-q", "feature");
        git.run("merge", "-q", "--no-edit", "-m", "Merge main", "main");
        git.write("mine", "a\nb\n").commit("second\n\nSigned-off-by: Ada <ada@example.org>");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            GitChange read = repository.change("r", ChangeSelection.range("main", "feature"));

            Change change = read.change();
            assertThat(change.files()).extracting(GitRepositoryTest::summary).containsExactly("ADDED mine +1-2 -0");
            assertThat(change.target()).isEqualTo("main");
            assertThat(change.commits()).hasSize(3);
            Commit first = change.commits().get(0);
            assertThat(first.author()).isEqualTo(new Person("Ada Author", "ada@example.org"));
            assertThat(first.committer()).isEqualTo(new Person("Carl Committer", "carl@example.org"));
            assertThat(first.coAuthors()).containsExactly(new Person("Claude Model", "noreply@anthropic.com"));
            assertThat(first.touched()).containsExactly(RepoPath.of("mine"));
            assertThat(first.committed().getEpochSecond())
                    .isEqualTo(Long.parseLong(git.line("log", "-1", "--format=%ct", first.id())));
            // What a merge takes over from one of its parents is not its own doing.
            assertThat(change.commits().get(1).touched()).isEmpty();
            assertThat(change.commits().get(2).trailers()).hasSize(1);
            assertThat(text(read.target(), ".imprimatur/policy.yaml")).isEqualTo("new policy\n");
        }
    }

    @Test
    void theJudgeComesFromTheTipOfTheBaseNotFromTheMergeBaseNorTheHead() {
        git.write("policy", "old\n").commit("base");
        git.run("branch", "feature");
        git.write("policy", "tightened\n").commit("tighter");
        git.run("checkout", "-q", "feature");
        git.write("policy", "allow all\n").commit("looser");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            GitChange read = repository.change("r", ChangeSelection.range("main", "feature"));

            assertThat(text(read.target(), "policy")).isEqualTo("tightened\n");
            assertThat(text(read.content().base(), "policy")).isEqualTo("old\n");
            assertThat(text(repository.tree("feature"), "policy")).isEqualTo("allow all\n");
        }
    }

    @Test
    void aMergeCommitIsComparedWithItsFirstParent() {
        git.write("a", "1\n").commit("base");
        git.run("checkout", "-q", "-b", "side");
        git.write("b", "2\n").commit("side");
        git.run("checkout", "-q", "main");
        git.write("c", "3\n").commit("main");
        git.run("merge", "-q", "--no-ff", "-m", "merge", "side");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            Change change =
                    repository.change("r", ChangeSelection.commit("HEAD")).change();
            assertThat(change.files()).extracting(GitRepositoryTest::summary).containsExactly("ADDED b +1 -0");
        }
    }

    @Test
    void aMergeThatChangesWhatNeitherParentHasTouchesIt() {
        git.write("a", "1\n").write("b", "1\n").commit("base");
        git.run("checkout", "-q", "-b", "side");
        git.write("b", "2\n").commit("side");
        git.run("checkout", "-q", "main");
        git.write("c", "3\n").commit("main");
        git.run("merge", "-q", "--no-ff", "--no-commit", "side");
        git.write("a", "slipped in\n").commit("merge");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            Change change =
                    repository.change("r", ChangeSelection.commit("HEAD")).change();
            assertThat(change.commits().get(0).touched()).containsExactly(RepoPath.of("a"));
        }
    }

    @Test
    void choosesTheMergeBaseThatGitChooses() {
        git.write("a", "1\n").commit("base");
        git.run("branch", "other");
        git.write("m", "1\n").commit("m1");
        git.run("checkout", "-q", "other");
        git.write("o", "1\n").commit("o1");
        git.run("tag", "o1");
        git.run("merge", "-q", "-m", "cross 1", "main");
        git.write("o", "2\n").commit("o2");
        git.run("checkout", "-q", "main");
        git.run("merge", "-q", "-m", "cross 2", "o1");
        git.write("m", "2\n").commit("m2");
        assertThat(git.line("merge-base", "--all", "main", "other").lines()).hasSize(2);

        try (GitRepository repository = GitRepository.open(git.directory())) {
            Change change = repository
                    .change("r", ChangeSelection.range("main", "other"))
                    .change();
            assertThat(change.base().toString()).isEqualTo(git.line("merge-base", "main", "other"));
        }
    }

    @Test
    void unrelatedHistoriesHaveNoMergeBase() {
        git.write("a", "1\n").commit("one");
        git.run("checkout", "-q", "--orphan", "other");
        git.write("b", "1\n").commit("two");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            assertThatThrownBy(() -> repository.change("r", ChangeSelection.range("main", "other")))
                    .isInstanceOfSatisfying(
                            ImprimaturException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_MERGE_BASE))
                    .hasMessageContaining("no common ancestor");
        }
    }

    @Test
    void readsWhatIsStagedAndNothingElse() {
        git.write("a", "1\n").write("b", "1\n").commit("one");
        git.write("a", "staged\n").write("new", "n\n");
        git.run("add", "a", "new");
        git.write("a", "staged and changed\n").write("b", "not staged\n").write("announced", "x\n");
        git.run("add", "--intent-to-add", "announced");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            GitChange read = repository.change("r", ChangeSelection.staged());

            assertThat(read.change().files())
                    .extracting(GitRepositoryTest::summary)
                    .containsExactly("MODIFIED a +1 -1", "ADDED new +1 -0");
            assertThat(read.change().head()).isEqualTo(new Revision.Index());
            assertThat(read.change().target()).isEqualTo("main");
            assertThat(read.change().commits()).isEmpty();
            assertThat(text(read.content().head(), "a")).isEqualTo("staged\n");
            assertThat(text(read.target(), "a")).isEqualTo("1\n");
        }
    }

    @Test
    void readsWhatIsStagedBeforeTheFirstCommit() {
        git.write("a", "1\n");
        git.run("add", "a");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            GitChange read = repository.change("r", ChangeSelection.staged());
            assertThat(read.change().files())
                    .extracting(GitRepositoryTest::summary)
                    .containsExactly("ADDED a +1 -0");
            assertThat(read.change().base()).isEqualTo(new Revision.Empty());
            GitChange disk = repository.change("r", ChangeSelection.workingTree());
            assertThat(disk.change().files())
                    .extracting(GitRepositoryTest::summary)
                    .containsExactly("ADDED a +1 -0");
        }
    }

    @Test
    void readsTheWorkingTree() throws IOException {
        git.write("changed", "1\n").write("gone", "1\n").write("hidden", "1\n").write("untouched", "1\n");
        git.write(".gitignore", "*.log\n/build/\n!keep.log\n").write("was.log", "tracked all the same\n");
        git.run("add", "-A", "-f");
        git.commit("one");
        git.run("update-index", "--assume-unchanged", "hidden");
        git.write("changed", "1\n2\n").write("hidden", "changed all the same\n").write("new/file", "n\n");
        git.write("was.log", "2\n")
                .write("x.log", "ignored")
                .write("keep.log", "kept\n")
                .write("build/out", "ignored");
        Files.delete(git.directory().resolve("gone"));
        Files.createSymbolicLink(git.directory().resolve("link"), Path.of("/etc/passwd"));

        try (GitRepository repository = GitRepository.open(git.directory())) {
            GitChange read = repository.change("r", ChangeSelection.workingTree());

            assertThat(read.change().files())
                    .extracting(GitRepositoryTest::summary)
                    .containsExactly(
                            "MODIFIED changed +2 -0",
                            "DELETED gone + -1",
                            "MODIFIED hidden +1 -1",
                            "ADDED keep.log +1 -0",
                            "ADDED link + -0",
                            "ADDED new/file +1 -0",
                            "MODIFIED was.log +1 -1");
            assertThat(read.change().unread()).isEmpty();
            assertThat(read.change().head()).isEqualTo(new Revision.WorkingTree());
            assertThat(text(read.content().head(), "link")).isEqualTo("/etc/passwd");
            assertThat(text(read.content().head(), "new/file")).isEqualTo("n\n");
            assertThat(text(read.content().head(), "untouched")).isEqualTo("1\n");
        }
    }

    @Test
    void refusesContentThatChangedSinceTheChangeWasTaken() {
        git.write("a", "1\n").commit("one");
        git.write("a", "2\n");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            Tree head = repository
                    .change("r", ChangeSelection.workingTree())
                    .content()
                    .head();
            git.write("a", "3\n");

            assertThatThrownBy(() -> text(head, "a")).hasMessageContaining("changed since");
        }
    }

    @Test
    void namesTheFilesThatGitWouldConvert() {
        git.write(".gitattributes", "*.bin filter=lfs\n*.txt text\n*.enc working-tree-encoding=UTF-16\n*.raw -text\n");
        git.write("a.bin", "pointer\n")
                .write("a.txt", "x\n")
                .write("a.raw", "x\n")
                .write("plain", "x\n")
                .commit("one");
        git.write("a.bin", "large\n")
                .write("a.txt", "x\r\ny\r\n")
                .write("b.enc", "z\n")
                .write("a.raw", "x\r\n1\r\n");
        git.write("plain", "x\r\n");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            Change change =
                    repository.change("r", ChangeSelection.workingTree()).change();

            assertThat(change.unread())
                    .extracting(unread -> unread.path().text())
                    .containsExactly("a.bin", "a.txt", "b.enc", "plain");
            assertThat(change.unread())
                    .extracting(UnreadPath::reason)
                    .anySatisfy(reason -> assertThat(reason).contains("filter"));
            assertThat(change.files()).hasSize(5);
        }
    }

    @Test
    void aRepositoryWithinTheWorkingTreeIsNotRead() {
        git.write("a", "1\n").commit("one");
        RealGit.init(git.directory().resolve("nested")).write("secret", "s\n").commit("x");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            Change change =
                    repository.change("r", ChangeSelection.workingTree()).change();

            assertThat(change.files()).isEmpty();
            assertThat(change.unread()).singleElement().satisfies(unread -> {
                assertThat(unread.path()).isEqualTo(RepoPath.of("nested"));
                assertThat(unread.reason()).contains("repository of its own");
            });
        }
    }

    @Test
    void aSubmoduleIsItsCommit() {
        RealGit library = RealGit.init(directory.resolve("library")).write("l", "1\n");
        library.commit("one");
        git.run(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                library.directory().toString(),
                "lib");
        git.commit("with submodule");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            assertThat(repository
                            .change("r", ChangeSelection.workingTree())
                            .change()
                            .files())
                    .isEmpty();
            RealGit checkedOut = new RealGit(git.directory().resolve("lib"));
            checkedOut.write("l", "2\n").run("commit", "-qam", "two");
            Change change =
                    repository.change("r", ChangeSelection.workingTree()).change();
            assertThat(change.files()).extracting(GitRepositoryTest::summary).containsExactly("MODIFIED lib + -0");
            assertThat(change.unread()).isEmpty();
        }
        // And the submodule is itself a repository to open.
        try (GitRepository repository = GitRepository.open(git.directory().resolve("lib"))) {
            assertThat(repository
                            .change("lib", ChangeSelection.commit("HEAD"))
                            .change()
                            .files())
                    .hasSize(1);
        }
    }

    @Test
    void readsBareRepositoriesAndLinkedWorktrees() {
        git.write("a", "1\n").commit("one");
        git.write("a", "2\n").commit("two");
        Path bare = directory.resolve("bare.git");
        git.run("clone", "-q", "--bare", ".", bare.toString());
        Path linked = directory.resolve("linked");
        git.run("worktree", "add", "-q", "-b", "w", linked.toString());
        new RealGit(linked).write("w", "new\n");

        try (GitRepository repository = GitRepository.open(bare)) {
            assertThat(repository
                            .change("r", ChangeSelection.range("main~1", "main"))
                            .change()
                            .files())
                    .hasSize(1);
            assertThatThrownBy(() -> repository.change("r", ChangeSelection.workingTree()))
                    .hasMessageContaining("bare");
        }
        try (GitRepository repository = GitRepository.open(linked)) {
            Change change =
                    repository.change("r", ChangeSelection.workingTree()).change();
            assertThat(change.files()).extracting(GitRepositoryTest::summary).containsExactly("ADDED w +1 -0");
            assertThat(change.target()).isEqualTo("w");
        }
    }

    @Test
    void aShallowCloneIsReadAsFarAsItGoesAndSaysWhereItEnds() {
        for (int i = 0; i < 5; i++) {
            git.write("a", i + "\n").commit("commit " + i);
        }
        Path shallow = directory.resolve("shallow");
        git.run("clone", "-q", "--depth=2", "file://" + git.directory(), shallow.toString());

        try (GitRepository repository = GitRepository.open(shallow)) {
            assertThat(repository
                            .change("r", ChangeSelection.commit("HEAD"))
                            .change()
                            .files())
                    .hasSize(1);
            assertThat(repository
                            .change("r", ChangeSelection.range("HEAD~1", "HEAD"))
                            .change()
                            .commits())
                    .hasSize(1);
            assertThatThrownBy(() -> repository.change("r", ChangeSelection.commit("HEAD~1")))
                    .isInstanceOfSatisfying(
                            ImprimaturException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_MERGE_BASE))
                    .hasMessageContaining("git fetch --unshallow");
            assertThatThrownBy(() -> repository.commitId("HEAD~2")).hasMessageContaining("git fetch --unshallow");
        }
    }

    @Test
    void aPartialCloneSaysWhichObjectIsMissing() throws IOException {
        git.write("a", "1\n").commit("one");
        git.write("a", "2\n").commit("two");
        git.run("config", "uploadpack.allowFilter", "true");
        Path partial = directory.resolve("partial");
        git.run("clone", "-q", "--no-checkout", "--filter=blob:none", "file://" + git.directory(), partial.toString());

        try (GitRepository repository = GitRepository.open(partial)) {
            assertThatThrownBy(() -> repository.change("r", ChangeSelection.commit("HEAD")))
                    .isInstanceOfSatisfying(
                            ImprimaturException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONTENT_UNAVAILABLE))
                    .hasMessageContaining(git.line("rev-parse", "HEAD~1:a"))
                    .hasMessageContaining("partial clone");
        }
    }

    @Test
    void replacementsAreNotFollowed() {
        git.write("a", "harmless\n").commit("one");
        String real = git.write("a", "harmful\n").commit("two");
        git.run("replace", real, git.line("commit-tree", "HEAD~1^{tree}", "-p", "HEAD~1", "-m", "two"));
        assertThat(git.run("show", "HEAD:a")).isEqualTo("harmless\n");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            GitChange read = repository.change("r", ChangeSelection.commit("HEAD"));
            assertThat(text(read.content().head(), "a")).isEqualTo("harmful\n");
        }
    }

    @Test
    void whereABinaryFileBecomesTextEveryLineIsNew() {
        git.write("a", new byte[] {'x', '\n', 0}).write("b", "x\n").commit("one");
        git.write("a", "x\ny\n").write("b", new byte[] {0}).commit("two");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            assertThat(summaries(repository
                            .change("r", ChangeSelection.commit("HEAD"))
                            .change()))
                    .containsExactly("MODIFIED a +1-2 -0", "MODIFIED b + -1");
        }
    }

    @Test
    void aLargeFileHasADigestButNoLines() {
        byte[] large = new byte[3000];
        java.util.Arrays.fill(large, (byte) '\n');
        git.write("large", large).commit("one");

        try (GitRepository repository = GitRepository.open(git.directory(), GitOptions.DEFAULT.maxDiffBytes(2000))) {
            ChangedFile file =
                    file(repository.change("r", ChangeSelection.commit("HEAD")).change(), "large");
            assertThat(file.linesKnown()).isFalse();
            assertThat(file.added().isEmpty()).isTrue();
            assertThat(file.after().digest()).isEqualTo(Digest.of(large));
        }
    }

    @Test
    void limitsAreKept() {
        git.write("a", "1\n").write("b", "1\n").commit("one");
        git.write("a", "2\n").commit("two");
        git.write("a", "3\n").commit("three");

        try (GitRepository repository = GitRepository.open(
                git.directory(), GitOptions.DEFAULT.maxFiles(1).maxCommits(1))) {
            assertThatThrownBy(() -> repository.change("r", ChangeSelection.commit("HEAD~2")))
                    .hasMessageContaining("more than 1 files");
            assertThatThrownBy(() -> repository.change("r", ChangeSelection.range("HEAD~2", "HEAD")))
                    .hasMessageContaining("more than 1 commits");
            Tree tree = repository.tree("HEAD~1");
            assertThatThrownBy(() -> tree.read(RepoPath.of("a"), 1))
                    .isInstanceOfSatisfying(
                            ImprimaturException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONTENT_TOO_LARGE));
            assertThatThrownBy(() -> tree.read(RepoPath.of("none"), 1))
                    .isInstanceOfSatisfying(
                            ImprimaturException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONTENT_NOT_FOUND));
        }
    }

    @Test
    void nothingIsReadAfterClose() {
        git.write("a", "1\n").commit("one");
        GitRepository repository = GitRepository.open(git.directory());
        Tree tree = repository.tree("HEAD");
        repository.close();
        repository.close();

        assertThatThrownBy(() -> tree.read(RepoPath.of("a"), 10))
                .isInstanceOfSatisfying(
                        ImprimaturException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CLOSED));
        assertThatThrownBy(() -> repository.change("r", ChangeSelection.staged()))
                .isInstanceOf(ImprimaturException.class);
    }

    private static ChangedFile file(Change change, String path) {
        return change.files().stream()
                .filter(file -> file.path().equals(RepoPath.of(path)))
                .findFirst()
                .orElseThrow();
    }

    static String text(Tree tree, String path) {
        return new String(tree.read(RepoPath.of(path), 1 << 20), StandardCharsets.UTF_8);
    }

    static String summary(ChangedFile file) {
        return file.status() + " " + file.path() + " +" + file.added() + " -" + file.deleted()
                + file.movedFrom().map(from -> " from " + from).orElse("");
    }

    /** Every file of a change, in its order. */
    static List<String> summaries(Change change) {
        return change.files().stream().map(GitRepositoryTest::summary).toList();
    }
}
