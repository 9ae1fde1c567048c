package io.imprimatur.provenance;

import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import java.util.Arrays;
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
        List<Evidence> evidence)
        implements Comparable<Attribution> {

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
            case HUMAN -> aiShare.high().compareTo(Ratio.ZERO) == 0;
            case AI -> aiShare.low().compareTo(Ratio.ONE) == 0;
            case MIXED, UNKNOWN -> true;
        };
        Preconditions.check(
                fits, "aiShare", aiShare, "must be 0 for human and 1 for AI (contributor " + contributor + ")");
        if (generation != null) {
            Preconditions.text(generation, "generation", 250);
        }
        evidence = Preconditions.ordered(evidence, "evidence");
        Preconditions.check(!evidence.isEmpty(), "evidence", "none", "must have at least one");
    }

    /** By path, then by lines, then by all the rest. */
    @Override
    public int compareTo(Attribution other) {
        int order = path.compareTo(other.path);
        order = order != 0 ? order : String.valueOf(lines).compareTo(String.valueOf(other.lines));
        order = order != 0 ? order : contributor.compareTo(other.contributor);
        order = order != 0 ? order : aiShare.low().compareTo(other.aiShare.low());
        order = order != 0 ? order : aiShare.high().compareTo(other.aiShare.high());
        order = order != 0 ? order : compare(generation, other.generation);
        return order != 0
                ? order
                : Arrays.compare(evidence.toArray(new Evidence[0]), other.evidence.toArray(new Evidence[0]));
    }

    /** What is absent comes first. */
    private static int compare(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.compareTo(other);
    }
}
