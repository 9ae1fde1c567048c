package io.imprimatur.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.assessment.Assessment;
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
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.ScanReport;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 10,000 files, a million added lines and 10,000 findings; the JVM of the tests has less than 1 GB. */
class LargeJsonTest {
    private static final int FILES = 10_000;

    @Test
    void aLargeAssessmentIsWrittenAndReadBack() {
        Assessment large = large();
        assertThat(large.change().addedLines()).isEqualTo(1_000_000);

        byte[] canonical = Json.ASSESSMENT.canonical(large);
        byte[] pretty = Json.ASSESSMENT.write(large).getBytes(UTF_8);

        assertThat(canonical.length).isLessThan(pretty.length).isLessThan(Json.MAX_BYTES / 2);
        assertThat(Json.ASSESSMENT.read(canonical, "canonical")).isEqualTo(large);
        assertThat(Json.ASSESSMENT.read(pretty, "pretty")).isEqualTo(large);
    }

    private static Assessment large() {
        // Lines 1, 3, 5, ...: no two of them make a range.
        LineRanges lines = new LineRanges(
                IntStream.range(0, 100).mapToObj(i -> LineRange.of(2 * i + 1)).toList());
        Digest digest = Digest.of(new byte[0]);
        List<ChangedFile> files = IntStream.range(0, FILES)
                .mapToObj(i -> {
                    RepoPath path = RepoPath.of("src/main/java/com/acme/shop/module" + i % 100 + "/File" + i + ".java");
                    FileVersion version = new FileVersion(path, FileMode.REGULAR, digest, 12_345, false);
                    return new ChangedFile(ChangeStatus.MODIFIED, version, version, lines, 100, true);
                })
                .toList();
        List<Finding> findings = files.stream()
                .map(file -> new Finding(
                        "secrets",
                        "private-key",
                        "a private key in clear",
                        Severity.HIGH,
                        Category.SECRET,
                        null,
                        Location.of(file.path(), LineRange.of(7)),
                        new Fingerprint(Digest.of(file.path().bytes())),
                        Origin.INTRODUCED,
                        List.of("CWE-798"),
                        List.of(),
                        null,
                        null,
                        "read it from the vault"))
                .toList();
        Change change = new Change(
                "acme/shop", new Revision.Empty(), new Revision.Index(), "main", List.of(), null, files, List.of());
        return new Assessment(
                change,
                Golden.PROVENANCE,
                Golden.ASSESSMENT.silence(),
                List.of(new ScanReport(Golden.SCAN_REPORT.scanner(), findings, Coverage.COMPLETE)),
                Golden.RISK_SCORE,
                List.of(),
                null);
    }
}
