package io.imprimatur.semgrep;

import io.imprimatur.core.tool.LaidOutFiles;
import io.imprimatur.core.tool.SearchPath;
import io.imprimatur.core.tool.TemporaryFolder;
import io.imprimatur.core.tool.ToolCommand;
import io.imprimatur.core.tool.ToolIdentity;
import io.imprimatur.core.tool.ToolLimits;
import io.imprimatur.core.tool.ToolOutcome;
import io.imprimatur.core.tool.ToolRunner;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs Semgrep or Opengrep on files that are laid out, so that nothing decides what it does but its arguments: no
 * configuration, no ignore list, no history, no service, no variable of the environment. Immutable and thread-safe.
 */
final class SemgrepTool {
    /** The first that has all the options that are needed, and reads the ignore list where it is told to. */
    private static final Version OLDEST_SEMGREP = new Version(1, 100, 0);

    /** Opengrep began with what Semgrep was at 1.100, and counts for itself. */
    private static final Version OLDEST_OPENGREP = new Version(1, 0, 0);

    private static final String SEMGREP = "semgrep";
    private static final String OPENGREP = "opengrep";
    private static final int MOST_OUTPUT = 4 << 20;
    private static final Duration FOR_VERSION = Duration.ofSeconds(30);

    private final ToolRunner runner = new ToolRunner();
    private final @Nullable Path executable;
    private final SearchPath searchPath;

    /** The program named, or else the first of the two in the search path. */
    SemgrepTool(@Nullable Path executable, SearchPath searchPath) {
        this.executable = executable;
        this.searchPath = searchPath;
    }

    /**
     * What came of a run.
     *
     * @param report what it wrote; empty where there is nothing to read
     * @param gaps what is unknown whatever the report says
     */
    record Answer(Optional<Path> report, List<Gap> gaps) {
        static Answer none(Gap.Cause cause, String detail) {
            return new Answer(Optional.empty(), List.of(Gap.whole(cause, detail)));
        }
    }

    /**
     * Runs it.
     *
     * @param folder for all that it writes; the report is in it
     * @throws InterruptedException where the answer is no longer wanted
     */
    Answer run(TemporaryFolder folder, LaidOutFiles files, Path rules, SemgrepOptions options, ScanRequest request)
            throws InterruptedException {
        Path program = program().orElse(null);
        if (program == null) {
            return Answer.none(
                    Gap.Cause.NOT_INSTALLED,
                    executable == null
                            ? "neither semgrep nor opengrep is in the "
                                    + searchPath.folders().size()
                                    + " folders of the search path; install one (pip install semgrep), or name it"
                            : "there is no program at the place that is named for semgrep");
        }
        Path report = folder.path().resolve("report.json");
        ToolCommand command = command(program, folder)
                .with("scan", "--config", rules.toString(), "--no-rewrite-rule-ids")
                .with("--json", "--output", report.toString(), "--verbose", "--dataflow-traces")
                .with("--disable-nosem", "--no-git-ignore")
                .with(projectRoot(program, files))
                .with(options.arguments())
                .with(".")
                .in(files.root());
        Duration left = request.remaining();
        if (left.isZero() || left.isNegative()) {
            return Answer.none(Gap.Cause.TIMED_OUT, "no time was left to begin");
        }
        ToolOutcome outcome = runner.run(command, new ToolLimits(left, MOST_OUTPUT), request::isCancelled);
        if (outcome instanceof ToolOutcome.Exited exited) {
            return exited(exited.status(), report, program, folder, request);
        }
        if (outcome instanceof ToolOutcome.Cancelled) {
            throw new InterruptedException("the scan was cancelled");
        }
        if (outcome instanceof ToolOutcome.TimedOut) {
            return Answer.none(Gap.Cause.TIMED_OUT, "the tool did not end in time, and was ended");
        }
        if (outcome instanceof ToolOutcome.CouldNotStart not) {
            return Answer.none(Gap.Cause.NOT_INSTALLED, "the tool could not be started: " + not.reason());
        }
        return Answer.none(Gap.Cause.FAILED, "the tool wrote more messages than it may, and was ended");
    }

