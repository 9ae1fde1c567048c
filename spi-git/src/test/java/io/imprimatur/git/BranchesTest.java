package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the branch is called that a change is meant for, however it is named. */
class BranchesTest {
    @TempDir
    Path directory;

    private RealGit clone;

    @BeforeEach
    void aClone() {
        RealGit.require();
        RealGit upstream = RealGit.init(directory.resolve("upstream"));
        upstream.write("a", "1").commit("one");
        upstream.write("a", "2").commit("two");
        upstream.run("branch", "release/1.2");
        upstream.run("tag", "v1");
        upstream.run(
                "clone",
                "-q",
                upstream.directory().toString(),
                directory.resolve("clone").toString());
        clone = new RealGit(directory.resolve("clone"));
        clone.run("checkout", "-q", "-b", "topic");
        clone.write("b", "1").commit("three");
    }

    private String target(String base) {
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            return repository
                    .change("r", ChangeSelection.range(base, "HEAD"))
                    .change()
                    .target();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "main, main",
        "heads/main, main",
        "refs/heads/main, main",
        "origin/main, main",
        "remotes/origin/main, main",
        "refs/remotes/origin/main, main",
        // What the remote has checked out.
        "origin, main",
        "origin/HEAD, main",
        "origin/release/1.2, release/1.2",
        "topic, topic",
        "HEAD, topic",
        "@, topic"
    })
    void aBranchIsCalledAsWhoeverKeepsItCallsIt(String base, String branch) {
        assertThat(target(base)).isEqualTo(branch);
        clone.run("pack-refs", "--all");
        assertThat(target(base)).isEqualTo(branch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD~1", "main~0", "origin/main^", "main^{commit}", "v1", "refs/tags/v1"})
    void whatIsNoBranchHasNoName(String base) {
        assertThat(target(base)).isNull();
    }

    @Test
    void anIdHasNoName() {
        String id = clone.line("rev-parse", "main");
        assertThat(target(id)).isNull();
        assertThat(target(id.substring(0, 8))).isNull();
    }

    @Test
    void aNameThatIsShortForSeveralRefsHasNone() {
        clone.run("tag", "main", "refs/heads/main");
        assertThat(target("main")).isNull();
        assertThat(target("refs/heads/main")).isEqualTo("main");
        clone.run("update-ref", "refs/heads/origin/main", "refs/remotes/origin/main");
        assertThat(target("origin/main")).isNull();
    }

    @Test
    void aRemoteTellsWhereItsBranchesAreFrom() {
        clone.run("remote", "rename", "origin", "team/shop");
        assertThat(target("team/shop/main")).isEqualTo("main");
        clone.run("config", "--add", "remote.team/shop.fetch", "+refs/pull/*/merge:refs/remotes/team/pull/*");
        clone.run("update-ref", "refs/remotes/team/pull/7", "refs/heads/main");
        assertThat(target("team/pull/7")).isNull();
    }

    @Test
    void aRefThatNoRemoteIsSaidToFetchHasNoName() {
        clone.run("update-ref", "refs/remotes/elsewhere/main", "refs/heads/main");
        assertThat(target("elsewhere/main")).isNull();
        // What is left out, and what is fetched to nowhere.
        clone.run("config", "--add", "remote.origin.fetch", "^refs/heads/wip/*");
        clone.run("config", "--add", "remote.origin.fetch", "refs/heads/topic");
        assertThat(target("origin/main")).isEqualTo("main");
        clone.run("config", "--replace-all", "remote.origin.fetch", "refs/heads/*/*:no such");
        assertThat(target("origin/main")).isNull();
        assertThat(target("main")).isEqualTo("main");
    }

    @Test
    void whatIsNotCommittedIsMeantForTheBranchThatIsCheckedOut() {
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            assertThat(repository.change("r", ChangeSelection.staged()).change().target())
                    .isEqualTo("topic");
            assertThat(repository
                            .change("r", ChangeSelection.workingTree())
                            .change()
                            .target())
                    .isEqualTo("topic");
        }
    }

    @Test
    void theCommitOfTheJudgeIsTheTipOfTheBaseOrWhatIsCheckedOut() {
        try (GitRepository repository = GitRepository.open(clone.directory())) {
            assertThat(repository
                            .change("r", ChangeSelection.range("origin/main", "HEAD"))
                            .targetCommit())
                    .isEqualTo(clone.line("rev-parse", "main"));
            assertThat(repository.change("r", ChangeSelection.commit("main~1")).targetCommit())
                    .isNull();
            assertThat(repository.change("r", ChangeSelection.staged()).targetCommit())
                    .isEqualTo(clone.line("rev-parse", "HEAD"));
        }
    }
}
