package io.imprimatur.git;

import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Turns a difference into a changed file: reads both sides and counts lines. Where a binary file becomes text every line is
 * new, since none is known to have been there.
 */
final class FileChanges {
    private final FileVersions versions;
    private final Contents before;
    private final Contents after;

    FileChanges(FileVersions versions, Contents before, Contents after) {
        this.versions = versions;
        this.before = before;
        this.after = after;
    }

    ChangedFile of(Difference difference) throws IOException {
        FileVersions.Read old = difference.before() == null ? null : versions.read(difference.before(), before);
        FileVersions.Read current = difference.after() == null ? null : versions.read(difference.after(), after);
        FileVersion oldVersion = old == null ? null : old.version();
        FileVersion currentVersion = current == null ? null : current.version();
        ChangeStatus status = status(difference);
        // Every line of a copy is new where it stands, as git counts them unless asked for copies.
        Lines oldLines = old == null || status == ChangeStatus.COPIED ? Lines.NONE : old.lines();
        Lines currentLines = current == null ? Lines.NONE : current.lines();
        if (oldLines == null || currentLines == null) {
            return new ChangedFile(status, oldVersion, currentVersion, LineRanges.NONE, 0, false);
        }
        BitSet added = LineDiff.added(oldLines, currentLines);
        int kept = currentLines.count() - added.cardinality();
        long deleted = (long) oldLines.count() - kept;
        return new ChangedFile(status, oldVersion, currentVersion, ranges(added), deleted, true);
    }

    private static ChangeStatus status(Difference difference) {
        return switch (difference.kind()) {
            case ADDED -> ChangeStatus.ADDED;
            case DELETED -> ChangeStatus.DELETED;
            case RENAMED -> ChangeStatus.RENAMED;
            case COPIED -> ChangeStatus.COPIED;
            case CHANGED -> changed(difference.old(), difference.current());
        };
    }

    private static ChangeStatus changed(TreeEntry old, TreeEntry current) {
        boolean sameType = old.mode() == current.mode() || (old.isRegular() && current.isRegular());
        if (!sameType) {
            return ChangeStatus.TYPE_CHANGED;
        }
        return old.id().equals(current.id()) ? ChangeStatus.MODE_CHANGED : ChangeStatus.MODIFIED;
    }

    /** Lines from 1. */
    private static LineRanges ranges(BitSet lines) {
        List<LineRange> ranges = new ArrayList<>();
        for (int first = lines.nextSetBit(0); first >= 0; ) {
            int end = lines.nextClearBit(first);
            ranges.add(new LineRange(first + 1, end));
            first = lines.nextSetBit(end);
        }
        return new LineRanges(ranges);
    }
}
