package io.imprimatur.core.policy.cases;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A file as a case gives it.
 *
 * @param path where it is, or was
 * @param from where it came from, where it moved or was copied
 * @param status what happened to it
 * @param added how many lines it gained; 0 where they are not known
 * @param deleted how many lines it lost; 0 where they are not known
 * @param linesKnown whether the lines were counted
 * @param authorship who wrote what was added
 */
record GivenFile(
        RepoPath path,
        @Nullable RepoPath from,
        ChangeStatus status,
        int added,
        int deleted,
        boolean linesKnown,
        Authorship authorship) {

    ChangedFile changed() {
        FileVersion before = status == ChangeStatus.ADDED ? null : version(from == null ? path : from, "before");
        FileVersion after = status == ChangeStatus.DELETED ? null : version(path, "after");
        LineRanges lines = added == 0 ? LineRanges.NONE : LineRanges.of(new LineRange(1, added));
        return new ChangedFile(status, before, after, lines, deleted, linesKnown);
    }

    /** Content that nobody looks at, but that is another before and after. */
    private static FileVersion version(RepoPath path, String side) {
        Digest digest = Digest.of((side + " " + path).getBytes(StandardCharsets.UTF_8));
        return new FileVersion(path, FileMode.REGULAR, digest, 1, false);
    }
}
