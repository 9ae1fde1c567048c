package io.imprimatur.core.tool;

import io.imprimatur.core.tool.ToolOutcome.Cancelled;
import io.imprimatur.core.tool.ToolOutcome.CouldNotStart;
import io.imprimatur.core.tool.ToolOutcome.Exited;
import io.imprimatur.core.tool.ToolOutcome.OutputTooLarge;
import io.imprimatur.core.tool.ToolOutcome.TimedOut;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs programs, each in the thread that asks, which waits for it; no other thread is needed. What a program writes goes to
 * files in its private folder, looked at every few milliseconds: one that writes without end has left at most that much
 * more than its limit on the disk, and nothing in memory.
 *
 * <p>Everything that the program started is ended with it, whatever the reason: also what it left behind when it ended by
 * itself. On Linux that holds for whoever kept the environment that the program was given; elsewhere for whoever was its
 * descendant when last seen.
 *
 * <p>Immutable and thread-safe.
 */
public final class ToolRunner {
    private static final long PAUSE_MILLIS = 5;
    private static final int PAUSES_BETWEEN_LOOKS = 40;

    /** Runs programs. */
    public ToolRunner() {}

    /**
     * Runs a program until it ends, one of its limits is reached, or its answer is no longer wanted: which is where the
     * thread is interrupted or {@code cancelled} answers true.
     *
     * @param cancelled asked every few milliseconds, in this thread; what it throws is thrown, once all has ended
     * @throws ImprimaturException {@link ErrorCode#IO_FAILURE} where there is no room for what the program writes
     */
    public ToolOutcome run(ToolCommand command, ToolLimits limits, BooleanSupplier cancelled) {
        Preconditions.notNull(command, "command");
        Preconditions.notNull(limits, "limits");
        Preconditions.notNull(cancelled, "cancelled");
        long deadline = System.nanoTime() + limits.deadline().toNanos();
        try {
            Spool out = Spool.in(command.folder(), "out", limits.output());
            Spool err = Spool.in(command.folder(), "err", limits.output());
            Process process;
            try {
                process = start(command, out, err);
            } catch (IOException failure) {
                return new CouldNotStart(reason(command));
            }
            Ending ending = await(process, command, () -> out.isTooLarge() || err.isTooLarge(), deadline, cancelled);
            boolean tooLarge = out.isTooLarge() || err.isTooLarge();
            ToolOutput output = new ToolOutput(out.take(), err.take());
            return outcome(process, ending, tooLarge, limits, output);
        } catch (IOException failure) {
            Problem problem = Problem.of("what a program writes cannot be kept")
                    .in(command.folder().path().toString())
                    .remedy("see that there is room and the right to write");
            throw new ImprimaturException(ErrorCode.IO_FAILURE, List.of(problem), failure);
        }
    }

    private enum Ending {
        BY_ITSELF,
        DEADLINE,
        CANCELLED,
        TOO_LARGE
    }

    private static ToolOutcome outcome(
            Process process, Ending ending, boolean tooLarge, ToolLimits limits, ToolOutput output) {
        if (ending == Ending.CANCELLED) {
            return new Cancelled();
        }
        if (tooLarge || ending == Ending.TOO_LARGE) {
            return new OutputTooLarge(limits.output(), output);
        }
        return ending == Ending.DEADLINE ? new TimedOut(output) : new Exited(process.exitValue(), output);
    }

    private static Process start(ToolCommand command, Spool out, Spool err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(command.executable().toString());
        builder.command().addAll(command.arguments());
        builder.directory(command.workingFolder().toFile());
        builder.redirectOutput(out.file().toFile());
        builder.redirectError(err.file().toFile());
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        builder.environment()
                .put(ToolCommand.PRIVATE_FOLDER, command.folder().path().toString());
        return builder.start();
    }

    /** Waits for the program. When this returns, by whatever way, nothing that the program started runs any more. */
    private static Ending await(
            Process process, ToolCommand command, BooleanSupplier tooLarge, long deadline, BooleanSupplier cancelled)
            throws IOException {
        ProcessTree tree = new ProcessTree(process, command.folder().path());
        try {
            process.getOutputStream().close();
            for (long pause = 0; ; pause++) {
                if (cancelled.getAsBoolean()) {
                    return Ending.CANCELLED;
                }
                if (tooLarge.getAsBoolean()) {
                    return Ending.TOO_LARGE;
                }
                if (deadline - System.nanoTime() <= 0) {
                    return Ending.DEADLINE;
                }
                if (pause % PAUSES_BETWEEN_LOOKS == 0) {
                    tree.look();
                }
                if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return Ending.BY_ITSELF;
                }
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return Ending.CANCELLED;
        } finally {
            tree.end();
        }
    }

    /** What the system says names the program and where it should stand, in words of its own; these are ours. */
    private static String reason(ToolCommand command) {
        String name = String.valueOf(command.executable().getFileName());
        if (!Files.exists(command.executable())) {
            return "there is no program " + name + " where it was named";
        }
        return Files.isExecutable(command.executable())
                ? "the program " + name + " is there and the system would not start it"
                : "the file " + name + " may not be run";
    }
}
