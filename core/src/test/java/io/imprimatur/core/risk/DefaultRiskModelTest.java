package io.imprimatur.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.core.provenance.AiShare;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.Evidence;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskFactor;
import io.imprimatur.risk.RiskInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DefaultRiskModelTest {
    private static final RepoPath PATH = new RepoPath("src/Login.java");

    /** What the share of AI adds to the risk of four new lines, of which a model with a confidence of 80 % wrote some. */
    private static RatioRange ofAi(Silence silence, @Nullable LineRanges lines, @Nullable String generation) {
        Digest digest = Digest.of(new byte[0]);
        ChangedFile file = new ChangedFile(
                ChangeStatus.ADDED,
                null,
                new FileVersion(PATH, FileMode.REGULAR, digest, 1, false),
                LineRanges.of(new LineRange(1, 4)),
                0,
                true);
        Change change = new Change(
                "r",
                new Revision.Empty(),
                new Revision.WorkingTree(),
                "main",
                List.of(),
                null,
                List.of(file),
                List.of());
        Generation recorded = new Generation("g", null, null, null, null, Ratio.ofPercent(80), null, null);
        Attribution attribution = new Attribution(
                PATH,
                lines,
                Contributor.AI,
                RatioRange.exactly(Ratio.ONE),
                generation,
                List.of(new Evidence(Evidence.Kind.EMBEDDER, Evidence.Strength.CLAIMED, "test")));
        Provenance provenance = new Provenance(List.of(attribution), List.of(recorded), null);
        RatioRange share = AiShare.of(change, provenance, silence);
        return new DefaultRiskModel()
                .score(new RiskInput(change, provenance, silence, share, List.of())).factors().stream()
                        .filter(factor -> factor.id().equals("ai"))
                        .map(RiskFactor::contribution)
                        .findFirst()
                        .orElseThrow();
    }

    private static RatioRange millionths(int low, int high) {
        return new RatioRange(new Ratio(low), new Ratio(high));
    }

    @Test
    void aModelThatIsRecordedIsAsDoubtfulAsItsConfidenceSays() {
        // 15 % times 1 less half of 80 %.
        assertThat(ofAi(Silence.UNKNOWN, null, "g")).isEqualTo(millionths(90_000, 90_000));
    }

    @Test
    void aModelOfWhichNothingIsRecordedMayHaveBeenLessSureThanTheOnesThatAre() {
        // Whoever wrote half of the lines is not known: perhaps a model, perhaps one without confidence.
        assertThat(ofAi(Silence.UNKNOWN, LineRanges.of(new LineRange(1, 2)), "g"))
                .isEqualTo(millionths(45_000, 150_000));
        assertThat(ofAi(Silence.UNKNOWN, null, null)).isEqualTo(millionths(90_000, 150_000));
    }

    @Test
    void whereSilenceMeansAPersonNoOtherModelTookPart() {
        assertThat(ofAi(Silence.HUMAN, LineRanges.of(new LineRange(1, 2)), "g")).isEqualTo(millionths(45_000, 45_000));
    }
}
