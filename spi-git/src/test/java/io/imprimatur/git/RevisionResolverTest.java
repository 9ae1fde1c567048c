package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionResolverTest {
    @TempDir
    Path directory;

    private RealGit git;

    @BeforeEach
    void history() {
        RealGit.require();
        git = RealGit.init(directory.resolve("r"));
        git.write("a", "1").commit("one");
        git.run("tag", "light");
        git.run("tag", "-a", "-m", "annotated", "heavy");
        git.run("tag", "-a", "-m", "tag of a tag", "heavier", "heavy");
        git.write("a", "2").commit("two");
        git.run("checkout", "-q", "-b", "feature/side");
        git.write("b", "3").commit("three");
        git.run("checkout", "-q", "main");
        git.write("c", "4").commit("four");
        git.run("merge", "-q", "--no-ff", "-m", "merge", "feature/side");
        git.run("update-ref", "refs/pull/1/merge", "HEAD~1");
        git.run("update-ref", "refs/remotes/origin/main", "HEAD~2");
        git.run("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
        git.run("update-ref", "refs/heads/gh-readonly-queue/main/pr-1-0123", "HEAD^2");
    }

    private static final List<String> REVISIONS = List.of(
            "HEAD",
            "@",
            "main",
            "refs/heads/main",
            "heads/main",
            "light",
            "heavy",
            "heavier",
            "tags/heavy",
            "refs/tags/heavy",
            "feature/side",
            "HEAD~1",
            "HEAD~",
            "HEAD^",
            "HEAD^^",
            "HEAD^2",
            "HEAD^2~1",
            "main~2",
            "HEAD^0",
            "HEAD~0",
            "heavy^{}",
            "heavy^{commit}",
            "heavier^{commit}~0",
            "origin/main",
            "origin",
            "refs/pull/1/merge",
            "pull/1/merge",
            "gh-readonly-queue/main/pr-1-0123",
            "refs/heads/gh-readonly-queue/main/pr-1-0123");

    @Test
    void resolvesWhatGitResolves() {
        compare();
        git.run("pack-refs", "--all");
        compare();
        git.run("update-ref", "refs/pull/1/merge", "HEAD");
        git.run("gc", "-q");
        compare();
    }

    private void compare() {
        try (GitRepository repository = GitRepository.open(git.directory())) {
            for (String revision : REVISIONS) {
                assertThat(repository.commitId(revision))
                        .as(revision)
                        .isEqualTo(git.line("rev-parse", "--verify", revision + "^{commit}"));
            }
            String id = git.line("rev-parse", "HEAD");
            assertThat(repository.commitId(id)).isEqualTo(id);
            assertThat(repository.commitId(id.toUpperCase(java.util.Locale.ROOT)))
                    .isEqualTo(id);
            assertThat(repository.commitId(id.substring(0, 9))).isEqualTo(id);
            assertThat(repository.commitId(id.substring(0, 9) + "~1")).isEqualTo(git.line("rev-parse", "HEAD~1"));
        }
    }

    @Test
    void seesTheHeadOfALinkedWorktree() {
        Path linked = directory.resolve("linked");
        git.run("worktree", "add", "-q", linked.toString(), "feature/side");

        try (GitRepository repository = GitRepository.open(linked)) {
            assertThat(repository.commitId("HEAD")).isEqualTo(git.line("rev-parse", "feature/side"));
            assertThat(repository.commitId("main")).isEqualTo(git.line("rev-parse", "main"));
        }
    }

    @Test
    void refusesWhatNamesNothing() {
        try (GitRepository repository = GitRepository.open(git.directory())) {
            for (String revision : List.of(
                    "no-such",
                    "HEAD~99",
                    "HEAD^3",
                    "main^{tree}",
                    "main:a",
                    ":/one",
                    "main@{1}",
                    "@{-1}",
                    "-x",
                    "0123456789012345678901234567890123456789",
                    "abcdef0",
                    "HEAD..main",
                    "~1",
                    "a b",
                    "refs/heads/..",
                    "../config",
                    "config",
                    "refs/heads/../../config",
                    "objects/info",
                    "x".repeat(900))) {
                assertThatThrownBy(() -> repository.commitId(revision))
                        .as(revision)
                        .isInstanceOfSatisfying(
                                ImprimaturException.class,
                                e -> assertThat(e.code())
                                        .isIn(ErrorCode.REVISION_NOT_FOUND, ErrorCode.REPOSITORY_UNREADABLE));
            }
        }
    }

    @Test
    void refusesANameWithTwoMeanings() {
        git.run("tag", "main", "HEAD~2");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            assertThatThrownBy(() -> repository.commitId("main"))
                    .hasMessageContaining("refs/tags/main or refs/heads/main")
                    .hasMessageContaining("full name");
            assertThat(repository.commitId("refs/heads/main")).isEqualTo(git.line("rev-parse", "HEAD"));
        }
    }

    @Test
    void refusesABlobAndALoopOfSymbolicRefs() {
        String blob = git.line("rev-parse", "HEAD:a");
        git.run("symbolic-ref", "refs/heads/loop", "refs/heads/loop2");
        git.run("symbolic-ref", "refs/heads/loop2", "refs/heads/loop");

        try (GitRepository repository = GitRepository.open(git.directory())) {
            assertThatThrownBy(() -> repository.commitId(blob)).hasMessageContaining("no commit");
            assertThatThrownBy(() -> repository.commitId("loop")).hasMessageContaining("symbolic");
        }
    }
}
