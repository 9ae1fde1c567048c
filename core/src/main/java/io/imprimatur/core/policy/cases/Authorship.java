package io.imprimatur.core.policy.cases;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.policy.file.Percent;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a file a model wrote.
 *
 * @param share at least so much and at most so much; absent where nothing is said
 */
record Authorship(@Nullable RatioRange share) {
    static final Evidence EVIDENCE = new Evidence(Evidence.Kind.EMBEDDER, Evidence.Strength.CLAIMED, "the case");

    /** A person wrote all of it. */
    static final Authorship PERSON = new Authorship(RatioRange.exactly(Ratio.ZERO));

    /** {@code 20%}, {@code 20% to 60%} or {@code unknown}. */
    static Authorship parse(String text) {
        return text.equals("unknown") ? new Authorship(null) : new Authorship(range(text));
    }

    /** {@code 20%} or {@code 20% to 60%}. */
    static RatioRange range(String text) {
        String[] ends = text.split(" to ", 2);
        Ratio low = Percent.parse(ends[0].strip());
        Ratio high = Percent.parse(ends[ends.length - 1].strip());
        if (low == null || high == null || low.compareTo(high) > 0) {
            throw Words.refused("must be a share such as 20%, or two such as 20% to 60%, the smaller first", text);
        }
        return new RatioRange(low, high);
    }

    /** Whether it comes to whole lines of so many. */
    boolean isWholeOf(int lines) {
        return share == null || (isWhole(share.low(), lines) && isWhole(share.high(), lines));
    }

    private static boolean isWhole(Ratio ratio, long lines) {
        return lines * ratio.millionths() % Ratio.SCALE == 0;
    }

    /** Who wrote so many added lines: from the first line on a model, then nobody knows, then a person. */
    List<Attribution> of(RepoPath path, int lines, @Nullable String generation) {
        if (share == null) {
            return List.of();
        }
        if (lines == 0) {
            return List.of(whole(path, share, generation));
        }
        int certain = (int) ((long) lines * share.low().millionths() / Ratio.SCALE);
        int possible = (int) ((long) lines * share.high().millionths() / Ratio.SCALE);
        List<Attribution> attributions = new ArrayList<>();
        add(path, 1, certain, Contributor.AI, generation, attributions);
        add(path, certain + 1, possible, Contributor.UNKNOWN, null, attributions);
        add(path, possible + 1, lines, Contributor.HUMAN, null, attributions);
        return attributions;
    }

    /** Of a file without lines to count. */
    private static Attribution whole(RepoPath path, RatioRange share, @Nullable String generation) {
        Contributor contributor = share.equals(RatioRange.exactly(Ratio.ZERO))
                ? Contributor.HUMAN
                : share.equals(RatioRange.exactly(Ratio.ONE)) ? Contributor.AI : Contributor.MIXED;
        String by = contributor == Contributor.HUMAN ? null : generation;
        return new Attribution(path, null, contributor, share, by, List.of(EVIDENCE));
    }

    private static void add(
            RepoPath path,
            int first,
            int last,
            Contributor contributor,
            @Nullable String generation,
            List<Attribution> attributions) {
        if (first <= last) {
            RatioRange share = switch (contributor) {
                case AI -> RatioRange.exactly(Ratio.ONE);
                case HUMAN -> RatioRange.exactly(Ratio.ZERO);
                default -> RatioRange.UNKNOWN;
            };
            LineRanges lines = LineRanges.of(new LineRange(first, last));
            attributions.add(new Attribution(path, lines, contributor, share, generation, List.of(EVIDENCE)));
        }
    }
}
