package io.imprimatur.git;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.transport.RefSpec;
import org.jspecify.annotations.Nullable;

/**
 * Which branch a name stands for, called as whoever keeps it calls it: {@code origin/main}, {@code refs/heads/main} and
 * {@code heads/main} are all {@code main}.
 */
final class Branches {
    private static final String HEADS = "refs/heads/";

    private final RefStore refs;
    private final List<RefSpec> fetches;

    /** @param fetches which branches elsewhere the refs of remote branches are copies of */
    Branches(RefStore refs, List<RefSpec> fetches) {
        this.refs = refs;
        this.fetches = fetches;
    }

    /** The branch that is checked out, with commits or without; null where {@code HEAD} names a commit. */
    @Nullable
    String checkedOut() throws IOException {
        return ofFullName("HEAD");
    }

    /** The branch that a revision is; null where it is none, such as a tag, an id or {@code main~1}, or may be another. */
    @Nullable
    String named(String revision) throws IOException {
        if (RevisionResolver.isId(revision)) {
            return null;
        }
        Set<@Nullable String> found = new HashSet<>();
        for (String full : RevisionResolver.meanings(revision)) {
            if (refs.find(full) != null) {
                found.add(ofFullName(full));
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private @Nullable String ofFullName(String full) throws IOException {
        String end = refs.end(full);
        if (end == null || end.startsWith(HEADS)) {
            return shortened(end);
        }
        Set<@Nullable String> found = new HashSet<>();
        for (RefSpec fetch : fetches) {
            if (fetch.matchDestination(end)) {
                found.add(shortened(fetch.expandFromDestination(end).getSource()));
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private static @Nullable String shortened(@Nullable String full) {
        return full != null && full.startsWith(HEADS) && full.length() > HEADS.length()
                ? full.substring(HEADS.length())
                : null;
    }
}
