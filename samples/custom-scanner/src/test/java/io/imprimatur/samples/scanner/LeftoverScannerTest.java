package io.imprimatur.samples.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.Position;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.kit.ScanAnswer;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.ScannerSettings.Setting;
import io.imprimatur.scan.SecretSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoverScannerTest {
    // An underscore stands for the space, so that the scanner does not find its own tests.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "// your_code_here",
                "# In_a_real_application you would ask the database",
                "// TODO:_implement",
                "// ... rest_of_the_code_remains_unchanged",
                "/* rest_of_your_file_stays_unchanged */",
            })
    void unfinishedWorkIsFound(String line) throws InterruptedException {
        assertThat(findings(line.replace('_', ' ')))
                .extracting(FindingDraft::rule)
                .containsExactly("unfinished");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password = \"change+me\"", "key: your+-api-key-here", "token=YOUR+_TOKEN"})
    void placeholderCredentialsAreFound(String line) throws InterruptedException {
        assertThat(findings(line.replace("+", ""))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("placeholder-credential");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"int code = here;", "exchangement", "the real application", "// TODO: rename"})
    void ordinaryLinesAreNot(String line) throws InterruptedException {
        assertThat(findings(line)).isEmpty();
    }

    @Test
    void findingNamesTheWordsAndNotTheLine() throws InterruptedException {
        FindingDraft finding =
                findings("first\n  " + "your code" + " here; key=s3cr3t").get(0);

        assertThat(finding.path()).isEqualTo("src/A.java");
        assertThat(finding.firstLine()).isEqualTo(2);
        assertThat(finding.firstColumn()).isEqualTo(3);
        assertThat(finding.lastColumn()).isEqualTo(16);
        assertThat(finding.toString()).doesNotContain("s3cr3t");
    }

    @Test
    void onlyLinesThatTheChangeAddsCount() throws InterruptedException {
        String leftover = "your code" + " here\n";
        ScanAnswer answer = scan(MemoryChange.builder()
                .base("src/A.java", leftover)
                .head("src/A.java", leftover + "more\n")
                .unchanged("src/B.java", leftover)
                .build());

        assertThat(answer.findings()).isEmpty();
        assertThat(answer.coverage().isComplete()).isTrue();
    }

    @Test
    void everyLineCountsWhereAddedLinesAreNotKnown() throws InterruptedException {
        String leftover = "your code" + " here\n";
        ScanAnswer answer = scan(MemoryChange.builder()
                .base("src/A.java", leftover)
                .head("src/A.java", leftover + "more\n")
                .linesUnknown("src/A.java")
                .build());

        assertThat(answer.findings()).hasSize(1);
    }

    @Test
    void phrasesOfThePolicyAreFoundToo() throws InterruptedException {
        Map<String, Setting> settings = Map.of("phrases", Setting.ofList(List.of("do (not) merge")));

        ScanAnswer answer = ScanAnswer.of(
                new LeftoverProvider().create(new ScannerSettings("leftovers", null, settings), SecretSource.NONE),
                MemoryChange.builder().head("a.txt", "DO (NOT) MERGE").build());

        assertThat(answer.findings()).extracting(FindingDraft::rule).containsExactly("phrase");
    }

    @Test
    void blankPhraseIsRefusedWithItsPlace() {
        Setting blank = new Setting(List.of("x", " "), true, new Position(7, 5));
        ScannerSettings settings = new ScannerSettings("leftovers", "policy.yaml", Map.of("phrases", blank));

        assertThatThrownBy(() -> new LeftoverProvider().create(settings, SecretSource.NONE))
                .hasMessageContaining("policy.yaml:7:5: scanners.leftovers.phrases: must not hold a blank text");
    }

    private static List<FindingDraft> findings(String text) throws InterruptedException {
        return scan(MemoryChange.builder().head("src/A.java", text).build()).findings();
    }

    private static ScanAnswer scan(MemoryChange change) throws InterruptedException {
        return ScanAnswer.of(
                new LeftoverProvider().create(ScannerSettings.none("leftovers"), SecretSource.NONE), change);
    }
}
