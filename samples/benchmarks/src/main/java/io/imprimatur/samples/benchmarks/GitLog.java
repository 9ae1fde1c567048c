package io.imprimatur.samples.benchmarks;

import io.imprimatur.change.RepoPath;
import io.imprimatur.samples.benchmarks.GitEdit.Hunk;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A history as git itself tells it: each commit against its first parent, oldest first, with what it did to the files that
 * are there on both sides. Files with odd names, and files without lines, are left out. Text is bytes, each a character.
 */
final class GitLog implements AutoCloseable {
    private static final Pattern HUNK = Pattern.compile("@@ -([0-9]+)(?:,([0-9]+))? \\+([0-9]+)(?:,([0-9]+))? @@.*");

    /**
     * @param edits of files that are there on both sides
     * @param added files that are there on this side alone
     */
    record Commit(String id, List<GitEdit> edits, Set<RepoPath> added) {}

    private final Process git;
    private final InputStream in;
    private @Nullable String line;

    /** Starts git. */
    GitLog(Path repository, String revision) throws IOException {
        git = new ProcessBuilder(
                        "git",
                        "-C",
                        repository.toString(),
                        "-c",
                        "core.quotePath=false",
                        "-c",
                        "diff.renameLimit=1000",
                        "log",
                        "--first-parent",
                        "--diff-merges=first-parent",
                        "--reverse",
                        "--patch",
                        "--unified=0",
                        "--inter-hunk-context=0",
                        "--find-renames",
                        "--no-color",
                        "--no-ext-diff",
                        "--no-textconv",
                        "--src-prefix=a/",
                        "--dst-prefix=b/",
                        "--format=commit %H",
                        revision,
                        "--")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = new BufferedInputStream(git.getInputStream(), 1 << 16);
        line = line();
    }

    /** The next commit; null after the last. */
    @Nullable
    Commit next() throws IOException {
        if (line == null) {
            end();
            return null;
        }
        String id = line.substring("commit ".length());
        line = line();
        Commit commit = new Commit(id, new ArrayList<>(), new HashSet<>());
        while (line != null && !line.startsWith("commit ")) {
            if (line.startsWith("diff --git ")) {
                file(commit);
            } else {
                line = line();
            }
        }
        return commit;
    }

    private void file(Commit commit) throws IOException {
        RepoPath before = null;
        RepoPath after = null;
        List<Hunk> hunks = new ArrayList<>();
        line = line();
        while (line != null && !line.startsWith("diff --git ") && !line.startsWith("commit ")) {
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                hunks.add(hunk(hunk));
                continue;
            }
            if (line.startsWith("rename from ") || line.startsWith("--- a/")) {
                before = path(line.replaceFirst("rename from |--- a/", ""));
            } else if (line.startsWith("rename to ") || line.startsWith("+++ b/")) {
                after = path(line.replaceFirst("rename to |\\+\\+\\+ b/", ""));
            }
            line = line();
        }
        if (before != null && after != null) {
            commit.edits.add(new GitEdit(before, after, hunks));
        } else if (after != null) {
            commit.added.add(after);
        }
    }

    private Hunk hunk(Matcher header) throws IOException {
        int removed = count(header.group(2));
        int added = count(header.group(4));
        // Of a side without lines git names the line before.
        int oldFirst = Integer.parseInt(header.group(1)) + (removed == 0 ? 1 : 0);
        int newFirst = Integer.parseInt(header.group(3)) + (added == 0 ? 1 : 0);
        line = line();
        return new Hunk(oldFirst, lines(removed), newFirst, lines(added));
    }

    private static int count(@Nullable String written) {
        return written == null ? 1 : Integer.parseInt(written);
    }

    private List<String> lines(int count) throws IOException {
        List<String> lines = new ArrayList<>();
        while (line != null && (lines.size() < count || line.startsWith("\\"))) {
            if (!line.startsWith("\\")) {
                lines.add(line.substring(1));
            }
            line = line();
        }
        return lines;
    }

    private static RepoPath path(String named) {
        String bytes = named.endsWith("\t") ? named.substring(0, named.length() - 1) : named;
        return RepoPath.ofBytes(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** What git could not tell to its end is no history. */
    private void end() throws IOException {
        try {
            int status = git.waitFor();
            if (status != 0) {
                throw new IOException("git ended with status " + status);
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while git ran", told);
        }
    }

    /** Ends git, whether or not it has told all. */
    @Override
    public void close() {
        git.destroy();
    }
}
