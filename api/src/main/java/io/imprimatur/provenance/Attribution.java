package io.imprimatur.provenance;

import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote some lines of a file at head. Lines that no attribution names are not known to be anyone's.
 *
 * @param path the file at head; for a deleted file, where it stood
 * @param lines the lines; absent where the whole of what the change did to the file is meant
 * @param contributor the kind of author
 * @param aiShare how much of these lines a model wrote: 0 for human, 1 for AI, a range for mixed and unknown
 * @param generation the id of the {@link Generation} that they came from, where known
 * @param evidence why, at least one, ordered
 */
public record Attribution(
        RepoPath path,
        @Nullable LineRanges lines,
        Contributor contributor,
        RatioRange aiShare,
        @Nullable String generation,
        List<Evidence> evidence) {

    public Attribution {
        Preconditions.notNull(path, "path");
        Preconditions.check(
                lines == null || !lines.isEmpty(),
                "lines",
                lines,
                "must not be empty; leave them out for the whole file");
        Preconditions.notNull(contributor, "contributor");
        Preconditions.notNull(aiShare, "aiShare");
        boolean fits = switch (contributor) {
            case HUMAN -> aiShare.equals(RatioRange.exactly(Ratio.ZERO));
            case AI -> aiShare.equals(RatioRange.exactly(Ratio.ONE));
            case MIXED, UNKNOWN -> true;
        };
        Preconditions.check(
                fits, "aiShare", aiShare, "must be 0 for human and 1 for AI (contributor " + contributor + ")");
        if (generation != null) {
            Preconditions.text(generation, "generation", 250);
        }
        evidence = Preconditions.copy(evidence, "evidence").stream()
                .distinct()
                .sorted()
                .toList();
        Preconditions.check(!evidence.isEmpty(), "evidence", "none", "must have at least one");
    }
}
