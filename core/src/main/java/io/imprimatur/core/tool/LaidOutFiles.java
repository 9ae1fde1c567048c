package io.imprimatur.core.tool;

import io.imprimatur.change.RepoPath;
import io.imprimatur.error.Preconditions;
import io.imprimatur.scan.Gap;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files of a change on a disk, for a tool to look at. Immutable and thread-safe.
 *
 * @param root the folder in which they lie
 * @param files which file of the repository each is, by its path within the folder, with {@code /} between its segments
 * @param gaps what was left out, and why
 */
public record LaidOutFiles(Path root, SortedMap<String, RepoPath> files, List<Gap> gaps) {
    public LaidOutFiles {
        Preconditions.notNull(root, "root");
        files = Collections.unmodifiableSortedMap(new TreeMap<>(Preconditions.notNull(files, "files")));
        gaps = Preconditions.copy(gaps, "gaps");
    }

    /** Which file of the repository a tool means: by the path within the folder, with or without {@code ./}, or the whole. */
    public Optional<RepoPath> meant(String written) {
        String slashes = Preconditions.notNull(written, "written").replace('\\', '/');
        String folder = root.toString().replace('\\', '/') + "/";
        String within = slashes.startsWith(folder) ? slashes.substring(folder.length()) : slashes;
        return Optional.ofNullable(files.get(within.startsWith("./") ? within.substring(2) : within));
    }
}
