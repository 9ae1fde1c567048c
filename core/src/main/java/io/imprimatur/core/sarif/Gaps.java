package io.imprimatur.core.sarif;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.CleanText;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is not covered, gathered while a report is read: each once, and no more than a person would read. */
final class Gaps {
    private static final int MOST = 500;

    private final Set<Gap> gaps = new LinkedHashSet<>();
    private @Nullable Gap more;

    void whole(Gap.Cause cause, String detail) {
        add(new Gap(cause, null, null, CleanText.of(detail, 1_000)));
    }

    void at(RepoPath path, Gap.Cause cause, String detail) {
        add(new Gap(cause, path, null, CleanText.of(detail, 1_000)));
    }

    void add(Gap gap) {
        if (gaps.size() < MOST || gaps.contains(gap)) {
            gaps.add(gap);
        } else if (more == null) {
            more = Gap.whole(
                    Gap.Cause.INVALID_ANSWER, "More than " + MOST + " things are not covered; the rest is left out");
        }
    }

    Coverage coverage() {
        return new Coverage(gaps.stream().toList()).with(more == null ? Set.of() : Set.of(more));
    }
}
