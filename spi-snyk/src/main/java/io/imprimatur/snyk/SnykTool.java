package io.imprimatur.snyk;

import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.tool.TemporaryFolder;
import io.imprimatur.core.tool.ToolCommand;
import io.imprimatur.core.tool.ToolIdentity;
import io.imprimatur.core.tool.ToolLimits;
import io.imprimatur.core.tool.ToolOutcome;
import io.imprimatur.core.tool.ToolOutput;
import io.imprimatur.core.tool.ToolRunner;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Snyk CLI as a program. Immutable and thread-safe. */
final class SnykTool {
    private static final String NAME = "snyk";
    private static final int MOST_OUTPUT = 64 << 20;

    private final SnykSettings settings;
    private final ToolRunner runner = new ToolRunner();

    SnykTool(SnykSettings settings) {
        this.settings = settings;
    }

    /**
     * What came of a run.
     *
     * @param report what it wrote to its standard output, which need not be a report; absent where it did not get so far
     * @param gaps what a run as such leaves unknown
     */
    record Answer(Optional<ReportSource> report, List<Gap> gaps) {
        static Answer none(Gap.Cause cause, String detail) {
            return new Answer(Optional.empty(), List.of(Gap.whole(cause, detail)));
        }
    }

    /**
     * Runs a command of the CLI.
     *
     * @param token reaches the program by its environment, and nobody else
     * @param where the folder in which it stands
     * @throws InterruptedException where the answer is no longer wanted
     */
    Answer run(TemporaryFolder folder, Path where, List<String> arguments, String token, ScanRequest request)
            throws InterruptedException {
        Optional<Path> found = program();
        if (found.isEmpty()) {
            return Answer.none(
                    Gap.Cause.NOT_INSTALLED, "there is no program snyk; install Snyk's CLI and say where it is");
        }
        Path program = found.get();
        boolean isScript = program.toString().endsWith(".js");
        Optional<Path> node = isScript ? settings.searchPath().find("node") : Optional.empty();
        if (isScript && node.isEmpty()) {
            return Answer.none(
                    Gap.Cause.NOT_INSTALLED, "there is no program node in the search path, and Snyk's script needs it");
        }
        Duration left = request.remaining();
        if (left.isZero() || left.isNegative()) {
            return Answer.none(Gap.Cause.TIMED_OUT, "no time was left to begin");
        }
        ToolCommand bare = ToolCommand.of(node.orElse(program), folder);
        ToolCommand command = environment(isScript ? bare.with(program.toString()) : bare, folder)
                .withEnvironment("SNYK_TOKEN", token)
                .with(arguments)
                .in(where);
        return answer(
                runner.run(command, new ToolLimits(left, MOST_OUTPUT), request::isCancelled),
                String.join(" ", arguments.subList(0, arguments.get(0).equals("code") ? 2 : 1)));
    }

    /** What tells the program, and the node that may run it, from others without running either. */
    Optional<String> identity() {
        Optional<String> node = settings.searchPath().find("node").flatMap(ToolIdentity::of);
        return program().flatMap(ToolIdentity::of).map(program -> program + " " + node.orElse("without node"));
    }

    private Optional<Path> program() {
        Path executable = settings.executable();
        if (executable == null) {
            return settings.searchPath().find(NAME);
        }
        return Files.isRegularFile(executable) ? Optional.of(executable) : Optional.empty();
    }

    /**
     * The tool asks Composer, PHP, Bundler and git for their versions where it finds them, in the folder with the
     * repository's files. So it finds nothing but node, which a launcher may need, unless it may run builds.
     */
    private ToolCommand environment(ToolCommand command, TemporaryFolder folder) {
        String path = settings.builds()
                ? Stream.concat(
                                settings.searchPath().folders().stream().map(Path::toString),
                                Stream.of("/usr/bin", "/bin"))
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator))
                : nodeAlone(folder).toString();
        ToolCommand with = command.withEnvironment("PATH", path)
                .withEnvironment("HOME", folder.folder("home").toString())
                .withEnvironment("LC_ALL", "C.UTF-8")
                .withEnvironment("SNYK_DISABLE_ANALYTICS", "1")
                .withEnvironment("SNYK_CFG_DISABLE_ANALYTICS", "1")
                .withEnvironment("FORCE_COLOR", "0")
                // Should something ask git, it finds neither a repository nor a configuration.
                .withEnvironment("GIT_CEILING_DIRECTORIES", folder.path().toString())
                .withEnvironment("GIT_CONFIG_NOSYSTEM", "1")
                .withEnvironment("GIT_CONFIG_GLOBAL", "/dev/null");
        for (var variable : settings.environment().entrySet()) {
            with = with.withEnvironment(variable.getKey(), variable.getValue());
        }
        URI endpoint = settings.endpoint();
        if (endpoint != null) {
            with = with.withEnvironment("SNYK_API", endpoint.toString());
            if ("http".equals(endpoint.getScheme().toLowerCase(Locale.ROOT))) {
                with = with.withEnvironment("SNYK_HTTP_PROTOCOL_UPGRADE", "0");
            }
        }
        return with;
    }

    private Path nodeAlone(TemporaryFolder folder) {
        Path programs = folder.folder("programs");
        settings.searchPath().find("node").ifPresent(node -> {
            try {
                Files.createSymbolicLink(programs.resolve("node"), node);
            } catch (IOException | UnsupportedOperationException noLink) {
                // a launcher that needs it will say so
            }
        });
        return programs;
    }

    /** Its status says how it went, never what was found: it is 0 beside vulnerabilities, and beside projects that failed. */
    private static Answer answer(ToolOutcome outcome, String command) throws InterruptedException {
        if (outcome instanceof ToolOutcome.Exited exited) {
            List<Gap> gaps = exited.status() == 0 || exited.status() == 1
                    ? List.of()
                    : List.of(Gap.whole(
                            Gap.Cause.FAILED,
                            "snyk " + command + " ended with status " + exited.status() + meaning(exited.status())));
            return new Answer(Optional.of(new Output("the answer of snyk " + command, exited.output())), gaps);
        }
        if (outcome instanceof ToolOutcome.Cancelled) {
            throw new InterruptedException("the scan was cancelled");
        }
        if (outcome instanceof ToolOutcome.TimedOut) {
            return Answer.none(Gap.Cause.TIMED_OUT, "snyk " + command + " did not end in time, and was ended");
        }
        if (outcome instanceof ToolOutcome.CouldNotStart not) {
            return Answer.none(Gap.Cause.NOT_INSTALLED, "snyk could not be started: " + not.reason());
        }
        return Answer.none(
                Gap.Cause.TOO_LARGE, "snyk " + command + " wrote more than " + MOST_OUTPUT + " bytes, and was ended");
    }

    private static String meaning(int status) {
        return switch (status) {
            case 2 -> ": it failed";
            case 3 -> ": it found no project that it supports";
            case 44, 77 -> ": it wants to be logged in";
            case 69 -> ": the service cannot be reached";
            case 75 -> ": it wants to be tried again later";
            default -> status > 128 ? ": it was killed" : "";
        };
    }

    /** What a program wrote, as a report. */
    private record Output(String name, ToolOutput output) implements ReportSource {
        @Override
        public InputStream open() {
            return output.out();
        }
    }
}
