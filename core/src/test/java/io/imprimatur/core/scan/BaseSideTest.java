package io.imprimatur.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaseSideTest {
    private static final String SAFE = "1\n2\n3\n4\n5\n6\n";

    @Test
    void whatMovesWithinAFileIsNotNew() {
        MemoryChange change = MemoryChange.builder()
                .base("a", "bad\n" + SAFE)
                .head("a", SAFE + "bad\n")
                .build();

        assertThat(origins(change, false)).containsExactly(Origin.INTRODUCED);
        assertThat(origins(change, true)).containsExactly(Origin.PRE_EXISTING);
    }

    @Test
    void aSecretInThePlaceOfAnotherIsNew() {
        MemoryChange change = MemoryChange.builder()
                .base("a", "key = one\n")
                .head("a", "key = two\n")
                .build();
        Scanner secrets = (request, findings) -> {
            findings.accept(FindingDraft.builder("rule", Severity.HIGH, Category.SECRET, "m")
                    .at(RepoPath.of("a"), 1)
                    .identity("the first of its kind")
                    .build());
            return Coverage.COMPLETE;
        };

        assertThat(scan(change, secrets, true).findings())
                .extracting(Finding::origin)
                .containsExactly(Origin.INTRODUCED);
    }

    @Test
    void whatIsCopiedIsNewOnceMore() {
        MemoryChange change = MemoryChange.builder()
                .base("a", SAFE + "bad\n")
                .head("a", "bad\n" + SAFE + "bad\n")
                .build();

        assertThat(origins(change, true)).containsExactly(Origin.INTRODUCED, Origin.PRE_EXISTING);
    }

    @Test
    void whatStandsInARenamedFileIsNotNew() {
        MemoryChange change = MemoryChange.builder()
                .base("a", SAFE + "bad\n")
                .head("b", "bad\n" + SAFE)
                .renamed("a", "b")
                .build();

        assertThat(origins(change, true)).containsExactly(Origin.PRE_EXISTING);
    }

    @Test
    void aCopyOfAFileBringsItsFindings() {
        MemoryChange change = MemoryChange.builder()
                .unchanged("a", "bad\n")
                .head("b", "bad\n")
                .build();

        assertThat(origins(change, true)).containsExactly(Origin.INTRODUCED);
    }

    @Test
    void whereTheLinesAreNotKnownTheBaseSaysWhatIsNew() {
        MemoryChange change = MemoryChange.builder()
                .base("a", "bad\n")
                .head("a", "bad\nbad\n")
                .linesUnknown("a")
                .build();

        assertThat(origins(change, false)).containsExactly(Origin.UNKNOWN, Origin.UNKNOWN);
        assertThat(origins(change, true)).containsExactly(Origin.PRE_EXISTING, Origin.INTRODUCED);
    }

    @Test
    void whatTheBaseDidNotCoverStaysUnknown() {
        MemoryChange change = MemoryChange.builder()
                .base("a", "gap\n")
                .head("a", "bad\n")
                .linesUnknown("a")
                .build();

        assertThat(origins(change, true)).containsExactly(Origin.UNKNOWN);
    }

    @Test
    void whoPassesOnWhatWasFoundElsewhereIsNotAskedAboutTheBase() {
        MemoryChange change =
                MemoryChange.builder().base("a", "1\n").head("a", "1\n2\n").build();
        FindingDraft found = FindingDraft.builder("rule", Severity.HIGH, Category.QUALITY, "m")
                .at(RepoPath.of("a"), 1)
                .build();
        FindingDraft fresh = FindingDraft.builder("rule", Severity.HIGH, Category.QUALITY, "m")
                .at(RepoPath.of("a"), 2)
                .build();
        Scanner report = new Scanner() {
            @Override
            public Coverage scan(ScanRequest request, FindingSink findings) {
                findings.accept(found);
                findings.accept(fresh);
                return Coverage.COMPLETE;
            }

            @Override
            public boolean readsContent() {
                return false;
            }
        };

        assertThat(scan(change, report, true).findings())
                .extracting(Finding::origin)
                .containsExactly(Origin.PRE_EXISTING, Origin.INTRODUCED);
    }

    private static List<Origin> origins(MemoryChange change, boolean compares) {
        return scan(change, BaseSideTest::badLines, compares).findings().stream()
                .map(Finding::origin)
                .toList();
    }

    private static ScanReport scan(MemoryChange change, Scanner scanner, boolean compares) {
        ScanRunner.Builder builder =
                ScanRunner.builder(Scanners.of(TestScanners.provider("test", (settings, secrets) -> scanner)));
        try (ScanRunner runner = (compares ? builder.compareWithBase() : builder).build()) {
            return runner.scan(change.change(), change).get(0);
        }
    }

    /** Finds the lines that say bad; one that says gap keeps it from covering the file. */
    private static Coverage badLines(ScanRequest request, FindingSink findings) {
        Coverage coverage = Coverage.COMPLETE;
        for (ChangedFile file : request.change().files()) {
            RepoPath path = file.path();
            byte[] content = request.content().head().read(path, 1 << 20);
            List<String> lines =
                    new String(content, StandardCharsets.UTF_8).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).equals("bad")) {
                    findings.accept(FindingDraft.builder("rule", Severity.HIGH, Category.QUALITY, "m")
                            .at(path, i + 1)
                            .build());
                } else if (lines.get(i).equals("gap")) {
                    coverage = Coverage.except(Gap.at(path, Gap.Cause.FAILED, "did not look"));
                }
            }
        }
        return coverage;
    }
}
