package io.imprimatur.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures whole processes: each program in a JVM of its own, by turns with a bare one, so that all of them meet the same
 * machine. {@code samples/docs/speed.md} says how to run it and how to read what it prints.
 */
public final class FreshJvms {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** The gate decided: allow, review or block. */
    private static final Set<Integer> DECIDED = Set.of(0, 10, 20);

    private FreshJvms() {}

    /**
     * @param arguments the jar of the gate; how often, 15 unless said; then options for every JVM that is started
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            System.err.println("usage: FreshJvms <jar of gate-cli> [runs, 15] [options for the JVMs]");
            System.exit(2);
        }
        String gate = Path.of(arguments[0]).toAbsolutePath().toString();
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        List<String> options = List.of(arguments).subList(Math.min(2, arguments.length), arguments.length);
        Path folder = Files.createTempDirectory("imprimatur-benchmarks");
        try {
            Path small = Files.createDirectory(folder.resolve("small.git"));
            SampleRepository.create(small, 30, 40);
            Path large = Files.createDirectory(folder.resolve("large.git"));
            SampleRepository.create(large, 10_000, 100);

            Map<String, List<String>> programs = new LinkedHashMap<>();
            programs.put("a bare JVM", ours(options, BareJvm.class));
            programs.put("first decision, policy from the builder", ours(options, FirstDecision.class));
            programs.put("first decision, policy from YAML", ours(options, FirstDecision.class, "yaml"));
            programs.put("check of 30 files", check(options, gate, small));
            List<Timing> timings = measured(programs, runs);
            Timing bare = timings.get(0);
            print(timings, bare);

            List<String> within = new ArrayList<>(options);
            within.add("-Xmx512m");
            programs = Map.of("check of 10,000 files, a million lines", check(within, gate, large));
            print(measured(programs, Math.min(runs, 3)), bare);
        } finally {
            delete(folder);
        }
    }

    private static List<String> ours(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> check(List<String> options, String gate, Path repository) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(options);
        command.addAll(List.of("-jar", gate, "check", "--repo", repository.toString()));
        command.addAll(List.of("--base", "main", "--head", "assistant"));
        return command;
    }

    /** Runs each in turn, and that so often; a first round is not counted. */
    private static List<Timing> measured(Map<String, List<String>> programs, int runs)
            throws IOException, InterruptedException {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int run = 0; run <= runs; run++) {
            for (Map.Entry<String, List<String>> program : programs.entrySet()) {
                long time = time(program.getValue());
                if (run > 0) {
                    times.computeIfAbsent(program.getKey(), name -> new ArrayList<>())
                            .add(time);
                }
            }
        }
        List<Timing> timings = new ArrayList<>();
        times.forEach((name, each) -> timings.add(new Timing(name, each)));
        return timings;
    }

    private static long time(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int status = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        long end = System.nanoTime();
        if (!DECIDED.contains(status)) {
            throw new IOException("status " + status + " of " + String.join(" ", command));
        }
        return (end - start) / 1_000_000;
    }

    private static void print(List<Timing> timings, Timing bare) {
        System.out.println(Timing.heading());
        timings.forEach(timing -> System.out.println(timing.against(bare)));
        System.out.println();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
