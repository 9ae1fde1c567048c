package io.imprimatur.change;

import io.imprimatur.error.Preconditions;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A commit that a change consists of.
 *
 * @param id 40 or 64 hexadecimal digits
 * @param author who wrote it, as it claims
 * @param committer who committed it, as it claims
 * @param coAuthors from its {@code Co-authored-by} trailers, in order
 * @param trailers every trailer, in order
 * @param committed when, as it claims
 * @param touched the paths that it changed, ordered: of a merge those at which it differs from every parent, since what
 *     it takes over from one of them is not its doing. A renamed file counts under both names
 */
public record Commit(
        String id,
        Person author,
        Person committer,
        List<Person> coAuthors,
        List<Trailer> trailers,
        Instant committed,
        List<RepoPath> touched) {

    public Commit {
        Revision.checkCommitId(id);
        Preconditions.notNull(author, "author");
        Preconditions.notNull(committer, "committer");
        coAuthors = Preconditions.copy(coAuthors, "coAuthors");
        trailers = Preconditions.copy(trailers, "trailers");
        Preconditions.notNull(committed, "committed");
        touched = Preconditions.ordered(touched, "touched");
    }

    /** Whether it changed one of the paths. */
    public boolean touchedAny(Set<RepoPath> paths) {
        return touched.stream().anyMatch(paths::contains);
    }
}
