package io.imprimatur.change;

import io.imprimatur.error.Preconditions;

/**
 * A path of a change whose content could not be read as it will stand: nothing is known of what is in it. Every scanner
 * counts as not having covered it.
 *
 * @param path the path
 * @param reason why, as a sentence without a full stop
 */
public record UnreadPath(RepoPath path, String reason) implements Comparable<UnreadPath> {
    public UnreadPath {
        Preconditions.notNull(path, "path");
        Preconditions.text(reason, "reason", 1000);
    }

    @Override
    public int compareTo(UnreadPath other) {
        int order = path.compareTo(other.path);
        return order != 0 ? order : reason.compareTo(other.reason);
    }
}
