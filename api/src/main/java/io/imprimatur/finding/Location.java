package io.imprimatur.finding;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * Where a finding is.
 *
 * @param path the file at head
 * @param lines the lines; absent where the file as a whole is meant
 * @param firstColumn the first character on the first line, from 1, in UTF-16 code units as SARIF counts by default; 0
 *     where unknown
 * @param lastColumn the last character on the last line, included; 0 where unknown
 */
public record Location(RepoPath path, @Nullable LineRange lines, int firstColumn, int lastColumn)
        implements Comparable<Location> {
    public Location {
        Preconditions.notNull(path, "path");
        boolean columns = firstColumn != 0 || lastColumn != 0;
        Preconditions.check(!columns || lines != null, "firstColumn", firstColumn, "must not stand without a line");
        Preconditions.check(firstColumn >= 0, "firstColumn", firstColumn, "must not be negative");
        Preconditions.check(lastColumn >= 0, "lastColumn", lastColumn, "must not be negative");
        Preconditions.check(
                lastColumn == 0 || firstColumn > 0, "lastColumn", lastColumn, "must not stand without a first column");
        Preconditions.check(
                lastColumn == 0 || lines == null || lines.size() > 1 || lastColumn >= firstColumn,
                "lastColumn",
                lastColumn,
                "must not be before the first column, " + firstColumn);
    }

    /** A file as a whole. */
    public static Location of(RepoPath path) {
        return new Location(path, null, 0, 0);
    }

    /** Some lines of a file. */
    public static Location of(RepoPath path, LineRange lines) {
        return new Location(path, lines, 0, 0);
    }

    @Override
    public int compareTo(Location other) {
        int order = path.compareTo(other.path);
        if (order == 0 && lines != null && other.lines != null) {
            order = lines.compareTo(other.lines);
        } else if (order == 0) {
            // A file as a whole comes before its lines.
            order = Boolean.compare(lines != null, other.lines != null);
        }
        order = order != 0 ? order : Integer.compare(firstColumn, other.firstColumn);
        return order != 0 ? order : Integer.compare(lastColumn, other.lastColumn);
    }

    /** {@code path}, {@code path:line} or {@code path:line:column}, as compilers write it. */
    @Override
    public String toString() {
        if (lines == null) {
            return path.text();
        }
        return path + ":" + lines.first() + (firstColumn == 0 ? "" : ":" + firstColumn);
    }
}