    /** 0 and 1 are those of a run that went to its end; what the others mean stands in the report, if there is one. */
    private Answer exited(int status, Path report, Path program, TemporaryFolder folder, ScanRequest request) {
        boolean written = Files.isRegularFile(report);
        if (written && (status == 0 || status == 1)) {
            return new Answer(Optional.of(report), List.of());
        }
        String old = tooOld(version(program, folder, request).orElse(null), program);
        Gap gap = old == null
                ? Gap.whole(Gap.Cause.FAILED, "the tool ended with status " + status + meaning(status))
                : Gap.whole(Gap.Cause.NOT_CONFIGURED, old);
        return new Answer(written ? Optional.of(report) : Optional.empty(), List.of(gap));
    }

    private static String meaning(int status) {
        return switch (status) {
            case 0, 1 -> " and wrote no report";
            case 2 -> ": it failed, or does not know what it was asked";
            case 4, 5, 7, 8 -> ": a rule cannot be used";
            case 13 -> ": it wants to be logged in";
            default -> status > 128 ? ": it was killed" : "";
        };
    }

    /** Semgrep goes up to the next repository for its list of what to ignore; Opengrep does not, nor knows the option. */
    private static List<String> projectRoot(Path program, LaidOutFiles files) {
        return isOpengrep(program)
                ? List.of()
                : List.of("--project-root", files.root().toString());
    }

    private static boolean isOpengrep(Path program) {
        return String.valueOf(program.getFileName()).contains(OPENGREP);
    }

    /** What is wrong with a version; null where nothing is. */
    @Nullable
    String tooOld(@Nullable Version version, @Nullable Path program) {
        boolean open = program != null && isOpengrep(program);
        Version oldest = open ? OLDEST_OPENGREP : OLDEST_SEMGREP;
        if (version == null || version.compareTo(oldest) >= 0) {
            return null;
        }
        return (open ? OPENGREP : SEMGREP) + " " + version + " is too old; install " + oldest + " or later";
    }

    Optional<Path> program() {
        if (executable != null) {
            return Files.isExecutable(executable) ? Optional.of(executable) : Optional.empty();
        }
        return searchPath.find(SEMGREP, OPENGREP);
    }

    /** What tells this program from another version of it without running it. */
    Optional<String> identity() {
        return program().flatMap(ToolIdentity::of);
    }

    private Optional<Version> version(Path program, TemporaryFolder folder, ScanRequest request) {
        ToolOutcome outcome = runner.run(
                command(program, folder).with("--version"),
                new ToolLimits(FOR_VERSION, MOST_OUTPUT),
                request::isCancelled);
        return outcome instanceof ToolOutcome.Exited exited
                ? Version.parse(exited.output().outText())
                : Optional.empty();
    }

    private ToolCommand command(Path program, TemporaryFolder folder) {
        String path = Stream.concat(searchPath.folders().stream().map(Path::toString), Stream.of("/usr/bin", "/bin"))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        return ToolCommand.of(program, folder)
                .withEnvironment("PATH", path)
                .withEnvironment("HOME", folder.folder("home").toString())
                .withEnvironment("LC_ALL", "C.UTF-8")
                .withEnvironment("SEMGREP_SEND_METRICS", "off")
                .withEnvironment("SEMGREP_ENABLE_VERSION_CHECK", "0")
                // Should it ask git all the same, git finds nothing: neither a repository nor a configuration.
                .withEnvironment("GIT_CEILING_DIRECTORIES", folder.path().toString())
                .withEnvironment("GIT_CONFIG_NOSYSTEM", "1")
                .withEnvironment("GIT_CONFIG_GLOBAL", "/dev/null");
    }

    /** Puts what is to be run where it can see it: the rules, and the list of what to ignore, which is nothing. */
    static Path prepare(TemporaryFolder folder, LaidOutFiles files, RuleSet rules) throws IOException {
        Path place = folder.folder("rules");
        rules.write(place);
        // Without one the tool leaves out tests, modules of others and much more.
        Files.writeString(files.root().resolve(".semgrepignore"), "");
        return place;
    }
}
