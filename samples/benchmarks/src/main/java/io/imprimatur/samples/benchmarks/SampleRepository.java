package io.imprimatur.samples.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** A repository on disk whose branch {@code assistant} adds lines to files of its branch {@code main}. It takes a git. */
final class SampleRepository {
    private static final String WHO = "Developer <developer@example.com> 1767225600 +0000\n";

    private SampleRepository() {}

    /** Makes a repository in an empty folder: so many files, so many lines added to each. */
    static void create(Path folder, int files, int lines) throws IOException {
        git(folder, "init", "--quiet", "--bare", ".").close();
        try (Git importer = git(folder, "fast-import", "--quiet")) {
            OutputStream to = importer.input;
            commit(to, "main", "Start", files, file -> text(file, 100));
            commit(
                    to,
                    "assistant",
                    "Go on\n\nCo-Authored-By: Claude Opus 4.5 <noreply@anthropic.com>\n",
                    files,
                    file -> text(file, 100 + lines));
        }
    }

    private static void commit(OutputStream to, String branch, String message, int files, IntFunction<String> text)
            throws IOException {
        write(to, "commit refs/heads/" + branch + "\nauthor " + WHO + "committer " + WHO);
        data(to, message);
        if (!branch.equals("main")) {
            write(to, "from refs/heads/main\n");
        }
        for (int file = 0; file < files; file++) {
            write(to, "M 100644 inline src/part" + file % 50 + "/File" + file + ".java\n");
            data(to, text.apply(file));
        }
    }

    /** Lines that no other file has, as in real code; git still stores most of the files as deltas of others. */
    private static String text(int file, int lines) {
        Random words = new Random(file);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            text.append("    String value")
                    .append(line)
                    .append(" = compute(\"")
                    .append(Long.toHexString(words.nextLong()))
                    .append("\");\n");
        }
        return text.toString();
    }

    private static void data(OutputStream to, String text) throws IOException {
        write(to, "data " + text.getBytes(StandardCharsets.UTF_8).length + "\n" + text + "\n");
    }

    private static void write(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Git git(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Git(process, new BufferedOutputStream(process.getOutputStream()));
    }

    /** A git that runs; closing its input lets it end. */
    private record Git(Process process, OutputStream input) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            input.close();
            try {
                int status = process.waitFor();
                if (status != 0) {
                    throw new IOException("git ended with status " + status);
                }
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while git ran", told);
            }
        }
    }
}
