package io.imprimatur.change;

import io.imprimatur.error.Preconditions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be judged: the files that differ between two sides of a repository, and the commits that brought it about.
 * Holds no content; {@link ChangeContent} reads that. Immutable and thread-safe.
 *
 * @param repository a name for the repository, given by the caller, for example {@code acme/shop}
 * @param base the side before: for a range of commits, their merge base
 * @param head the side after
 * @param target the branch that the change is meant for, where known
 * @param commits from the oldest; empty for what is not committed yet
 * @param pusher who pushed it, where known (a commit does not say)
 * @param files ordered by path, each path once
 * @param unread paths whose content could not be read, ordered
 */
public record Change(
        String repository,
        Revision base,
        Revision head,
        @Nullable String target,
        List<Commit> commits,
        @Nullable Person pusher,
        List<ChangedFile> files,
        List<UnreadPath> unread) {

    public Change {
        Preconditions.text(repository, "repository", 1000);
        Preconditions.notNull(base, "base");
        Preconditions.notNull(head, "head");
        if (target != null) {
            Preconditions.text(target, "target", 1000);
        }
        commits = Preconditions.copy(commits, "commits");
        TreeMap<RepoPath, ChangedFile> byPath = new TreeMap<>();
        for (ChangedFile file : Preconditions.<ChangedFile>copy(files, "files")) {
            Preconditions.check(
                    byPath.putIfAbsent(file.path(), file) == null, "files", file.path(), "must have each path once");
        }
        files = List.copyOf(byPath.values());
        unread = Preconditions.ordered(unread, "unread");
    }

    /** The same change as if it touched these files. */
    public Change withFiles(List<ChangedFile> newFiles) {
        return new Change(repository, base, head, target, commits, pusher, newFiles, unread);
    }

    /** The same change as if it were meant for this branch. */
    public Change withTarget(String newTarget) {
        return new Change(repository, base, head, newTarget, commits, pusher, files, unread);
    }

    /** The same change as if these commits brought it. */
    public Change withCommits(List<Commit> newCommits) {
        return new Change(repository, base, head, target, newCommits, pusher, files, unread);
    }

    /**
     * The unread paths that are none of the files: of these, and of what lies below where they are folders, it is not known
     * whether the change touches them.
     */
    public List<RepoPath> unsure() {
        if (unread.isEmpty()) {
            return List.of();
        }
        Set<RepoPath> known = new HashSet<>();
        files.forEach(file -> known.add(file.path()));
        return unread.stream()
                .map(UnreadPath::path)
                .filter(path -> !known.contains(path))
                .distinct()
                .toList();
    }

    /** How many lines the change adds, in the files whose lines are known. */
    public long addedLines() {
        long lines = 0;
        for (ChangedFile file : files) {
            lines += file.added().count();
        }
        return lines;
    }

    /** How many lines the change deletes, in the files whose lines are known. */
    public long deletedLines() {
        long lines = 0;
        for (ChangedFile file : files) {
            lines += file.deleted();
        }
        return lines;
    }

    /** Whether the lines of every file are known. */
    public boolean linesKnown() {
        for (ChangedFile file : files) {
            if (!file.linesKnown()) {
                return false;
            }
        }
        return true;
    }
}
