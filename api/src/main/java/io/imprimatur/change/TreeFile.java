package io.imprimatur.change;

import io.imprimatur.error.Preconditions;

/**
 * A file of a {@link Tree}.
 *
 * @param path where it stands
 * @param mode what it is
 * @param size of its content in bytes
 */
public record TreeFile(RepoPath path, FileMode mode, long size) {
    public TreeFile {
        Preconditions.notNull(path, "path");
        Preconditions.notNull(mode, "mode");
        Preconditions.check(size >= 0, "size", size, "must not be negative");
    }
}
