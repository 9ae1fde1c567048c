package io.imprimatur.core.head;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a change brought what stands at a place. Immutable. */
public final class Origins {
    private final Map<RepoPath, ChangedFile> changed = new HashMap<>();
    private final Set<RepoPath> unread = new HashSet<>();

    /** For what a change touches. */
    public Origins(Change change) {
        for (ChangedFile file : change.files()) {
            changed.put(file.path(), file);
        }
        for (UnreadPath path : change.unread()) {
            unread.add(path.path());
        }
    }

    /** For no change at all. */
    Origins() {}

    /** The lines that the change adds to a file; none where that is not known. */
    LineRanges added(RepoPath path) {
        ChangedFile file = changed.get(path);
        return file == null ? LineRanges.NONE : file.added();
    }

    /** The path by which a file is known: of one that the change renames, that from which it does, if that is free now. */
    public RepoPath home(RepoPath path) {
        ChangedFile file = changed.get(path);
        if (file == null || file.status() != ChangeStatus.RENAMED) {
            return path;
        }
        RepoPath before = file.movedFrom().orElse(path);
        return changed.containsKey(before) || unread.contains(before) ? path : before;
    }

    /** Whether the change brought it; a place that names no line of a file that was there before may be either. */
    public Origin of(@Nullable Location location) {
        if (location == null || unread.contains(location.path())) {
            return Origin.UNKNOWN;
        }
        ChangedFile file = changed.get(location.path());
        if (file == null) {
            return Origin.PRE_EXISTING;
        }
        if (file.status() == ChangeStatus.ADDED) {
            return Origin.INTRODUCED;
        }
        if (location.lines() == null || !hasCountedLines(file)) {
            return Origin.UNKNOWN;
        }
        return file.added().intersects(location.lines()) ? Origin.INTRODUCED : Origin.PRE_EXISTING;
    }

    /** Whether the added lines say what is new: of a binary file, a link and a submodule they are none, whatever changed. */
    private static boolean hasCountedLines(ChangedFile file) {
        FileVersion before = file.before();
        FileVersion after = file.after();
        if (before != null
                && after != null
                && before.digest().equals(after.digest())
                && before.mode() == after.mode()) {
            return true;
        }
        return file.linesKnown() && !file.isBinary() && isText(before) && isText(after);
    }

    private static boolean isText(@Nullable FileVersion version) {
        return version == null || version.mode() == FileMode.REGULAR || version.mode() == FileMode.EXECUTABLE;
    }
}
