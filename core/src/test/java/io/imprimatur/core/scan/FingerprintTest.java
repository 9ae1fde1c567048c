package io.imprimatur.core.scan;

import static io.imprimatur.core.scan.TestScanners.at;
import static io.imprimatur.core.scan.TestScanners.draft;
import static io.imprimatur.core.scan.TestScanners.report;
import static io.imprimatur.core.scan.TestScanners.reporting;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final RepoPath FILE = RepoPath.of("a.txt");

    @Test
    void staysWhenLinesMoveAndWhiteSpaceChanges() {
        Fingerprint before = only("x = 1\n", at("a.txt", 1));

        assertThat(only("\n\n  x =\t 1 \r\n", at("a.txt", 3))).isEqualTo(before);
        assertThat(only("x = 2\n", at("a.txt", 1))).isNotEqualTo(before);
        assertThat(only("x=1\n", at("a.txt", 1))).isNotEqualTo(before);
    }

    @Test
    void dependsOnTheRuleThePathAndTheText() {
        FindingDraft other = FindingDraft.builder("other-rule", Severity.LOW, Category.QUALITY, "m")
                .at(FILE, 1)
                .build();
        MemoryChange moved = MemoryChange.builder().head("b.txt", "x\n").build();

        assertThat(List.of(
                        only("x\n", at("a.txt", 1)),
                        only("x\n", other),
                        only("y\n", at("a.txt", 1)),
                        fingerprints(moved, at("b.txt", 1)).get(0)))
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotDependOnTheWordsOfTheMessage() {
        FindingDraft said = FindingDraft.builder("rule", Severity.HIGH, Category.QUALITY, "Said in other words")
                .at(FILE, 1)
                .build();

        assertThat(only("x\n", said)).isEqualTo(only("x\n", at("a.txt", 1)));
    }

    @Test
    void twoEqualLinesAreTwoFindingsWhichKeepTheirOrder() {
        List<Fingerprint> two = fingerprints("x\ny\nx\n", at("a.txt", 3), at("a.txt", 1));
        List<Fingerprint> later = fingerprints("\n\nx\n\nx\n", at("a.txt", 3), at("a.txt", 5));

        assertThat(two).doesNotHaveDuplicates().isEqualTo(later);
        assertThat(two.get(0)).isEqualTo(only("x\n", at("a.txt", 1)));
    }

    @Test
    void identityStandsForTheText() {
        FindingDraft one = draft().at(FILE, 1).identity("CVE of a package").build();
        FindingDraft two = draft().at(FILE, 2).identity("CVE of a package").build();
        FindingDraft other = draft().at(FILE, 1).identity("another").build();

        assertThat(only("x\ny\n", one)).isEqualTo(only("x\ny\n", two));
        assertThat(only("x\n", one)).isNotEqualTo(only("x\n", other));
    }

    @Test
    void severalLinesCountAsOneText() {
        FindingDraft both = draft().at(FILE, new LineRange(1, 2)).build();

        assertThat(only("a\nb\n", both)).isEqualTo(only("a b\n\n", both)).isNotEqualTo(only("a\nc\n", both));
    }

    @Test
    void textOfASecretOrOfPersonalDataNeverServes() {
        for (Category category : List.of(Category.SECRET, Category.PII)) {
            FindingDraft draft = FindingDraft.builder("rule", Severity.HIGH, category, "m")
                    .at(FILE, 1)
                    .build();

            assertThat(only("key = one\n", draft)).isEqualTo(only("key = two\n", draft));
        }
    }

    @Test
    void fileThatCannotBeReadHasFingerprintsAllTheSame() {
        for (ErrorCode error : List.of(ErrorCode.CONTENT_TOO_LARGE, ErrorCode.CONTENT_UNAVAILABLE)) {
            MemoryChange change = MemoryChange.builder()
                    .head("a.txt", "x\n")
                    .headFails("a.txt", error)
                    .build();

            assertThat(fingerprints(change, at("a.txt", 1), at("a.txt", 900)))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    private static Fingerprint only(String content, FindingDraft draft) {
        return fingerprints(content, draft).get(0);
    }

    private static List<Fingerprint> fingerprints(String content, FindingDraft... drafts) {
        return fingerprints(MemoryChange.builder().head("a.txt", content).build(), drafts);
    }

    private static List<Fingerprint> fingerprints(MemoryChange change, FindingDraft... drafts) {
        return report(reporting(drafts), change).findings().stream()
                .map(Finding::fingerprint)
                .toList();
    }
}
