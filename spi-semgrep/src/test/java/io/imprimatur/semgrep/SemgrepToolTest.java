package io.imprimatur.semgrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.tool.SearchPath;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Gap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the tool is run, and what is said where it does not do what it should. */
@Timeout(60)
class SemgrepToolTest {
    private static final MemoryChange CHANGE = MemoryChange.builder()
            .head("src/shop.py", "import os\neval(input())\n")
            .build();
    private static final String CLEAN =
            "{\"version\":\"1.182.0\",\"results\":[],\"errors\":[],\"paths\":{\"scanned\":[\"src/shop.py\"]}}";
    private static final String RESULT =
            "{\"check_id\":\"eval\",\"path\":\"src/shop.py\",\"start\":{\"line\":2,\"col\":1},\"end\":{\"line\":2,\"col\":14},"
                    + "\"extra\":{\"message\":\"do not\",\"severity\":\"ERROR\",\"metadata\":{}}}";

    @TempDir
    private Path tools;

    @TempDir
    private Path temporary;

    @BeforeEach
    void nothingIsThere() {
        assertThat(temporary).isEmptyDirectory();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aCleanReportIsCompleteCoverage() throws Exception {
        Asked.Answer answer = Asked.about(CHANGE).of(provider(FakeSemgrep.writing(tools, CLEAN)));

        assertThat(answer.findings()).isEmpty();
        assertThat(answer.gaps()).isEmpty();
    }

    @Test
    void theProgramIsFoundInTheSearchPathSemgrepFirst() throws Exception {
        FakeSemgrep.writing(tools, CLEAN);
        SearchPath path = new SearchPath(List.of(Path.of("."), temporary, tools));

        Asked.Answer answer = Asked.about(CHANGE)
                .of(SemgrepProvider.builder()
                        .searchPath(path)
                        .temporary(temporary)
                        .build());

        assertThat(answer.gaps()).isEmpty();
    }

    @Test
    void aMissingProgramIsSaid() throws Exception {
        SearchPath path = new SearchPath(List.of(tools));

        assertThat(Asked.about(CHANGE)
                        .of(SemgrepProvider.builder()
                                .searchPath(path)
                                .temporary(temporary)
                                .build())
                        .gaps())
                .containsExactly("not-installed * neither semgrep nor opengrep is in the 1 folders of the search path;"
                        + " install one (pip install semgrep), or name it");
        assertThat(Asked.about(CHANGE).of(provider(tools.resolve("nowhere"))).gaps())
                .containsExactly("not-installed * there is no program at the place that is named for semgrep");
    }

    @Test
    void aVersionThatIsTooOldIsSaidWhetherItRunsOrNot() throws Exception {
        Path refuses = FakeSemgrep.in(tools, "[ \"$1\" = --version ] && { echo 0.86.5; exit; }", "exit 2");
        assertThat(Asked.about(CHANGE).of(provider(refuses)).gaps())
                .containsExactly("not-configured * semgrep 0.86.5 is too old; install 1.100.0 or later");

        Path runs = FakeSemgrep.writing(tools, CLEAN.replace("1.182.0", "1.50.0"));
        assertThat(Asked.about(CHANGE).of(provider(runs)).gaps())
                .containsExactly("not-configured * semgrep 1.50.0 is too old; install 1.100.0 or later");
    }

    @Test
    void anOpengrepHasVersionsAndOptionsOfItsOwn() throws Exception {
        FakeSemgrep.writing(tools, CLEAN.replace("1.182.0", "1.27.0"));
        Path refusing = FakeSemgrep.in(
                tools,
                "case \"$*\" in *--project-root*) echo 'No such option' >&2; exit 2;; esac",
                "cat " + tools.resolve("content.json") + " > \"$report\"");
        Path open = Files.move(refusing, tools.resolve("opengrep"));

        assertThat(Asked.about(CHANGE).of(provider(open)).gaps()).isEmpty();
    }

    @Test
    void whoFailsWithoutAReportHasNotLooked() throws Exception {
        for (int status : new int[] {2, 7, 13, 99}) {
            Path program = FakeSemgrep.in(tools, "[ \"$1\" = --version ] && { echo 1.182.0; exit; }", "exit " + status);

            assertThat(Asked.about(CHANGE).of(provider(program)).coverage().gaps())
                    .singleElement()
                    .satisfies(gap -> {
                        assertThat(gap.cause()).isEqualTo(Gap.Cause.FAILED);
                        assertThat(gap.detail()).startsWith("the tool ended with status " + status);
                    });
        }
    }

    @Test
    void whoEndsWellWithoutAReportHasNotLooked() throws Exception {
        Path program = FakeSemgrep.in(tools, "exit 0");

        assertThat(Asked.about(CHANGE).of(provider(program)).gaps())
                .containsExactly("failed * the tool ended with status 0 and wrote no report");
    }

    @Test
    void aStatusThatIsNotOfASuccessIsAGapWhateverTheReportSays() throws Exception {
        FakeSemgrep.writing(tools, CLEAN);
        Path program = FakeSemgrep.in(tools, "cat " + tools.resolve("content.json") + " > \"$report\"", "exit 3");

        assertThat(Asked.about(CHANGE).of(provider(program)).gaps())
                .containsExactly("failed * the tool ended with status 3");
    }

    @Test
    void whoIsKilledHalfWayLeavesWhatItFoundAndAGap() throws Exception {
        Path half = Files.writeString(
                tools.resolve("half.json"),
                "{\"version\":\"1.182.0\",\"results\":[" + RESULT + "," + RESULT.substring(0, 40));
        Path program = FakeSemgrep.in(tools, "cat " + half + " > \"$report\"", "kill -9 $$");

        Asked.Answer answer = Asked.about(CHANGE).of(provider(program));

        assertThat(answer.places()).containsExactly("eval src/shop.py:2");
        assertThat(answer.gaps())
                .anyMatch(gap -> gap.equals("failed * the tool ended with status 137: it was killed"))
                .anyMatch(gap -> gap.startsWith("invalid-answer * what the tool wrote cannot be read to its end"));
    }

    @Test
    void whoHangsIsEndedInTime() throws Exception {
        Path program = FakeSemgrep.in(tools, "sleep 50 & wait");

        assertThat(Asked.about(CHANGE)
                        .within(Duration.ofMillis(500))
                        .of(provider(program))
                        .gaps())
                .containsExactly("timed-out * the tool did not end in time, and was ended");
    }

    @Test
    void whoTalksWithoutEndIsEnded() throws Exception {
        Path program = FakeSemgrep.in(tools, "yes");

        assertThat(Asked.about(CHANGE).of(provider(program)).gaps())
                .containsExactly("failed * the tool wrote more messages than it may, and was ended");
    }

    @Test
    void cancellationEndsTheToolAndItsChildren() throws Exception {
        Path sign = tools.resolve("begun");
        Path program = FakeSemgrep.in(
                tools, "sleep 50 &", "echo $! > " + sign + ".part", "mv " + sign + ".part " + sign, "wait");

        assertThatThrownBy(() ->
                        Asked.about(CHANGE).until(() -> Files.exists(sign)).of(provider(program)))
                .isInstanceOf(InterruptedException.class);

        assertEnded(sign);
    }

    @Test
    void interruptionEndsTheToolAndItsChildren() throws Exception {
        Path sign = tools.resolve("begun");
        Path program = FakeSemgrep.in(
                tools, "sleep 50 &", "echo $! > " + sign + ".part", "mv " + sign + ".part " + sign, "wait");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                Asked.about(CHANGE).of(provider(program));
            } catch (Throwable failure) {
                thrown.set(failure);
            }
        });
        thread.start();
        while (!Files.exists(sign)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        thread.interrupt();
        thread.join();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertEnded(sign);
    }

    @Test
    void nothingDecidesWhatItDoesButItsArguments() throws Exception {
        FakeSemgrep.writing(tools, CLEAN);
        Path seen = tools.resolve("seen");
        Path program = FakeSemgrep.in(
                tools,
                "env | sed 's/=.*//' | sort > " + seen + ".env",
                "printf '%s\\n' \"$@\" > " + seen + ".args",
                "find . -type f | sort > " + seen + ".files",
                "wc -c < .semgrepignore > " + seen + ".ignore",
                "cat " + tools.resolve("content.json") + " > \"$report\"");
        MemoryChange change = MemoryChange.builder()
                .unchanged("other.py", "x = 1\n")
                .head("src/shop.py", "x = 1\n")
                .head(".semgrepignore", "*\n")
                .head("src/.semgrepignore", "*\n")
                .head(".gitignore", "*\n")
                .head("--config=evil.yml", "rules: []\n")
                .head("semgrep", "#!/bin/sh\ntouch /tmp/ran\n")
                .head(RepoPath.of("link.py"), FileMode.SYMLINK, "/etc/passwd".getBytes(StandardCharsets.UTF_8))
                .build();

        Asked.Answer answer = Asked.about(change).of(provider(program));

        assertThat(lines(seen + ".env"))
                .contains("HOME", "PATH", "TMPDIR", "SEMGREP_SEND_METRICS", "SEMGREP_ENABLE_VERSION_CHECK")
                // The shell brings the rest.
                .allMatch(name -> name.matches("HOME|PATH|TMPDIR|LC_ALL|SEMGREP_.*|GIT_.*|PWD|OLDPWD|SHLVL|_"));
        assertThat(lines(seen + ".args"))
                .contains("--disable-nosem", "--no-git-ignore", "--project-root")
                .endsWith(".");
        assertThat(lines(seen + ".files"))
                .hasSize(6 + 1)
                .contains("./.semgrepignore", "./src/shop.py", "./semgrep")
                .noneMatch(file -> file.contains("config=") || file.endsWith("link.py"))
                .filteredOn(file -> file.endsWith(".semgrepignore") || file.endsWith(".gitignore"))
                .allMatch(file -> file.equals("./.semgrepignore") || file.contains("renamed-"));
        assertThat(lines(seen + ".ignore")).containsExactly("0");
        assertThat(Path.of("/tmp/ran")).doesNotExist();
        assertThat(answer.gaps()).contains("unsupported link.py it is a link, and links are not followed");
    }

    @Test
    void aSearchPathAndAPathOfTheTemporaryFolderMustBeAbsolute() {
        assertThatThrownBy(() -> SemgrepProvider.builder().executable(Path.of("semgrep")))
                .hasMessageContaining("executable: must be absolute");
    }

    @Test
    void aFileForWhichThereAreRulesAndThatItDoesNotNameIsAGap() throws Exception {
        Path program = FakeSemgrep.writing(tools, CLEAN);
        Path rules = Files.writeString(tools.resolve("rules.yaml"), "rules:\n  - languages: [dockerfile, python]\n");
        MemoryChange change = MemoryChange.builder()
                .head("src/shop.py", "x\n")
                .head("src/other.py", "x\n")
                .head("Dockerfile", "FROM x\n")
                .head("deploy.yaml", "a: b\n")
                .build();
        SemgrepProvider provider = SemgrepProvider.builder()
                .executable(program)
                .temporary(temporary)
                .ownRules(false)
                .rules(rules)
                .build();

        assertThat(Asked.about(change).of(provider).gaps())
                .containsExactly(
                        "skipped Dockerfile the tool does not say that it looked at it",
                        "skipped src/other.py the tool does not say that it looked at it");
    }

    @Test
    void aChangeThatLeavesNoFileRunsNothing() throws Exception {
        Path sign = tools.resolve("ran");
        Path program = FakeSemgrep.in(tools, "touch " + sign);
        MemoryChange change = MemoryChange.builder().base("gone.py", "x\n").build();

        assertThat(Asked.about(change).of(provider(program)).gaps()).isEmpty();
        assertThat(sign).doesNotExist();
    }

    @Test
    void rulesOfTheCallerThatAreNotThereAreSaid() throws Exception {
        Path program = FakeSemgrep.writing(tools, CLEAN);
        SemgrepProvider provider = SemgrepProvider.builder()
                .executable(program)
                .temporary(temporary)
                .rules(tools.resolve("no-rules"))
                .build();

        assertThat(Asked.about(CHANGE).of(provider).gaps())
                .containsExactly("not-configured * the rules cannot be read at no-rules");
    }

    @Test
    void theAnswerIsAskedForOnceMoreBeforeTheToolRuns() throws IOException {
        Path sign = tools.resolve("ran");
        Path program = FakeSemgrep.in(tools, "touch " + sign);
        AtomicBoolean asked = new AtomicBoolean();

        assertThatThrownBy(() ->
                        Asked.about(CHANGE).until(() -> asked.getAndSet(true)).of(provider(program)))
                .isInstanceOf(InterruptedException.class);
        assertThat(sign).doesNotExist();
    }

    private SemgrepProvider provider(Path program) {
        return SemgrepProvider.builder()
                .executable(program)
                .temporary(temporary)
                .build();
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of(file)).stream().map(String::strip).toList();
    }

    private static void assertEnded(Path sign) throws Exception {
        long pid = Long.parseLong(Files.readString(sign).strip());
        for (int i = 0; i < 100 && ProcessHandle.of(pid).isPresent(); i++) {
            // Whoever ended and has no parent may wait for somebody who asks.
            if (Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }
}
