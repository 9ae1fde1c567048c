package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.Gaps;
import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.tool.FileLayout;
import io.imprimatur.core.tool.LaidOutFiles;
import io.imprimatur.core.tool.TemporaryFolder;
import io.imprimatur.core.tool.ToolCommand;
import io.imprimatur.core.tool.ToolLimits;
import io.imprimatur.core.tool.ToolOutcome;
import io.imprimatur.core.tool.ToolOutput;
import io.imprimatur.core.tool.ToolRunner;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a program on the files of a change and gives what it reports as findings. Immutable and thread-safe. */
final class CommandScanner implements Scanner {
    private static final int MOST_BYTES = 16 << 20;
    private static final long MOST_IN_ALL = 1L << 30;
    private static final int MOST_FILES = 20_000;
    private static final int MOST_OUTPUT = 256 << 20;
    private static final Duration LONGEST = Duration.ofHours(12);

    private final SarifCommand command;
    private final SarifSettings settings;
    private final JsonLimits limits;

    CommandScanner(SarifCommand command, SarifSettings settings, JsonLimits limits) {
        this.command = command;
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public Coverage scan(ScanRequest request, FindingSink findings) throws InterruptedException {
        request.checkCancelled();
        Gaps gaps = new Gaps();
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            FileLayout layout = new FileLayout(MOST_BYTES, MOST_IN_ALL, MOST_FILES, command.reserved());
            LaidOutFiles files = layout.lay(request, folder.folder("files"));
            gaps.addAll(files.gaps());
            if (!files.files().isEmpty()) {
                ReportSource report = run(request, folder, files, gaps);
                if (report != null) {
                    SarifScanner.read(report, settings.in(files), limits, request, findings, gaps);
                }
            }
        } catch (ImprimaturException failure) {
            request.checkCancelled();
            gaps.whole(
                    Gap.Cause.FAILED,
                    "the tool could not be run: " + failure.problems().get(0).message());
        }
        return gaps.coverage();
    }

    /** Null where there is no report. */
    private @Nullable ReportSource run(ScanRequest request, TemporaryFolder folder, LaidOutFiles files, Gaps gaps)
            throws InterruptedException {
        // Some time is kept to read what the tool has written when it is ended.
        Duration most = request.remaining().multipliedBy(9).dividedBy(10);
        Duration left = most.compareTo(LONGEST) < 0 ? most : LONGEST;
        if (left.isZero() || left.isNegative()) {
            gaps.whole(Gap.Cause.TIMED_OUT, "no time was left to run the tool");
            return null;
        }
        Path file = folder.folder("report").resolve("report.sarif");
        ToolOutcome outcome = new ToolRunner()
                .run(
                        command(folder, files, file),
                        new ToolLimits(left, MOST_OUTPUT),
                        () -> request.isCancelled() || Thread.currentThread().isInterrupted());
        if (outcome instanceof ToolOutcome.Cancelled) {
            request.checkCancelled();
            throw new InterruptedException("the scan was cancelled");
        }
        if (outcome instanceof ToolOutcome.CouldNotStart never) {
            gaps.whole(Gap.Cause.NOT_INSTALLED, never.reason());
            return null;
        }
        if (outcome instanceof ToolOutcome.Exited exited) {
            if (!command.statuses().contains(exited.status())) {
                gaps.whole(Gap.Cause.FAILED, "the tool ended with status " + exited.status());
            }
            return report(file, exited.output(), gaps);
        }
        if (outcome instanceof ToolOutcome.TimedOut late) {
            gaps.whole(Gap.Cause.TIMED_OUT, "the tool did not end in time");
            return report(file, late.output(), gaps);
        }
        gaps.whole(Gap.Cause.TOO_LARGE, "the tool wrote more than " + MOST_OUTPUT + " bytes to a stream");
        return null;
    }

    private ToolCommand command(TemporaryFolder folder, LaidOutFiles files, Path report) {
        List<String> arguments = command.arguments().stream()
                .map(argument -> argument.replace(
                                SarifCommand.FILES, files.root().toString())
                        .replace(SarifCommand.REPORT, report.toString()))
                .toList();
        ToolCommand run =
                ToolCommand.of(command.executable(), folder).with(arguments).in(files.root());
        for (var variable : command.environment().entrySet()) {
            run = run.withEnvironment(variable.getKey(), variable.getValue());
        }
        return run;
    }

    /** What the tool wrote; null, and a gap, where that is nothing. */
    private @Nullable ReportSource report(Path file, ToolOutput output, Gaps gaps) {
        if (!command.writesFile()) {
            return new Output(output);
        }
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return ReportSource.of("the report of the tool", file);
        }
        gaps.whole(Gap.Cause.FAILED, "the tool wrote no report");
        return null;
    }

    private record Output(ToolOutput output) implements ReportSource {
        @Override
        public String name() {
            return "the output of the tool";
        }

        @Override
        public InputStream open() {
            return output.out();
        }
    }
}
