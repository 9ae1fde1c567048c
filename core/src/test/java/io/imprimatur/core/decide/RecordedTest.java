package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Change;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of the provenance is recorded, and when nobody knows whether there was anything to record. */
class RecordedTest {
    private static final Set<Recording> OF_GENERATIONS =
            EnumSet.complementOf(EnumSet.of(Recording.AUTHORSHIP, Recording.DEVELOPER_OF_RECORD));
    private static final Change CHANGE = Given.change(Given.file("a"));
    private static final Attribution BY_A_PERSON = Given.by(Contributor.HUMAN, "a", null, null);
    private static final Attribution BY_G = Given.by(Contributor.AI, "a", null, "g");
    private static final Attribution BY_SOME_MODEL = Given.by(Contributor.AI, "a", null, null);

    @Test
    void ofAGenerationExactlyWhatItLacksIsMissing() {
        for (Recording lacking : OF_GENERATIONS) {
            for (Recording asked : OF_GENERATIONS) {
                Provenance provenance = Given.provenance(List.of(BY_G), generationWithout(lacking));
                assertThat(missing(asked, provenance, Silence.UNKNOWN))
                        .as("%s of one without %s", asked, lacking)
                        .isEqualTo(Truth.of(asked == lacking));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"AUTHORSHIP", "DEVELOPER_OF_RECORD"})
    void ofAModelThatIsNotNamedEverythingIsMissingAndOfOneThatMayBeItIsUnknown(Recording asked) {
        assertThat(missing(asked, Given.provenance(List.of(BY_SOME_MODEL)), Silence.HUMAN))
                .isEqualTo(Truth.TRUE);
        assertThat(missing(asked, Given.provenance(List.of(BY_A_PERSON)), Silence.UNKNOWN))
                .isEqualTo(Truth.FALSE);
        assertThat(missing(asked, Provenance.UNKNOWN, Silence.UNKNOWN)).isEqualTo(Truth.UNKNOWN);
        assertThat(missing(asked, Provenance.UNKNOWN, Silence.HUMAN)).isEqualTo(Truth.FALSE);
        Attribution perhaps = Given.by(Contributor.UNKNOWN, "a", null, null);
        assertThat(missing(asked, Given.provenance(List.of(perhaps)), Silence.HUMAN))
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void authorshipIsRecordedWhereEachLineHasOneAuthor() {
        LineRanges twoLines = LineRanges.of(new LineRange(1, 2));
        LineRanges others = LineRanges.of(new LineRange(3, 4));
        LineRanges elsewhere = LineRanges.of(new LineRange(90, 99));
        Attribution person = Given.by(Contributor.HUMAN, "a", twoLines, null);
        Attribution model = Given.by(Contributor.AI, "a", others, null);
        for (Silence silence : Silence.values()) {
            assertThat(authorship(silence, BY_A_PERSON)).isEqualTo(Truth.FALSE);
            assertThat(authorship(silence, person, model)).isEqualTo(Truth.FALSE);
            // What is said of other lines or files says nothing of these.
            assertThat(authorship(silence, BY_A_PERSON, Given.by(Contributor.MIXED, "a", elsewhere, null)))
                    .isEqualTo(Truth.FALSE);
            assertThat(authorship(silence, BY_A_PERSON, Given.by(Contributor.MIXED, "b", null, null)))
                    .isEqualTo(Truth.FALSE);
        }
    }

    @Test
    void silenceOfALineLeavesItsAuthorOpenUnlessItMeansAPerson() {
        Attribution model = Given.by(Contributor.AI, "a", LineRanges.of(new LineRange(1, 3)), null);
        assertThat(authorship(Silence.UNKNOWN)).isEqualTo(Truth.TRUE);
        assertThat(authorship(Silence.UNKNOWN, model)).isEqualTo(Truth.TRUE);
        assertThat(authorship(Silence.HUMAN)).isEqualTo(Truth.FALSE);
        assertThat(authorship(Silence.HUMAN, model)).isEqualTo(Truth.FALSE);
    }

    @Test
    void whoIsNotToldApartLeavesTheAuthorOpenWhateverSilenceMeans() {
        LineRanges one = LineRanges.of(LineRange.of(1));
        for (Silence silence : Silence.values()) {
            for (Contributor vague : List.of(Contributor.MIXED, Contributor.UNKNOWN)) {
                assertThat(authorship(silence, Given.by(vague, "a", null, null)))
                        .isEqualTo(Truth.TRUE);
                assertThat(authorship(silence, Given.by(vague, "a", one, null))).isEqualTo(Truth.TRUE);
            }
            // A part of several lines, though it is known how large.
            Attribution half = new Attribution(
                    BY_G.path(),
                    null,
                    Contributor.MIXED,
                    RatioRange.exactly(Ratio.ofPercent(50)),
                    null,
                    BY_G.evidence());
            assertThat(authorship(silence, half)).isEqualTo(Truth.TRUE);
            // Two that contradict each other.
            assertThat(authorship(silence, BY_A_PERSON, Given.by(Contributor.AI, "a", one, null)))
                    .isEqualTo(Truth.TRUE);
        }
    }

    @Test
    void theDeveloperOfRecordIsThereOrNot() {
        assertThat(missing(Recording.DEVELOPER_OF_RECORD, Provenance.UNKNOWN, Silence.HUMAN))
                .isEqualTo(Truth.TRUE);
        Provenance known = new Provenance(List.of(), List.of(), SmallWorld.DEVELOPER);
        assertThat(missing(Recording.DEVELOPER_OF_RECORD, known, Silence.UNKNOWN))
                .isEqualTo(Truth.FALSE);
    }

    private static Truth authorship(Silence silence, Attribution... attributions) {
        return missing(Recording.AUTHORSHIP, Given.provenance(Arrays.asList(attributions)), silence);
    }

    private static Truth missing(Recording record, Provenance provenance, Silence silence) {
        return Recorded.isMissing(record, Given.situation(Policy.builder("p").build(), CHANGE, provenance, silence));
    }

    private static Generation generationWithout(Recording lacking) {
        return new Generation(
                "g",
                lacking == Recording.MODEL ? null : Model.of("m"),
                lacking == Recording.TOOL ? null : "t",
                lacking == Recording.REQUESTER ? null : SmallWorld.PERSON,
                lacking == Recording.PROMPT ? null : SmallWorld.PROMPT,
                lacking == Recording.CONFIDENCE ? null : Ratio.ONE,
                null,
                lacking == Recording.TIME ? null : Instant.EPOCH);
    }
}
