package io.imprimatur.core.intake;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.core.head.FileLines;
import io.imprimatur.core.head.HeadFiles;
import io.imprimatur.core.head.HeadFiles.HeadFile;
import io.imprimatur.core.head.Offsets;
import io.imprimatur.error.Preconditions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds for what a tool names the place at head that is there, so that no finding is dropped for a column that is off by
 * one: tools count from 0 or 1, in bytes or characters, and some point behind the last line. Thread-safe.
 */
public final class Placing {
    private static final String UNREAD = "the file cannot be looked into";

    private final HeadFiles head;

    /** For the files of a tree, which is the one after the change. */
    public Placing(Tree head) {
        this.head = new HeadFiles(Preconditions.notNull(head, "head"));
    }

    /** Whether a file is there; true where that cannot be known. */
    public boolean exists(RepoPath path) {
        return head.at(path).exists();
    }

    /** The lines of a file; absent where it is not there or cannot be looked into. */
    @Nullable
    FileLines lines(RepoPath path) {
        return lines(head.at(path));
    }

    /**
     * The place of a region; empty where the file is not there. Columns are brought into their line, a last line into the
     * file. A first line that the file does not have, or that cannot be, leaves the file as a whole, with a doubt: the
     * report may be of other content.
     */
    public Optional<Place> place(RepoPath path, Region region) {
        HeadFile file = head.at(path);
        if (!file.exists()) {
            return Optional.empty();
        }
        int first = region.firstLine();
        if (first == 0) {
            return Optional.of(Place.whole(path, lines(file) == null ? UNREAD : null));
        }
        FileLines lines = lines(file);
        int count = lines == null ? Integer.MAX_VALUE - 2 : Math.max(1, lines.count());
        if (first < 0 || first > count + 1) {
            return Optional.of(Place.whole(path, "it names line " + first + " of a file with " + count));
        }
        first = Math.min(first, count);
        int last = Math.max(first, Math.min(region.lastLine(), count));
        int firstColumn = column(region.firstColumn(), lines, first);
        int lastColumn = firstColumn == 0 ? 0 : column(region.lastColumn(), lines, last);
        if (first == last && lastColumn > 0) {
            lastColumn = Math.max(firstColumn, lastColumn);
        }
        return Optional.of(
                new Place(path, new LineRange(first, last), firstColumn, lastColumn, lines == null ? UNREAD : null));
    }

    /**
     * The lines of a part of a file; empty where the file is not there. A file that is no text, or not in UTF-8 where
     * characters are counted, is meant as a whole; so is one that has no such part, with a doubt.
     */
    public Optional<Place> place(RepoPath path, Span span) {
        HeadFile file = head.at(path);
        FileLines lines = lines(file);
        if (!file.exists() || lines == null) {
            return place(path, Region.NONE);
        }
        Offsets offsets = lines.offsets(span.unit().counted);
        if (offsets == null) {
            return Optional.of(Place.whole(path, null));
        }
        if (span.end() > offsets.length()) {
            return Optional.of(Place.whole(
                    path, "it names a part that ends at offset " + span.end() + " of a file with " + offsets.length()));
        }
        return Optional.of(new Place(path, offsets.lines(span.offset(), span.length()), 0, 0, null));
    }

    private static @Nullable FileLines lines(HeadFile file) {
        return file.lines() == null ? null : file.lines().lines();
    }

    private static int column(int column, @Nullable FileLines lines, int line) {
        int known = Math.max(0, column);
        return lines == null ? known : Math.min(known, lines.widest(line));
    }
}
