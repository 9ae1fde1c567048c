package io.imprimatur.git;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.Tree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds the changes of many commits against what real git says of them, and counts. */
final class Conformance {
    private static final int BATCH = 200;

    int commits;
    int unreadable;
    int files;
    int statusDiffers;
    int commitsWithStatusDiffering;
    long ourAdded;
    long gitAdded;
    long ourDeleted;
    long gitDeleted;
    int filesWithMoreAdded;
    int filesWithFewerAdded;
    long keptLinesChecked;
    final List<String> examples = new ArrayList<>();

    private Conformance() {}

    /** Compares the newest commits of a repository, each with its first parent. */
    static Conformance of(Path repository, int limit) {
        RealGit git = new RealGit(repository);
        Conformance conformance = new Conformance();
        List<String> commits = git.run("rev-list", "--all", "--no-commit-header", "--format=%H", "-n", "" + limit)
                .lines()
                .toList();
        try (GitRepository ours = GitRepository.open(repository)) {
            for (int i = 0; i < commits.size(); i += BATCH) {
                conformance.compare(git, ours, commits.subList(i, Math.min(commits.size(), i + BATCH)));
            }
        }
        return conformance;
    }

    /** What git says of a commit: raw lines and numbers, by path at head (one character a byte). */
    private record Said(Map<String, String> raw, Map<String, long[]> numbers) {}

    private void compare(RealGit git, GitRepository ours, List<String> batch) {
        Map<String, Said> said = new TreeMap<>();
        if (read(git, batch, "--raw", said) && read(git, batch, "--numstat", said)) {
            said.forEach((commit, expected) -> compare(ours, commit, expected));
        } else if (batch.size() > 1) {
            batch.forEach(commit -> compare(git, ours, List.of(commit)));
        } else {
            // Git itself cannot read it: the repository is a snapshot without its largest files.
            unreadable++;
        }
    }

    private static boolean read(RealGit git, List<String> commits, String kind, Map<String, Said> said) {
        RealGit.Result result = git.attempt(
                (String.join("\n", commits) + "\n").getBytes(StandardCharsets.US_ASCII),
                "log",
                "--stdin",
                "--no-walk=unsorted",
                "-m",
                "--first-parent",
                "--root",
                "--format=%x01%H",
                "-M",
                "-l1000",
                "--no-abbrev",
                "--no-textconv",
                "--no-ext-diff",
                "--no-color",
                "-z",
                kind);
        for (String part : new String(result.output(), StandardCharsets.ISO_8859_1).split("\u0001")) {
            if (part.length() < 40) {
                continue;
            }
            Said one = said.computeIfAbsent(part.substring(0, 40), id -> new Said(new TreeMap<>(), new TreeMap<>()));
            String rest = part.substring(40).replaceFirst("^[\\x00\\n]+", "");
            if (kind.equals("--raw")) {
                raw(rest.split("\0", -1), one.raw);
            } else {
                numbers(rest.split("\0", -1), one.numbers);
            }
        }
        return result.exit() == 0;
    }

    private static void raw(String[] tokens, Map<String, String> into) {
        for (int i = 0; i < tokens.length && tokens[i].startsWith(":"); ) {
            String[] words = tokens[i].substring(1).split(" ");
            boolean moved = words[4].startsWith("R");
            String from = tokens[i + 1];
            String path = moved ? tokens[i + 2] : from;
            into.put(path, words[4].substring(0, 1) + " " + words[0] + " " + words[1] + (moved ? " " + from : ""));
            i += moved ? 3 : 2;
        }
    }

    private static void numbers(String[] tokens, Map<String, long[]> into) {
        for (int i = 0; i < tokens.length && !tokens[i].isBlank(); ) {
            String[] words = tokens[i].split("\t", 3);
            boolean moved = words[2].isEmpty();
            String path = moved ? tokens[i + 2] : words[2];
            if (!words[0].equals("-")) {
                into.put(path, new long[] {Long.parseLong(words[0]), Long.parseLong(words[1])});
            }
            i += moved ? 3 : 1;
        }
    }

