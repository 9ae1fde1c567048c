package io.imprimatur.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/** The git of this machine, the oracle of these tests, cut off from the user's and the system's configuration. */
final class RealGit {
    private final Path directory;
    private final Map<String, String> environment = new TreeMap<>();
    private long clock = 1_700_000_000;

    RealGit(Path directory) {
        this.directory = directory;
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("HOME", directory.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("GIT_AUTHOR_NAME", "Ada Author");
        environment.put("GIT_AUTHOR_EMAIL", "ada@example.org");
        environment.put("GIT_COMMITTER_NAME", "Carl Committer");
        environment.put("GIT_COMMITTER_EMAIL", "carl@example.org");
        environment.put("GIT_TERMINAL_PROMPT", "0");
    }

    /** Skips the test, or fails it where tools are required, if there is no git. */
    static void require() {
        require("git", "--version");
    }

    /** The same for another tool; the arguments let it print its version. */
    static void require(String tool, String... arguments) {
        if (!isThere(tool, arguments)) {
            Assumptions.abort(tool + " is not installed");
        }
    }

    /** The same for properties, whose runner knows no skipping: false where there is nothing to compare with. */
    static boolean isThere() {
        return isThere("git", "--version");
    }

    private static boolean isThere(String tool, String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, tool);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() == 0) {
                return true;
            }
        } catch (IOException absent) {
            System.out.println(absent.getMessage());
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        String reason = tool + " is not installed, so what is compared with it is not tested";
        if ("required".equals(System.getProperty("imprimatur.tools"))) {
            throw new AssertionError(reason);
        }
        System.out.println("SKIPPED: " + reason);
        return false;
    }

    /** A new repository with a branch {@code main}. */
    static RealGit init(Path directory, String... arguments) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        RealGit git = new RealGit(directory);
        List<String> command = new ArrayList<>(List.of("init", "-q", "-b", "main"));
        command.addAll(List.of(arguments));
        git.run(command.toArray(String[]::new));
        return git;
    }

    Path directory() {
        return directory;
    }

    RealGit with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs git and returns what it prints, as text; one character a byte. */
    String run(String... arguments) {
        return new String(bytes(new byte[0], arguments), StandardCharsets.ISO_8859_1);
    }

    /** The same without the line end. */
    String line(String... arguments) {
        return run(arguments).strip();
    }

    byte[] bytes(byte[] input, String... arguments) {
        Result result = attempt(input, arguments);
        if (result.exit != 0) {
            throw new AssertionError("git " + String.join(" ", arguments) + " failed: " + result.error);
        }
        return result.output;
    }

    record Result(int exit, byte[] output, String error) {}

    Result attempt(byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        // Each commit gets a time of its own, so that nothing depends on how fast they are made.
        clock += 60;
        try {
            Path error = Files.createTempFile("git", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(error.toFile());
            builder.environment().putAll(environment);
            builder.environment().putIfAbsent("GIT_AUTHOR_DATE", clock + " +0000");
            builder.environment().putIfAbsent("GIT_COMMITTER_DATE", clock + " +0000");
            Process process = builder.start();
            Thread feeder = new Thread(() -> feed(process.getOutputStream(), input));
            feeder.start();
            try (InputStream out = process.getInputStream()) {
                byte[] output = out.readAllBytes();
                feeder.join();
                String complaint = Files.readString(error, StandardCharsets.ISO_8859_1);
                Files.delete(error);
                return new Result(process.waitFor(), output, complaint);
            }
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void feed(OutputStream to, byte[] input) {
        try (to) {
            to.write(input);
        } catch (IOException closed) {
            // git read no further than it wanted.
            return;
        }
    }

    RealGit write(String path, String content) {
        return write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    RealGit write(String path, byte[] content) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Commits everything and returns the id. */
    String commit(String message) {
        run("add", "-A");
        run("commit", "-q", "--allow-empty", "--no-verify", "-m", message);
        return line("rev-parse", "HEAD");
    }
}
