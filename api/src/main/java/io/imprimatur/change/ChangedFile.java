package io.imprimatur.change;

import io.imprimatur.error.Preconditions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that a change touches.
 *
 * @param status what happened; it says which of the two sides exist
 * @param before the file at base; absent where it is {@link ChangeStatus#ADDED}
 * @param after the file at head; absent where it is {@link ChangeStatus#DELETED}
 * @param added the lines at head that the change brought; none for binary files, links to other content and deletions
 * @param deleted how many lines of the base are gone
 * @param linesKnown whether {@code added} and {@code deleted} were counted; false where a side is too large or could not
 *     be read, and then both are empty: not "none", but not known
 */
public record ChangedFile(
        ChangeStatus status,
        @Nullable FileVersion before,
        @Nullable FileVersion after,
        LineRanges added,
        long deleted,
        boolean linesKnown) {

    public ChangedFile {
        Preconditions.notNull(status, "status");
        Preconditions.notNull(added, "added");
        Preconditions.check(
                (before == null) == (status == ChangeStatus.ADDED),
                "before",
                before,
                "must be absent for an added file, and only there (status " + status + ")");
        Preconditions.check(
                (after == null) == (status == ChangeStatus.DELETED),
                "after",
                after,
                "must be absent for a deleted file, and only there (status " + status + ")");
        if (before != null && after != null) {
            boolean moved = status == ChangeStatus.RENAMED || status == ChangeStatus.COPIED;
            Preconditions.check(
                    moved != before.path().equals(after.path()),
                    "after.path",
                    after.path(),
                    "must differ from before.path for a renamed or copied file, and only there (status " + status
                            + ")");
        }
        Preconditions.check(
                deleted >= 0 && deleted <= Preconditions.MAX_WHOLE,
                "deleted",
                deleted,
                "must be from 0 to " + Preconditions.MAX_WHOLE);
        Preconditions.check(
                linesKnown || (added.isEmpty() && deleted == 0),
                "added",
                added,
                "must be empty where the lines are not known");
        Preconditions.check(after != null || added.isEmpty(), "added", added, "must be empty for a deleted file");
    }

    /** Where the file stands at head; for a deleted file, where it stood at base. */
    public RepoPath path() {
        if (after != null) {
            return after.path();
        }
        return Preconditions.notNull(before, "before").path();
    }

    /** Where it stood before it moved or was copied. */
    public Optional<RepoPath> movedFrom() {
        return before != null && after != null && !before.path().equals(after.path())
                ? Optional.of(before.path())
                : Optional.empty();
    }

    /** Whether either side is binary. */
    public boolean isBinary() {
        return (before != null && before.binary()) || (after != null && after.binary());
    }
}