    private void compare(GitRepository ours, String commit, Said said) {
        GitChange change = ours.change("conformance", ChangeSelection.commit(commit));
        commits++;
        Map<String, String> mine = new TreeMap<>();
        for (ChangedFile file : change.change().files()) {
            files++;
            mine.put(raw(file.path().bytes()), described(file));
            checkKeptLines(change, file);
        }
        if (!mine.equals(said.raw)) {
            commitsWithStatusDiffering++;
            said.raw.forEach((path, line) -> differ(commit, path, line, mine.get(path)));
            mine.forEach((path, line) -> {
                if (!said.raw.containsKey(path)) {
                    differ(commit, path, null, line);
                }
            });
        }
        for (ChangedFile file : change.change().files()) {
            String path = raw(file.path().bytes());
            long[] numbers = said.numbers.get(path);
            // To git a link is a line; to us it has none.
            boolean text = isText(file.before()) && isText(file.after());
            if (numbers == null || !text || !mine.get(path).equals(said.raw.get(path)) || !file.linesKnown()) {
                continue;
            }
            long added = file.added().count();
            ourAdded += added;
            gitAdded += numbers[0];
            ourDeleted += file.deleted();
            gitDeleted += numbers[1];
            filesWithMoreAdded += added > numbers[0] ? 1 : 0;
            filesWithFewerAdded += added < numbers[0] ? 1 : 0;
        }
    }

    private static boolean isText(FileVersion version) {
        return version == null || version.mode() == FileMode.REGULAR || version.mode() == FileMode.EXECUTABLE;
    }

    private void differ(String commit, String path, String git, String mine) {
        if (git == null || !git.equals(mine)) {
            statusDiffers++;
            if (examples.size() < 200) {
                examples.add(commit.substring(0, 10) + " " + path + ": git " + git + ", ours " + mine);
            }
        }
    }

    private static String described(ChangedFile file) {
        String letter = switch (file.status()) {
            case ADDED, COPIED -> "A";
            case DELETED -> "D";
            case MODIFIED, MODE_CHANGED -> "M";
            case TYPE_CHANGED -> "T";
            case RENAMED -> "R";
        };
        boolean moved = file.status() == ChangeStatus.RENAMED;
        FileVersion before = file.status() == ChangeStatus.COPIED ? null : file.before();
        return letter + " " + mode(before) + " " + mode(file.after())
                + (moved ? " " + raw(file.before().path().bytes()) : "");
    }

    private static String mode(FileVersion version) {
        if (version == null) {
            return "000000";
        }
        return switch (version.mode()) {
            case REGULAR -> "100644";
            case EXECUTABLE -> "100755";
            case SYMLINK -> "120000";
            case SUBMODULE -> "160000";
        };
    }

    private static String raw(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Every line that is not called added is a line of the base, in order. */
    private void checkKeptLines(GitChange change, ChangedFile file) {
        if (file.after() == null || !file.linesKnown()) {
            return;
        }
        List<String> after = lines(change.content().head(), file.after());
        List<String> before =
                file.before() == null ? List.of() : lines(change.content().base(), file.before());
        int at = 0;
        int next = 1;
        for (LineRange range : file.added().ranges()) {
            at = keep(before, after, at, next, range.first(), file);
            next = range.last() + 1;
            if (range.last() > after.size()) {
                throw new AssertionError(file.path() + " has no line " + range.last());
            }
        }
        keep(before, after, at, next, after.size() + 1, file);
        long kept = after.size() - file.added().count();
        long deleted = file.status() == ChangeStatus.COPIED ? 0 : before.size() - kept;
        if (file.deleted() != deleted) {
            throw new AssertionError(file.path() + ": deleted " + file.deleted() + ", not " + deleted);
        }
    }

    private int keep(List<String> before, List<String> after, int start, int from, int end, ChangedFile file) {
        int at = start;
        for (int line = from; line < end; line++) {
            while (at < before.size() && !before.get(at).equals(after.get(line - 1))) {
                at++;
            }
            if (at == before.size()) {
                throw new AssertionError(
                        file.path() + ": line " + line + " is not called added, but is not in the base");
            }
            at++;
            keptLinesChecked++;
        }
        return at;
    }

    private static List<String> lines(Tree tree, FileVersion version) {
        if (!isText(version) || version.binary()) {
            return List.of();
        }
        String text = raw(tree.read(version.path(), Integer.MAX_VALUE));
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%d commits (%d more lack objects), %d files; status differs in %d commits (%d files); added %d, git %d (%+.3f %%), deleted %d,"
                        + " git %d; more added in %d files, fewer in %d; %d kept lines found in the base",
                commits,
                unreadable,
                files,
                commitsWithStatusDiffering,
                statusDiffers,
                ourAdded,
                gitAdded,
                gitAdded == 0 ? 0 : 100.0 * (ourAdded - gitAdded) / gitAdded,
                ourDeleted,
                gitDeleted,
                filesWithMoreAdded,
                filesWithFewerAdded,
                keptLinesChecked);
    }
}
