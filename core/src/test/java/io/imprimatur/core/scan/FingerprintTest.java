package io.imprimatur.core.scan;

import static io.imprimatur.core.scan.TestScanners.at;
import static io.imprimatur.core.scan.TestScanners.draft;
import static io.imprimatur.core.scan.TestScanners.report;
import static io.imprimatur.core.scan.TestScanners.reporting;
import static io.imprimatur.core.scan.TestScanners.scanner;
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
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.ScannerProvider;
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
    void ofSeveralLinesTheRankIsThatOfAllOfThemNotOfTheFirst() {
        FindingDraft second = draft().at(FILE, new LineRange(4, 6)).build();
        FindingDraft alone = draft().at(FILE, new LineRange(1, 3)).build();

        assertThat(only("call(\n  one\n)\ncall(\n  two\n)\n", second)).isEqualTo(only("call(\n  two\n)\n", alone));
        assertThat(only("call(\n  two\n)\ncall(\n  two\n)\n", second)).isNotEqualTo(only("call(\n  two\n)\n", alone));
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

    @Test
    void twoScannersThatMeanOneWeaknessAgree() {
        MemoryChange change =
                MemoryChange.builder().head("a.py", "\nrun(x + y)\n").build();
        FindingDraft one = weakness("sql/concatenation", 2, "CWE-89", "CWE-20");
        FindingDraft other = weakness("B608", 2, "CWE-89");

        assertThat(by("one", change, one)).isEqualTo(by("other", change, other));
        assertThat(by("one", change, one)).isNotEqualTo(by("other", change, weakness("B608", 2, "CWE-78")));
        assertThat(by("one", change, one)).isNotEqualTo(by("other", change, weakness("B608", 1, "CWE-89")));
    }

    @Test
    void whatIsTooBroadSaysNothingOfTheWeakness() {
        MemoryChange change =
                MemoryChange.builder().head("a.py", "run(x + y)\n").build();

        assertThat(by("one", change, weakness("r", 1, "CWE-20")))
                .isNotEqualTo(by("other", change, weakness("r", 1, "CWE-20")));
    }

    @Test
    void oneScannerThatSeesADefectTwiceSeesOne() {
        MemoryChange change =
                MemoryChange.builder().head("a.py", "run(x + y)\n").build();

        assertThat(fingerprints(change, weakness("one", 1, "CWE-89"), weakness("two", 1, "CWE-89")))
                .hasSize(2)
                .containsOnly(by("test", change, weakness("one", 1, "CWE-89")));
    }

    @Test
    void twoScannersThatMeanOnePackageAgreeWhateverItsVersionAndManifest() {
        MemoryChange change = MemoryChange.builder()
                .head("web/package.json", "{}\n")
                .head("web/package-lock.json", "{}\n")
                .head("package.json", "{}\n")
                .build();

        assertThat(by("one", change, inPackage("web/package.json", "pkg:npm/%40acme/x@1.0.0")))
                .isEqualTo(by("other", change, inPackage("web/package-lock.json", "pkg:npm/%40acme/x@1.0.1")))
                .isNotEqualTo(by("other", change, inPackage("package.json", "pkg:npm/%40acme/x@1.0.0")))
                .isNotEqualTo(by("other", change, inPackage("web/package.json", "pkg:npm/y@1.0.0")));
    }

    @Test
    void aRenamedFileIsKnownByItsNameBefore() {
        Fingerprint before = only("x\n", at("a.txt", 1));
        MemoryChange renamed = MemoryChange.builder()
                .base("a.txt", "x\n")
                .head("b.txt", "y\nx\n")
                .renamed("a.txt", "b.txt")
                .build();

        assertThat(fingerprints(renamed, at("b.txt", 2))).containsExactly(before);
    }

    @Test
    void aCopyThatTheChangeMakesOfALineIsNotTakenForIt() {
        Fingerprint before = only("x\n", at("a.txt", 1));
        MemoryChange copied = MemoryChange.builder()
                .base("a.txt", "1\nx\n")
                .head("a.txt", "x\n1\nx\n")
                .build();

        assertThat(fingerprints(copied, at("a.txt", 3))).containsExactly(before);
        assertThat(fingerprints(copied, at("a.txt", 1))).doesNotContain(before);
    }

    @Test
    void aCopyThatTheChangeMakesOfSeveralLinesIsNotTakenForThem() {
        Fingerprint before =
                only("call(\nx\n)\n", draft().at(FILE, new LineRange(1, 3)).build());
        MemoryChange copied = MemoryChange.builder()
                .base("a.txt", "1\ncall(\nx\n)\n")
                .head("a.txt", "call(\nx\n)\n1\ncall(\nx\n)\n")
                .build();

        assertThat(fingerprints(copied, draft().at(FILE, new LineRange(5, 7)).build()))
                .containsExactly(before);
        assertThat(fingerprints(copied, draft().at(FILE, new LineRange(1, 3)).build()))
                .doesNotContain(before);
    }

    @Test
    void theRestOfWhatIsFoundChangesNothing() {
        assertThat(only("x\ny\nx\n", at("a.txt", 3)))
                .isEqualTo(fingerprints("x\ny\nx\n", at("a.txt", 1), at("a.txt", 3))
                        .get(1));
    }

    private static FindingDraft weakness(String rule, int line, String... cwe) {
        return FindingDraft.builder(rule, Severity.HIGH, Category.QUALITY, "m")
                .at(RepoPath.of("a.py"), line)
                .cwe(cwe)
                .build();
    }

    private static FindingDraft inPackage(String path, String component) {
        return FindingDraft.builder("rule", Severity.HIGH, Category.QUALITY, "m")
                .at(RepoPath.of(path), 1)
                .cve("CVE-2026-1234")
                .component(component)
                .build();
    }

    private static Fingerprint by(String scanner, MemoryChange change, FindingDraft draft) {
        ScannerProvider provider = scanner(scanner, (request, findings) -> {
            findings.accept(draft);
            return Coverage.COMPLETE;
        });
        return report(provider, change).findings().get(0).fingerprint();
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
