package io.imprimatur.samples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.core.Gate;
import io.imprimatur.core.scan.ScanLimits;
import io.imprimatur.core.scan.Scanners;
import io.imprimatur.core.tool.SearchPath;
import io.imprimatur.decision.Decision;
import io.imprimatur.git.ChangeSelection;
import io.imprimatur.git.GitChange;
import io.imprimatur.git.GitRepository;
import io.imprimatur.semgrep.SemgrepProvider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what the gate takes on top of Semgrep, for a change of 30 files: the tool alone and the gate with the tool by
 * turns, and how much of each check was the tool. {@code samples/docs/speed.md} says how to read it.
 */
public final class SemgrepOverhead {
    private static final int FILES = 30;
    private static final Duration LONG = Duration.ofMinutes(5);

    private SemgrepOverhead() {}

    /**
     * Measures.
     *
     * @param arguments the program; the folder of the module's rules; how often, 7 unless said
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            System.err.println("usage: SemgrepOverhead <semgrep> <folder of rules> [runs, 7]");
            System.exit(2);
        }
        Path semgrep = Path.of(arguments[0]).toAbsolutePath();
        Path rules = Path.of(arguments[1]).toAbsolutePath();
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
        Path folder = Files.createTempDirectory("imprimatur-benchmarks");
        Path watch = watch(folder, semgrep);
        Path repository = Files.createDirectory(folder.resolve("repository.git"));
        SampleRepository.create(repository, FILES, 40);
        try (GitRepository git = GitRepository.open(repository)) {
            GitChange change = git.change("acme/shop", ChangeSelection.range("main", "assistant"));
            Path files = laidOut(change, folder.resolve("files"));
            List<Long> alone = new ArrayList<>();
            List<Long> whole = new ArrayList<>();
            List<Long> tool = new ArrayList<>();
            List<Long> gate = new ArrayList<>();
            List<Long> cpu = new ArrayList<>();
            for (int run = 0; run <= runs; run++) {
                long aloneTime = alone(semgrep, rules, files);
                long cpuBefore = cpuTime();
                long wholeTime = check(watch, change);
                long cpuTime = cpuTime() - cpuBefore;
                long toolTime =
                        Long.parseLong(Files.readString(folder.resolve("took")).strip()) / 1_000_000;
                if (run == 0) {
                    System.out.printf(
                            Locale.ROOT,
                            "the gate's own part, first check of the JVM: %d ms%n%n",
                            wholeTime - toolTime);
                    continue;
                }
                alone.add(aloneTime);
                whole.add(wholeTime);
                tool.add(toolTime);
                gate.add(wholeTime - toolTime);
                cpu.add(cpuTime);
            }
            print("the tool alone, " + FILES + " files", alone);
            print("the gate with the tool", whole);
            print("  of that the tool", tool);
            print("  of that the gate", gate);
            print("CPU time of this JVM in a check", cpu);
        }
    }

    private static long cpuTime() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime() / 1_000_000;
    }

    private static void print(String name, List<Long> milliseconds) {
        Timing timing = new Timing(name, milliseconds);
        List<Long> sorted = timing.milliseconds();
        System.out.printf(
                Locale.ROOT,
                "%-32s min %5d  median %5d  max %5d ms%n",
                name,
                sorted.get(0),
                timing.median(),
                sorted.get(sorted.size() - 1));
    }

    /** The program with a watch around it. */
    private static Path watch(Path folder, Path semgrep) throws IOException {
        Path watch = folder.resolve("semgrep");
        Files.writeString(
                watch,
                "#!/bin/sh\nstart=$(date +%s%N)\n'" + semgrep + "' \"$@\"\nstatus=$?\n"
                        + "echo $(($(date +%s%N) - start)) > '" + folder.resolve("took") + "'\nexit $status\n");
        return Files.setPosixFilePermissions(watch, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path laidOut(GitChange change, Path folder) throws IOException {
        for (ChangedFile file : change.change().files()) {
            Path target = folder.resolve(file.path().text());
            Files.createDirectories(target.getParent());
            Files.write(target, change.content().head().read(file.path(), Integer.MAX_VALUE));
        }
        return folder;
    }

    private static long check(Path program, GitChange change) throws IOException {
        SemgrepProvider provider = SemgrepProvider.builder()
                .executable(program)
                .searchPath(SearchPath.of("/usr/bin:/bin"))
                .build();
        long start = System.nanoTime();
        try (Gate gate = Gate.builder()
                .scanners(Scanners.of(provider))
                .limits(new ScanLimits(LONG, LONG, 10_000))
                .build()) {
            Decision decision = gate.check(change.change(), change.content()).decision();
            if (decision.fired().stream().anyMatch(fired -> fired.reasons().isEmpty())) {
                throw new IOException("a rule fired without a reason");
            }
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long alone(Path semgrep, Path rules, Path files) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        semgrep.toString(),
                        "scan",
                        "--config",
                        rules.toString(),
                        "--json",
                        "--jobs",
                        "2",
                        "--disable-nosem",
                        "--no-git-ignore",
                        "--project-root",
                        files.toString(),
                        ".")
                .directory(files.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SEMGREP_SEND_METRICS", "off");
        builder.environment().put("SEMGREP_ENABLE_VERSION_CHECK", "0");
        long start = System.nanoTime();
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException("semgrep ended with status " + status);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }
}
