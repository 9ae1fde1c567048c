package io.imprimatur.samples.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The git of this machine at work in a folder, cut off from anybody's settings. */
record RealGit(Path folder) {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_AUTHOR_NAME", "Ada Author",
            "GIT_AUTHOR_EMAIL", "ada@example.org",
            "GIT_AUTHOR_DATE", "1767225600 +0000",
            "GIT_COMMITTER_NAME", "Carl Committer",
            "GIT_COMMITTER_EMAIL", "carl@example.org",
            "GIT_COMMITTER_DATE", "1767225600 +0000");

    /** A new repository on branch main; skips the test where there is no git. */
    static RealGit init(Path folder) throws IOException {
        Tools.require("git", "--version");
        Files.createDirectories(folder);
        RealGit git = new RealGit(folder);
        git.run("init", "-q", "-b", "main");
        return git;
    }

    String run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(ENVIRONMENT);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + said);
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return said.strip();
    }

    RealGit write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    RealGit commit(String message) throws IOException {
        run("add", "-A");
        run("commit", "-q", "--allow-empty", "-m", message);
        return this;
    }
}
