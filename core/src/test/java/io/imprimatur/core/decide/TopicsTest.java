package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Change;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Category;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the code that a change touches is about, and when that is not known. */
class TopicsTest {
    private static final Category MONEY = Category.ofTopic("money");
    private static final Policy NOTHING_DRAWN = Policy.builder("p").build();
    private static final Policy DRAWN =
            Policy.builder("p").topic("money", new Glob("billing/**")).build();
    private static final Change CHANGE = Given.change(Given.file("billing/a"), Given.file("src/b"));
    private static final TopicTouched MONEY_TOUCHED = new TopicTouched(List.of("money"), List.of(), null);

    @Test
    void whereNeitherPatternsNorAScannerTellNobodyKnows() {
        assertThat(truth(MONEY_TOUCHED, NOTHING_DRAWN, CHANGE)).isEqualTo(Truth.UNKNOWN);
        ScanReport ofAnother = Given.report("s", Category.ofTopic("weather"), List.of());
        assertThat(truth(MONEY_TOUCHED, NOTHING_DRAWN, CHANGE, ofAnother)).isEqualTo(Truth.UNKNOWN);
        // A change of nothing is about nothing.
        assertThat(truth(MONEY_TOUCHED, NOTHING_DRAWN, Given.change())).isEqualTo(Truth.FALSE);
    }

    @Test
    void patternsTellByThePathBeforeOrAfter() {
        assertThat(truth(MONEY_TOUCHED, DRAWN, CHANGE)).isEqualTo(Truth.TRUE);
        assertThat(truth(MONEY_TOUCHED, DRAWN, Given.change(Given.file("src/b"))))
                .isEqualTo(Truth.FALSE);
        assertThat(truth(MONEY_TOUCHED, DRAWN, Given.change(Given.moved("billing/a", "src/a"))))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void aScannerTellsWhatPatternsDoNot() {
        Change elsewhere = Given.change(Given.file("src/b"));
        ScanReport says = Given.report("s", MONEY, List.of(Given.finding("s", MONEY, "src/b")));
        ScanReport saysOfAnotherFile = Given.report("s", MONEY, List.of(Given.finding("s", MONEY, "src/c")));
        ScanReport saysOfTheWhole = Given.report("s", MONEY, List.of(Given.finding("s", MONEY, null)));
        ScanReport saysNothing = Given.report("s", MONEY, List.of());
        for (Policy policy : List.of(DRAWN, NOTHING_DRAWN)) {
            assertThat(truth(MONEY_TOUCHED, policy, elsewhere, says)).isEqualTo(Truth.TRUE);
            assertThat(truth(MONEY_TOUCHED, policy, elsewhere, saysOfAnotherFile))
                    .isEqualTo(Truth.FALSE);
            assertThat(truth(MONEY_TOUCHED, policy, elsewhere, saysOfTheWhole)).isEqualTo(Truth.TRUE);
            assertThat(truth(MONEY_TOUCHED, policy, elsewhere, saysNothing)).isEqualTo(Truth.FALSE);
        }
    }

    @Test
    void aGapOfAScannerThatTellsLeavesItUnknownAlsoWhereThereArePatterns() {
        Change elsewhere = Given.change(Given.file("src/b"));
        for (Policy policy : List.of(DRAWN, NOTHING_DRAWN)) {
            assertThat(truth(MONEY_TOUCHED, policy, elsewhere, gap(null, null))).isEqualTo(Truth.UNKNOWN);
            assertThat(truth(MONEY_TOUCHED, policy, elsewhere, gap("src/b", MONEY)))
                    .isEqualTo(Truth.UNKNOWN);
            assertThat(truth(MONEY_TOUCHED, policy, elsewhere, gap("src/c", null)))
                    .isEqualTo(Truth.FALSE);
            assertThat(truth(MONEY_TOUCHED, policy, elsewhere, gap("src/b", Category.SECRET)))
                    .isEqualTo(Truth.FALSE);
        }
        assertThat(truth(MONEY_TOUCHED, DRAWN, CHANGE, gap(null, null))).isEqualTo(Truth.TRUE);
    }

    @Test
    void whatIsSaidOrNotLookedAtOfTheOldPathCountsForAFileThatMoved() {
        Change moved = Given.change(Given.moved("src/old", "src/b"));
        ScanReport says = Given.report("s", MONEY, List.of(Given.finding("s", MONEY, "src/old")));
        assertThat(truth(MONEY_TOUCHED, DRAWN, moved, says)).isEqualTo(Truth.TRUE);
        assertThat(truth(MONEY_TOUCHED, DRAWN, moved, gap("src/old", null))).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void oneFileMeetsAllThatIsAsked() {
        TopicTouched inSrc = new TopicTouched(List.of("money"), List.of(new Glob("src/**")), null);
        assertThat(truth(inSrc, DRAWN, CHANGE)).isEqualTo(Truth.FALSE);
        assertThat(truth(inSrc, DRAWN, Given.change(Given.moved("billing/a", "src/a"))))
                .isEqualTo(Truth.TRUE);
        TopicTouched either = new TopicTouched(List.of("weather", "money"), List.of(), null);
        assertThat(truth(either, DRAWN, CHANGE)).isEqualTo(Truth.TRUE);
        // Of the other topic nobody can tell.
        assertThat(truth(either, DRAWN, Given.change(Given.file("src/b")))).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void theShareOfAiIsThatOfTheFileWhichIsAboutIt() {
        TopicTouched half = new TopicTouched(List.of("money"), List.of(), Ratio.ofPercent(50));
        LineRanges firstTwo = LineRanges.of(new LineRange(1, 2));
        LineRanges firstOne = LineRanges.of(LineRange.of(1));
        // The other file is a model's in whole.
        assertThat(ofAi(half, Silence.HUMAN, firstTwo)).isEqualTo(Truth.TRUE);
        assertThat(ofAi(half, Silence.HUMAN, firstOne)).isEqualTo(Truth.FALSE);
        assertThat(ofAi(half, Silence.UNKNOWN, firstOne)).isEqualTo(Truth.UNKNOWN);
        assertThat(ofAi(half, Silence.UNKNOWN, firstTwo)).isEqualTo(Truth.TRUE);
    }

    private static Truth ofAi(TopicTouched condition, Silence silence, LineRanges lines) {
        Provenance provenance = Given.provenance(List.of(
                Given.by(Contributor.AI, "billing/a", lines, null), Given.by(Contributor.AI, "src/b", null, null)));
        return Topics.truth(condition, Given.situation(DRAWN, CHANGE, provenance, silence));
    }

    private static ScanReport gap(String path, Category category) {
        Gap gap = new Gap(Gap.Cause.FAILED, path == null ? null : new RepoPath(path), category, "did not look");
        return Given.report("s", MONEY, List.of(), gap);
    }

    private static Truth truth(TopicTouched condition, Policy policy, Change change, ScanReport... reports) {
        return Topics.truth(condition, Given.situation(policy, change, Provenance.UNKNOWN, Silence.UNKNOWN, reports));
    }
}
