package io.imprimatur.core.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.core.tool.ToolOutcome.Cancelled;
import io.imprimatur.core.tool.ToolOutcome.CouldNotStart;
import io.imprimatur.core.tool.ToolOutcome.Exited;
import io.imprimatur.core.tool.ToolOutcome.OutputTooLarge;
import io.imprimatur.core.tool.ToolOutcome.TimedOut;
import io.imprimatur.error.ImprimaturException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ToolRunnerTest {
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final BooleanSupplier NEVER = () -> false;

    @TempDir
    private Path programs;

    private TemporaryFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = TemporaryFolder.create(programs);
    }

    @AfterEach
    void leaveNothing() {
        folder.close();
        assertThat(folder.path()).doesNotExist();
    }

    // What a program gets

    @Test
    void argumentsReachTheProgramAsTheyStand() {
        Path program = program("for a in \"$@\"; do printf '<%s>' \"$a\"; done");

        Exited exited = exited(command(program).with("a b", "$(id)", ";", "*", "'\"", "", "--help", "é"));

        assertThat(exited.output().outText()).isEqualTo("<a b><$(id)><;><*><'\"><><--help><é>");
        assertThat(exited.status()).isZero();
    }

    @Test
    void theEnvironmentHoldsNothingButWhatIsNamed() {
        Exited exited = exited(command(Path.of("/usr/bin/env")).withEnvironment("SHOP", "a=b c"));

        assertThat(exited.output().outText().lines())
                .containsExactlyInAnyOrder("SHOP=a=b c", "TMPDIR=" + folder.path());
    }

    @Test
    void whoWantsInputFindsItsEnd() {
        Exited exited = exited(command(program("cat", "echo end")));

        assertThat(exited.output().outText()).isEqualTo("end\n");
    }

    @Test
    void itStandsInItsPrivateFolder() {
        Exited exited = exited(command(program("pwd")).in(folder.folder("files")));

        assertThat(exited.output().outText()).isEqualTo(folder.path().resolve("files") + "\n");
    }

    // What it may be asked

    @Test
    void refusesWhatIsNotAbsoluteOrHoldsNulOrLiesOutside() {
        ToolCommand command = command(Path.of("/bin/true"));

        assertThatThrownBy(() -> ToolCommand.of(Path.of("semgrep"), folder))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("executable: must be absolute, but was: semgrep");
        assertThatThrownBy(() -> command.with("a\0b")).isInstanceOf(ImprimaturException.class);
        assertThatThrownBy(() -> command.in(programs)).isInstanceOf(ImprimaturException.class);
        assertThatThrownBy(() -> command.in(folder.path().resolve("../.."))).isInstanceOf(ImprimaturException.class);
        assertThatThrownBy(() -> command.withEnvironment("A=B", "c")).isInstanceOf(ImprimaturException.class);
        assertThatThrownBy(() -> command.withEnvironment("TMPDIR", "/")).isInstanceOf(ImprimaturException.class);
    }

    @Test
    void noMessageHoldsAValueOfTheEnvironmentOrAnArgument() {
        String token = String.join("", "s3cr", "3tVa", "lue");
        ToolCommand command = command(programs.resolve("missing")).with(token).withEnvironment("TOKEN", token);

        assertThat(command.toString()).doesNotContain(token);
        assertThat(run(command).toString()).doesNotContain(token);
        assertThatThrownBy(() -> command.withEnvironment("TOKEN", token + "\0"))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageNotContaining(token);
    }

    // How it ends

    @Test
    void tellsTheStatusAndBothStreams() {
        Exited exited = exited(command(program("echo found", "echo trouble >&2", "exit 7")));

        assertThat(exited.status()).isEqualTo(7);
        assertThat(exited.output().outText()).isEqualTo("found\n");
        assertThat(exited.output().errText()).isEqualTo("trouble\n");
    }

    @Test
    void whoIsKilledHalfWayHasTheStatusOfItsSignal() {
        Exited exited = exited(command(program("echo '{\"results\": ['", "kill -9 $$")));

        assertThat(exited.status()).isEqualTo(137);
        assertThat(exited.output().outText()).startsWith("{");
    }

    @Test
    void aMissingProgramCouldNotStart() {
        ToolOutcome outcome = run(command(programs.resolve("missing")));

        assertThat(outcome).isEqualTo(new CouldNotStart("there is no program missing where it was named"));
    }

    @Test
    void aFileThatMayNotBeRunCouldNotStart() throws IOException {
        Path file = Files.writeString(programs.resolve("notes"), "#!/bin/sh\n");

        assertThat(run(command(file))).isEqualTo(new CouldNotStart("the file notes may not be run"));
    }

    @Test
    void whoHangsIsEndedAtItsDeadline() {
        long start = System.nanoTime();

        ToolOutcome outcome = run(command(program("echo begun", "sleep 50")), SHORT, NEVER);

        assertThat(outcome).isInstanceOf(TimedOut.class);
        assertThat(((TimedOut) outcome).output().outText()).isEqualTo("begun\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, SHORT.plusSeconds(10));
    }

    @Test
    void whoIgnoresSignalsIsEndedAllTheSame() {
        ToolOutcome outcome = run(command(program("trap '' TERM INT HUP", "while :; do :; done")), SHORT, NEVER);

        assertThat(outcome).isInstanceOf(TimedOut.class);
    }

    @Test
    void endlessOutputIsEndedAtItsLimit() {
        ToolLimits limits = new ToolLimits(LONG, 100_000);
        Path program = program("yes out &", "yes err >&2");

        ToolOutcome outcome = new ToolRunner().run(command(program), limits, NEVER);

        assertThat(outcome).isInstanceOfSatisfying(OutputTooLarge.class, ended -> {
            // One of them may be at the limit before the other has begun.
            assertThat(List.of(
                            ended.output().outText().length(),
                            ended.output().errText().length()))
                    .contains(100_000)
                    .allMatch(length -> length <= 100_000);
        });
    }

    @Test
    void outputUpToTheLimitIsWhole() {
        Path program = program("head -c 100000 /dev/zero", "head -c 99999 /dev/zero >&2");

        assertThat(new ToolRunner().run(command(program), new ToolLimits(LONG, 100_000), NEVER))
                .isInstanceOfSatisfying(Exited.class, exited -> {
                    assertThat(exited.output().outText()).hasSize(100_000);
                    assertThat(exited.output().errText()).hasSize(99_999);
                });
        assertThat(new ToolRunner().run(command(program), new ToolLimits(LONG, 99_999), NEVER))
                .isInstanceOf(OutputTooLarge.class);
    }

    @Test
    void cancellationEndsIt() throws InterruptedException {
        AtomicReference<Long> asked = new AtomicReference<>(System.nanoTime());
        BooleanSupplier afterAWhile = () -> System.nanoTime() - asked.get() > SHORT.toNanos();

        ToolOutcome outcome = run(command(program("sleep 50 &", "wait")), LONG, afterAWhile);

        assertThat(outcome).isEqualTo(new Cancelled());
        assertNobodyIsLeft();
    }

    @Test
    void interruptionEndsItAndKeepsTheFlag() throws InterruptedException {
        Path sign = folder.path().resolve("begun");
        Path program = program("sleep 50 &", "touch " + sign, "wait");
        AtomicReference<ToolOutcome> outcome = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            outcome.set(run(command(program), LONG, NEVER));
            flag.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        while (!Files.exists(sign)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        thread.interrupt();
        thread.join();

        assertThat(outcome.get()).isEqualTo(new Cancelled());
        assertThat(flag.get()).isTrue();
        assertNobodyIsLeft();
    }

    @Test
    void anAskerThatThrowsLeavesNobodyBehind() throws InterruptedException {
        BooleanSupplier fails = () -> {
            throw new IllegalStateException("asked too often");
        };

        assertThatThrownBy(() -> run(command(program("sleep 50 &", "wait")), LONG, fails))
                .isInstanceOf(IllegalStateException.class);
        assertNobodyIsLeft();
    }

    // Whom it started

    @Test
    void theChildrenOfItsChildrenEndWithIt() throws InterruptedException {
        Path program = program("sh -c 'sh -c \"sleep 50; true\" & wait' &", "wait");

        assertThat(run(command(program), SHORT, NEVER)).isInstanceOf(TimedOut.class);
        assertNobodyIsLeft();
    }

    @Test
    void whoOutlivesItsParentEndsWithTheProgram() throws InterruptedException {
        // The one in the middle is gone before anybody looks, and the last belongs to nobody whom we know.
        Path program = program("(setsid sleep 50 &)", "(sleep 50 &)", "exit 3");

        ToolOutcome outcome = run(command(program));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Exited.class, exited -> assertThat(exited.status()).isEqualTo(3));
        assertNobodyIsLeft();
    }

    @Test
    void whoIsBornWhileTheOthersEndIsEndedToo() throws InterruptedException {
        Path program = program(
                "breed() { for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do",
                "  (sleep 50 & sleep 50 &); sleep 0.05",
                "done; sleep 50; }",
                "breed &",
                "breed &",
                "wait");

        assertThat(run(command(program), SHORT, NEVER)).isInstanceOf(TimedOut.class);
        assertNobodyIsLeft();
    }

    @Test
    void aHeirOfTheStreamsDoesNotKeepUsWaiting() {
        long start = System.nanoTime();

        Exited exited = exited(command(program("echo first", "sleep 50 &", "exit 0")));

        assertThat(exited.output().outText()).isEqualTo("first\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void twoProgramsSideBySideDoNotEndEachOther() throws Exception {
        Path slow = program("sleep 1", "echo slow");
        AtomicReference<ToolOutcome> outcome = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try (TemporaryFolder other = TemporaryFolder.create(programs)) {
                outcome.set(new ToolRunner().run(ToolCommand.of(slow, other), ToolLimits.within(LONG), NEVER));
            }
        });
        thread.start();
        while (thread.isAlive()) {
            exited(command(Path.of("/bin/true")));
        }
        thread.join();

        assertThat(outcome.get())
                .isInstanceOfSatisfying(
                        Exited.class,
                        exited -> assertThat(exited.output().outText()).isEqualTo("slow\n"));
    }

    @Test
    void aShortProgramTakesLittle() {
        exited(command(Path.of("/bin/true")));
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            exited(command(Path.of("/bin/true")));
        }
        Duration each = Duration.ofNanos((System.nanoTime() - start) / 10);

        System.out.println("A program that does nothing takes " + each.toMillis() + " ms");
        assertThat(each).isLessThan(Duration.ofSeconds(1));
    }

    private Path program(String... lines) {
        return Script.in(programs, "program", lines);
    }

    private ToolCommand command(Path executable) {
        ToolCommand command = ToolCommand.of(executable, folder);
        return executable.startsWith(programs) ? command.withEnvironment("PATH", "/usr/bin:/bin") : command;
    }

    private static ToolOutcome run(ToolCommand command) {
        return run(command, LONG, NEVER);
    }

    private static ToolOutcome run(ToolCommand command, Duration deadline, BooleanSupplier cancelled) {
        return new ToolRunner().run(command, new ToolLimits(deadline, 1 << 20), cancelled);
    }

    private static Exited exited(ToolCommand command) {
        ToolOutcome outcome = run(command);
        assertThat(outcome).isInstanceOf(Exited.class);
        return (Exited) outcome;
    }

    /** By what the system says, apart from what the runner looks at: the arguments of every process. */
    private void assertNobodyIsLeft() throws InterruptedException {
        List<String> left = List.of();
        for (int i = 0; i < 100; i++) {
            left = ProcessHandle.allProcesses()
                    .filter(handle -> handle.pid() != ProcessHandle.current().pid())
                    .filter(this::isOurs)
                    .map(ProcessHandle::toString)
                    .toList();
            if (left.isEmpty()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(left).isEmpty();
    }

    private boolean isOurs(ProcessHandle handle) {
        Path proc = Path.of("/proc", Long.toString(handle.pid()));
        try {
            boolean stands = Optional.of(proc.resolve("cwd").toRealPath())
                    .filter(folder.path()::equals)
                    .isPresent();
            String arguments = Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return stands || arguments.contains(programs.toString());
        } catch (IOException gone) {
            return false;
        }
    }
}
