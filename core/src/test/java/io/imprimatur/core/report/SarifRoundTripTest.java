package io.imprimatur.core.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.Outcome;
import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.sarif.SarifLog;
import io.imprimatur.core.sarif.SarifReader;
import io.imprimatur.core.sarif.SarifResult;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What we write as SARIF we read as what it was. */
class SarifRoundTripTest {
    @Test
    void findingsKeepTheirRulePlaceAndMarks() {
        int found = 0;
        for (Outcome outcome : List.of(Outcomes.blocked(), Outcomes.reviewed(), Outcomes.waived())) {
            byte[] log = SarifReport.of(outcome, "0.1.0").getBytes(UTF_8);
            List<SarifResult> results = new ArrayList<>();
            SarifLog read = SarifReader.read(ReportSource.of("ours.sarif", log), JsonLimits.DEFAULT, results::add);

            assertThat(read.doubts()).isEmpty();
            assertThat(read.runs())
                    .singleElement()
                    .satisfies(run -> assertThat(run.tool()).isEqualTo("Imprimatur"));
            List<Finding> findings = Summary.findings(outcome.assessment());
            found += findings.size();
            for (Finding finding : findings) {
                assertThat(results).anySatisfy(result -> {
                    assertThat(result.rule()).isEqualTo(finding.scanner() + "/" + finding.rule());
                    assertThat(result.cwe()).containsAll(finding.cwe());
                    assertThat(result.tags()).contains(finding.category().id());
                    if (finding.location() != null && finding.location().lines() != null) {
                        assertThat(result.locations().get(0).region().firstLine())
                                .isEqualTo(finding.location().lines().first());
                        assertThat(result.locations().get(0).region().lastColumn())
                                .isEqualTo(finding.location().lastColumn());
                    }
                    if (finding.category().equals(Category.SECRET)) {
                        assertThat(result.severity()).isEqualTo(finding.severity());
                    }
                });
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void whatIsWaivedIsSuppressed() {
        Map<Outcome, Boolean> suppressed = Map.of(Outcomes.waived(), true, Outcomes.blocked(), false);
        suppressed.forEach((outcome, expected) -> {
            List<SarifResult> results = new ArrayList<>();
            byte[] log = SarifReport.of(outcome, "0.1.0").getBytes(UTF_8);
            SarifReader.read(ReportSource.of("ours.sarif", log), JsonLimits.DEFAULT, results::add);
            assertThat(results.stream().anyMatch(SarifResult::isSuppressed)).isEqualTo(expected);
        });
    }
}
