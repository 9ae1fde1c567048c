package io.imprimatur.policy;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.FileKind;
import io.imprimatur.error.Preconditions;
import java.util.List;

/**
 * Which of the files that a change touches a condition is about: those that meet all of these. An empty list asks nothing.
 *
 * @param paths the path matches one of these, before or after the change
 * @param outside the path matches none of these, before or after the change
 * @param kinds the file is of one of these kinds, before or after the change; ordered
 * @param statuses this happened to the file; ordered
 */
public record FileFilter(List<Glob> paths, List<Glob> outside, List<FileKind> kinds, List<ChangeStatus> statuses) {
    /** Every file. */
    public static final FileFilter ANY = new FileFilter(List.of(), List.of(), List.of(), List.of());

    public FileFilter {
        paths = Preconditions.ordered(paths, "paths");
        outside = Preconditions.ordered(outside, "outside");
        kinds = Preconditions.ordered(kinds, "kind");
        statuses = Preconditions.ordered(statuses, "status");
    }

    /** The files in paths that match one of the patterns. */
    public static FileFilter in(List<Glob> paths) {
        return new FileFilter(paths, List.of(), List.of(), List.of());
    }

    /** Whether it asks nothing. */
    public boolean isAny() {
        return paths.isEmpty() && asksPathsOnly();
    }

    /** Whether it asks for nothing but paths. */
    public boolean asksPathsOnly() {
        return outside.isEmpty() && kinds.isEmpty() && statuses.isEmpty();
    }
}
