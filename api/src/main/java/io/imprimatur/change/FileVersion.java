package io.imprimatur.change;

import io.imprimatur.error.Preconditions;

/**
 * A file as one side of a change has it.
 *
 * @param path where it stands
 * @param mode what it is
 * @param digest of its content as stored, with no filter applied
 * @param size of its content in bytes
 * @param binary whether its first 8,000 bytes hold a NUL, which is how git tells
 */
public record FileVersion(RepoPath path, FileMode mode, Digest digest, long size, boolean binary) {
    public FileVersion {
        Preconditions.notNull(path, "path");
        Preconditions.notNull(mode, "mode");
        Preconditions.notNull(digest, "digest");
        Preconditions.check(
                size >= 0 && size <= Preconditions.MAX_WHOLE,
                "size",
                size,
                "must be from 0 to " + Preconditions.MAX_WHOLE);
    }
}
