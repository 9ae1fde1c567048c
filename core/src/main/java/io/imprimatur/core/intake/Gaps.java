package io.imprimatur.core.intake;

import io.imprimatur.change.RepoPath;
import io.imprimatur.error.Preconditions;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is not covered, gathered while a report is read or a tool is run: each once, and no more than {@value #MOST}; that there
 * are others is then a gap of the whole. Details may quote a report: they are cleaned by {@link CleanText}. Not thread-safe.
 */
public final class Gaps {
    /** How many are listed. */
    public static final int MOST = 2_000;

    private static final int LONGEST = 1_000;

    private final Set<Gap> gaps = new LinkedHashSet<>();
    private final Set<RepoPath> paths = new HashSet<>();
    private boolean overflowed;

    /** With nothing in it yet. */
    public Gaps() {}

    /** The whole is not covered; of {@code detail} no more than 1,000 characters are kept. */
    public void whole(Gap.Cause cause, String detail) {
        add(Gap.whole(cause, CleanText.of(detail, LONGEST)));
    }

    /** A file is not covered; {@code detail} as for {@link #whole}. */
    public void at(RepoPath path, Gap.Cause cause, String detail) {
        add(Gap.at(path, cause, CleanText.of(detail, LONGEST)));
    }

    /** This is not covered. */
    public void add(Gap gap) {
        Preconditions.notNull(gap, "gap");
        if (gaps.size() >= MOST) {
            overflowed |= !gaps.contains(gap);
            return;
        }
        gaps.add(gap);
        if (gap.path() != null) {
            paths.add(gap.path());
        }
    }

    /** These are not covered. */
    public void addAll(Collection<Gap> more) {
        more.forEach(this::add);
    }

    /** Whether one of those that are listed is at a file. */
    public boolean isAt(RepoPath path) {
        return paths.contains(path);
    }

    /** All of it. */
    public Coverage coverage() {
        List<Gap> all = new ArrayList<>(gaps);
        if (overflowed) {
            all.add(Gap.whole(
                    Gap.Cause.FAILED, "there are more than " + MOST + " gaps, and the others are not listed"));
        }
        return new Coverage(all);
    }
}
