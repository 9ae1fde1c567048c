package io.imprimatur.snyk;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.CleanText;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is not covered, gathered; each once, and where it is too much to be read, as a whole. Not thread-safe. */
final class Gaps {
    private static final int MOST = 2_000;

    private final Set<Gap> gaps = new LinkedHashSet<>();
    private boolean overflowed;

    void whole(Gap.Cause cause, String detail) {
        add(Gap.whole(cause, CleanText.of(detail, 1_000)));
    }

    void at(RepoPath path, Gap.Cause cause, String detail) {
        add(Gap.at(path, cause, CleanText.of(detail, 1_000)));
    }

    void addAll(Collection<Gap> more) {
        more.forEach(this::add);
    }

    private void add(Gap gap) {
        if (gaps.size() < MOST) {
            gaps.add(gap);
        } else {
            overflowed |= !gaps.contains(gap);
        }
    }

    Coverage coverage() {
        List<Gap> all = new ArrayList<>(gaps);
        if (overflowed) {
            all.add(Gap.whole(
                    Gap.Cause.FAILED, "there are more than " + MOST + " gaps, and the others are not listed"));
        }
        return new Coverage(all);
    }
}
