package io.imprimatur.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Change;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was not looked at, as far as a condition asks. */
class MissingTest {
    private static final Change CHANGE = Given.change(Given.file("package.json"));
    private static final Category WEAKNESS = Category.VULNERABILITY;
    private static final NotCovered EITHER = new NotCovered(List.of("semgrep"), List.of(Category.SECRET), List.of());

    @Test
    void scannersAndCategoriesAreAskedForEachByItself() {
        ScanReport semgrep = Given.report("semgrep", WEAKNESS, List.of());
        ScanReport secrets = Given.report("secrets", Category.SECRET, List.of());
        assertThat(truth(EITHER, semgrep, secrets)).isEqualTo(Truth.FALSE);
        assertThat(truth(EITHER, semgrep)).isEqualTo(Truth.TRUE);
        assertThat(truth(EITHER, secrets)).isEqualTo(Truth.TRUE);
        assertThat(truth(EITHER, withGap(semgrep), secrets)).isEqualTo(Truth.TRUE);
        assertThat(truth(EITHER, semgrep, withGap(secrets))).isEqualTo(Truth.TRUE);
    }

    @Test
    void whatIsMissingTwiceIsToldOnce() {
        NotCovered both = new NotCovered(List.of("secrets"), List.of(Category.SECRET), List.of());
        ScanReport secrets = withGap(Given.report("secrets", Category.SECRET, List.of()));
        assertThat(Missing.of(both, situation(secrets))).hasSize(1);
    }

    @Test
    void aScannerThatLooksForTopicsAloneFindsNoFault() {
        ScanReport topics = Given.report("topics", Category.ofTopic("money"), List.of());
        EvidenceCondition anything =
                FindingExists.of(FindingFilter.builder().severity(Severity.HIGH).build());
        EvidenceCondition covered = new NotCovered(List.of(), List.of(), List.of());
        for (EvidenceCondition condition : List.of(anything, covered)) {
            assertThat(truth(condition)).isNotEqualTo(Truth.FALSE);
            assertThat(truth(condition, topics)).isEqualTo(truth(condition));
        }
    }

    @Test
    void whatAScannerThatFailedWouldHaveSaidNeedNotNameAFile() {
        FindingExists inLock = FindingExists.of(FindingFilter.builder()
                .categories(WEAKNESS)
                .introducedOnly(true)
                .paths(new Glob("package-lock.json"))
                .build());
        ScanReport clean = Given.report("snyk", WEAKNESS, List.of());
        // It may say that the change brought something in by package.json, but not where that is.
        ScanReport says = Given.report("snyk", WEAKNESS, List.of(Given.finding("snyk", WEAKNESS, null)));
        assertThat(truth(inLock, clean)).isEqualTo(Truth.FALSE);
        assertThat(truth(inLock, says)).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(inLock, withGap(clean))).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(inLock)).isEqualTo(Truth.UNKNOWN);
        Gap elsewhere = Gap.at(new RepoPath("package-lock.json"), Gap.Cause.FAILED, "did not look");
        assertThat(truth(inLock, Given.report("snyk", WEAKNESS, List.of(), elsewhere)))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void aChangeOfNothingBroughtNothing() {
        FindingExists introduced = FindingExists.of(FindingFilter.builder()
                .categories(WEAKNESS)
                .introducedOnly(true)
                .build());
        Situation nothing =
                Given.situation(Policy.builder("p").build(), Given.change(), Provenance.UNKNOWN, Silence.UNKNOWN);
        assertThat(Evaluator.truth(introduced, nothing)).isEqualTo(Truth.FALSE);
    }

    private static ScanReport withGap(ScanReport report) {
        Gap whole = Gap.whole(Gap.Cause.FAILED, "did not look");
        ScannerDescriptor scanner = report.scanner();
        return new ScanReport(scanner, report.findings(), Coverage.except(whole));
    }

    private static Truth truth(EvidenceCondition condition, ScanReport... reports) {
        return Evaluator.truth(condition, situation(reports));
    }

    private static Situation situation(ScanReport... reports) {
        return Given.situation(Policy.builder("p").build(), CHANGE, Provenance.UNKNOWN, Silence.UNKNOWN, reports);
    }
}
