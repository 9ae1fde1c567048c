package io.imprimatur.git;

import io.imprimatur.error.Preconditions;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * How a repository is read. Immutable.
 *
 * @param allowed existing directories outside the repository that it may take objects from or keep its data in
 * @param maxFiles the most files that a change may touch, and a working tree may have; from 1
 * @param maxCommits the most commits that a range may have; from 1
 * @param maxDiffBytes the largest file whose lines are compared; those of a larger one are not known; from 1 to 256 MiB
 */
public record GitOptions(Set<Path> allowed, int maxFiles, int maxCommits, int maxDiffBytes) {
    /** Nothing outside; 500,000 files; 20,000 commits; lines of files up to 32 MiB. */
    public static final GitOptions DEFAULT = new GitOptions(Set.of(), 500_000, 20_000, 32 << 20);

    public GitOptions {
        allowed = Set.copyOf(Preconditions.notNull(allowed, "allowed"));
        Preconditions.check(maxFiles >= 1, "maxFiles", maxFiles, "must be at least 1");
        Preconditions.check(maxCommits >= 1, "maxCommits", maxCommits, "must be at least 1");
        Preconditions.check(
                maxDiffBytes >= 1 && maxDiffBytes <= 256 << 20,
                "maxDiffBytes",
                maxDiffBytes,
                "must be from 1 to " + (256 << 20));
    }

    /** These, and one more directory that may be read. */
    public GitOptions allow(Path directory) {
        Set<Path> more = new HashSet<>(allowed);
        more.add(Preconditions.notNull(directory, "directory"));
        return new GitOptions(more, maxFiles, maxCommits, maxDiffBytes);
    }

    /** These, with another limit on files. */
    public GitOptions maxFiles(int files) {
        return new GitOptions(allowed, files, maxCommits, maxDiffBytes);
    }

    /** These, with another limit on commits. */
    public GitOptions maxCommits(int commits) {
        return new GitOptions(allowed, maxFiles, commits, maxDiffBytes);
    }

    /** These, with another limit on the files whose lines are compared. */
    public GitOptions maxDiffBytes(int bytes) {
        return new GitOptions(allowed, maxFiles, maxCommits, bytes);
    }
}
