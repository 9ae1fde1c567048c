package io.imprimatur.core.intake;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.FindingDraft;
import org.jspecify.annotations.Nullable;

/**
 * A place of a file at head at which a finding can stand.
 *
 * @param path the file, which is there
 * @param lines lines that it has; absent where the file as a whole is meant
 * @param firstColumn 0 where unknown
 * @param lastColumn 0 where unknown
 * @param doubt what does not fit between the report and the file, as a sentence without a full stop; absent where all does
 */
public record Place(
        RepoPath path,
        @Nullable LineRange lines,
        int firstColumn,
        int lastColumn,
        @Nullable String doubt) {

    static Place whole(RepoPath path, @Nullable String doubt) {
        return new Place(path, null, 0, 0, doubt);
    }

    /** Puts a draft here. */
    public FindingDraft.Builder put(FindingDraft.Builder draft) {
        return lines == null ? draft.at(path) : draft.at(path, lines).columns(firstColumn, lastColumn);
    }
}
