package io.imprimatur.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.RepoPath;
import io.imprimatur.scan.Gap;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {
    private final Gaps gaps = new Gaps();

    @Test
    void eachIsThereOnceAndKnownByItsPath() {
        RepoPath path = RepoPath.of("a");
        gaps.at(path, Gap.Cause.FAILED, "it failed");
        gaps.addAll(List.of(Gap.at(path, Gap.Cause.FAILED, "it failed"), Gap.whole(Gap.Cause.SKIPPED, "no time")));

        assertThat(gaps.coverage().gaps()).hasSize(2);
        assertThat(gaps.isAt(path)).isTrue();
        assertThat(gaps.isAt(RepoPath.of("b"))).isFalse();
    }

    @Test
    void detailsAreCleanedAndCut() {
        gaps.whole(Gap.Cause.FAILED, "a\u0007b" + "c".repeat(5_000));

        assertThat(gaps.coverage().gaps())
                .singleElement()
                .satisfies(gap ->
                        assertThat(gap.detail()).hasSizeLessThanOrEqualTo(1_000).doesNotContain("\u0007"));
    }

    @Test
    void moreThanAPersonWouldReadAreAGapOfTheWhole() {
        for (int i = 0; i < Gaps.MOST; i++) {
            gaps.at(RepoPath.of("a" + i), Gap.Cause.FAILED, "it failed");
        }
        gaps.at(RepoPath.of("a0"), Gap.Cause.FAILED, "it failed");
        assertThat(gaps.coverage().gaps()).hasSize(Gaps.MOST);

        gaps.at(RepoPath.of("b"), Gap.Cause.FAILED, "it failed");
        assertThat(gaps.coverage().gaps())
                .hasSize(Gaps.MOST + 1)
                .contains(Gap.whole(Gap.Cause.FAILED, "there are more than 2000 gaps, and the others are not listed"));
        assertThat(gaps.isAt(RepoPath.of("b"))).isFalse();
    }
}
