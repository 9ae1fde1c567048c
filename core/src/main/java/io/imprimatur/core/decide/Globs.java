package io.imprimatur.core.decide;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileKind;
import io.imprimatur.change.RepoPath;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.Glob;
import java.util.List;

/** Lists of patterns, of which one must match; an empty list asks nothing. */
final class Globs {
    private Globs() {}

    /** Whether a file matches at base or at head. */
    static boolean touch(List<Glob> globs, ChangedFile file) {
        RepoPath before = file.movedFrom().orElse(null);
        return match(globs, file.path()) || (before != null && match(globs, before));
    }

    /** Whether a filter lets a file through: as it stands at base or at head, one of the two meets all that is asked. */
    static boolean pass(FileFilter filter, ChangedFile file) {
        RepoPath before = file.movedFrom().orElse(null);
        return (filter.statuses().isEmpty() || filter.statuses().contains(file.status()))
                && (pass(filter, file.path()) || (before != null && pass(filter, before)));
    }

    private static boolean pass(FileFilter filter, RepoPath path) {
        return match(filter.paths(), path)
                && (filter.outside().isEmpty() || !match(filter.outside(), path))
                && (filter.kinds().isEmpty() || isOne(filter.kinds(), path));
    }

    private static boolean isOne(List<FileKind> kinds, RepoPath path) {
        for (FileKind kind : kinds) {
            if (FileKinds.isA(kind, path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a path matches, or may be a folder with something in it that does. */
    static boolean mayMatch(List<Glob> globs, RepoPath path) {
        return match(globs, path) || globs.stream().anyMatch(glob -> glob.matchesBelow(path.text()));
    }

    /** Whether one of them matches a path, and all that is in it should it be a folder. */
    static boolean matchWhole(List<Glob> globs, RepoPath path) {
        return globs.stream().anyMatch(glob -> glob.pattern().endsWith("**") && glob.matches(path.text()));
    }

    static boolean match(List<Glob> globs, RepoPath path) {
        return match(globs, path.text());
    }

    static boolean match(List<Glob> globs, String text) {
        if (globs.isEmpty()) {
            return true;
        }
        for (Glob glob : globs) {
            if (glob.matches(text)) {
                return true;
            }
        }
        return false;
    }
}
