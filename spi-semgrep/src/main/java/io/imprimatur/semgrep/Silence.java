package io.imprimatur.semgrep;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.error.ImprimaturException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What comments in the code suppress: those that were there before, everything that they speak of; those that the change
 * itself adds, nothing. Not thread-safe.
 */
final class Silence {
    private static final int MOST_BYTES = 10 << 20;

    private final Tree head;
    private final Map<RepoPath, ChangedFile> changed = new HashMap<>();
    private final Map<RepoPath, List<Comments.Comment>> comments = new HashMap<>();

    /** What a comment does to a finding. */
    enum Effect {
        /** There is none. */
        NONE,
        /** It suppresses it. */
        SUPPRESSED,
        /** It would, if the change had not brought it. */
        REFUSED
    }

    Silence(Change change, Tree head) {
        this.head = head;
        change.files().forEach(file -> changed.put(file.path(), file));
    }

    /** What the comments say of a finding of a rule that begins at a line. */
    Effect on(RepoPath path, int line, String rule) {
        Effect effect = Effect.NONE;
        for (Comments.Comment comment : of(path)) {
            if (comment.isAbout(line, rule)) {
                if (!isAdded(path, comment.line())) {
                    return Effect.SUPPRESSED;
                }
                effect = Effect.REFUSED;
            }
        }
        return effect;
    }

    /** The first line of a file on which the change adds what a tool may take for such a comment; 0 where it adds none. */
    int firstAdded(RepoPath path) {
        try {
            return Comments.firstLike(head.read(path, MOST_BYTES), line -> isAdded(path, line));
        } catch (ImprimaturException unreadable) {
            return 0;
        }
    }

    /** Whether the change brought a line, or may have. */
    private boolean isAdded(RepoPath path, int line) {
        @Nullable ChangedFile file = changed.get(path);
        return file != null
                && (!file.linesKnown() || file.isBinary() || file.added().contains(line));
    }

    private List<Comments.Comment> of(RepoPath path) {
        return comments.computeIfAbsent(path, absent -> {
            try {
                return Comments.in(head.read(path, MOST_BYTES));
            } catch (ImprimaturException unreadable) {
                return List.of();
            }
        });
    }
}
