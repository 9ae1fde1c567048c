package io.imprimatur.core.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactDraft;
import io.imprimatur.assessment.FactValue;
import io.imprimatur.change.Digest;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.Person;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.GenerationDraft;
import io.imprimatur.provenance.Model;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DraftsTest {
    private static final RepoPath LOGIN = RepoPath.of("src/Login.java");
    private static final Fingerprint FINGERPRINT = new Fingerprint(Digest.of(new byte[] {1}));

    private final Drafts drafts = new Drafts();

    @AfterEach
    void close() {
        drafts.close();
    }

    @Test
    void aRightDraftBecomesAFinding() {
        FindingDraft draft = FindingDraft.builder("weak-cipher", Severity.HIGH, Category.VULNERABILITY, "DES is broken")
                .at(LOGIN, new LineRange(3, 4))
                .columns(7, 2)
                .confidence("0.9")
                .cwe("CWE-327", "CWE-326")
                .fix("use AES-GCM")
                .build();

        Finding finding = drafts.finding(draft, "acme.crypto", FINGERPRINT, Origin.INTRODUCED);

        assertThat(finding)
                .isEqualTo(new Finding(
                        "acme.crypto",
                        "weak-cipher",
                        "DES is broken",
                        Severity.HIGH,
                        Category.VULNERABILITY,
                        Ratio.ofPercent(90),
                        new Location(LOGIN, new LineRange(3, 4), 7, 2),
                        FINGERPRINT,
                        Origin.INTRODUCED,
                        List.of("CWE-326", "CWE-327"),
                        List.of(),
                        null,
                        null,
                        "use AES-GCM"));
        assertThat(drafts.location(draft)).contains(new Location(LOGIN, new LineRange(3, 4), 7, 2));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsField() {
        FindingDraft draft = new FindingDraft(
                " ",
                null,
                null,
                "Not An Id",
                new BigDecimal("1.5"),
                "src/../Login.java",
                9,
                3,
                -1,
                0,
                "",
                Arrays.asList("CWE-79", "79", null),
                null,
                "c".repeat(1001),
                null,
                "\ud800");

        assertThat(refusal(() -> drafts.finding(draft, "acme", FINGERPRINT, Origin.UNKNOWN)))
                .map(Problem::toString)
                .containsExactly(
                        "category: must be lower-case letters and digits in words joined by one of . _ / -,"
                                + " but was: Not An Id",
                        "component: size must be between 0 and 1000, but was: 1001 characters",
                        "confidence: must be from 0 to 1 with at most six digits after the point, but was: 1.5",
                        "cve: must not be null",
                        "cwe[1]: must be such as CWE-798, but was: 79",
                        "cwe[2]: must not be null",
                        "firstColumn: must be greater than or equal to 0, but was: -1",
                        "fix: must not be blank, nor hold half of a surrogate pair, but was: 1 characters",
                        "identity: must not be blank, nor hold half of a surrogate pair, but was: 0 characters",
                        "message: must not be null",
                        "rule: must not be blank, nor hold half of a surrogate pair, but was:  ",
                        "severity: must not be null",
                        "lastLine: must not be before firstLine, 9, but was: 3");
    }

    @Test
    void rulesThatSpanFieldsAreSaidWithTheFieldToCorrect() {
        assertThat(refusedPlace("src/a", 9, 3, 0, 0))
                .containsExactly("lastLine: must not be before firstLine, 9, but was: 3");
        assertThat(refusedPlace("src/a", 0, 3, 0, 0))
                .containsExactly("lastLine: must not stand without firstLine, but was: 3");
        assertThat(refusedPlace(null, 3, 0, 0, 0))
                .containsExactly("firstLine: must not stand without a path, but was: 3");
        assertThat(refusedPlace(null, 0, 0, 1, 0))
                .containsExactly("firstColumn: must not stand without a path, but was: 1");
        assertThat(refusedPlace("src/a", 0, 0, 1, 0))
                .containsExactly("firstColumn: must not stand without a line, but was: 1");
        assertThat(refusedPlace("src/a", 1, 0, 0, 4))
                .containsExactly("lastColumn: must not stand without a first column, but was: 4");
        assertThat(refusedPlace("src/a", 1, 0, 5, 4))
                .containsExactly("lastColumn: must not be before the first column, 5, but was: 4");
        assertThat(refusedPlace("/src/a", 1, 0, 0, 0))
                .containsExactly("path: must be relative and normalised: no empty segment, no '.' and no '..',"
                        + " but was: /src/a");
    }

    @Test
    void aTextThatMayHoldASecretIsNeverShown() {
        String secret = String.join("_", "ghp", "x".repeat(3000));
        FindingDraft draft = new FindingDraft(
                "r",
                secret + secret,
                Severity.LOW,
                "secret",
                null,
                null,
                0,
                0,
                0,
                0,
                secret + secret,
                List.of(),
                List.of(),
                null,
                null,
                secret + secret);

        assertThatThrownBy(() -> drafts.finding(draft, "acme", FINGERPRINT, Origin.UNKNOWN))
                .hasMessageContainingAll("message: ", "identity: ", "fix: ", "6008 characters")
                .hasMessageNotContaining("ghp");
        assertThatThrownBy(() -> drafts.fact(new FactDraft("a", secret + secret, "s")))
                .hasMessageContaining("6008 characters")
                .hasMessageNotContaining("ghp");
    }

    @Test
    void aRightDraftBecomesAGeneration() {
        GenerationDraft draft = new GenerationDraft(
                "g1",
                "anthropic/claude-opus-4",
                null,
                "anthropic",
                null,
                "claude-code",
                null,
                "ada@example.org",
                null,
                new BigDecimal("0.5"),
                3,
                null);

        assertThat(drafts.generations(List.of(draft)))
                .containsExactly(new Generation(
                        "g1",
                        new Model("anthropic/claude-opus-4", null, "anthropic", null),
                        "claude-code",
                        new Person("", "ada@example.org"),
                        null,
                        Ratio.ofPercent(50),
                        3,
                        null));
    }

    @Test
    void aModelIsNotDescribedWithoutItsId() {
        GenerationDraft draft =
                new GenerationDraft("", null, "4", null, null, null, null, null, null, null, null, null);

        assertThat(refusal(() -> drafts.generation(draft)))
                .extracting(Problem::field)
                .containsExactly("id", "model");
    }

    @Test
    void theProblemsOfAListNameItsElements() {
        List<FactDraft> list = Arrays.asList(
                new FactDraft("acme.team", "payments", "LDAP"),
                new FactDraft("Acme", 1.5, "LDAP"),
                null,
                new FactDraft("acme.size", List.of("a", ""), null));

        assertThat(refusal(() -> drafts.facts(list)))
                .map(Problem::toString)
                .containsExactly(
                        "[1].name: must be lower-case letters and digits in words joined by one of . _ / -,"
                                + " but was: Acme",
                        "[1].value: must be text, a whole number (Integer or Long), true or false, or a list of texts,"
                                + " but was: a java.lang.Double",
                        "[2]: must be given",
                        "[3].source: must not be null",
                        "[3].value: must not be blank, but was: ");
    }

    @Test
    void factsHoldWhatTheyWereGiven() {
        assertThat(drafts.facts(List.of(
                        new FactDraft("a", "text", "s"),
                        new FactDraft("b", 7, "s"),
                        new FactDraft("c", 8L, "s"),
                        new FactDraft("d", true, "s"),
                        new FactDraft("e", List.of("y", "x"), "s"))))
                .extracting(Fact::value)
                .containsExactly(
                        new FactValue.Text("text"),
                        new FactValue.Whole(7),
                        new FactValue.Whole(8),
                        new FactValue.Flag(true),
                        new FactValue.Texts(List.of("x", "y")));
    }

    @Test
    void problemsAreTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try (Drafts german = new Drafts()) {
            assertThatThrownBy(() -> german.fact(new FactDraft(null, "v", "s")))
                    .hasMessage("invalid-draft: name: must not be null");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void afterCloseTheFirstViolationAloneIsTold() {
        drafts.close();
        drafts.close();
        assertThat(refusal(() -> drafts.fact(new FactDraft(null, "v", null))))
                .extracting(Problem::field)
                .containsExactly("name");
    }

    private List<String> refusedPlace(String path, int firstLine, int lastLine, int firstColumn, int lastColumn) {
        FindingDraft draft = new FindingDraft(
                "r",
                "m",
                Severity.LOW,
                "secret",
                null,
                path,
                firstLine,
                lastLine,
                firstColumn,
                lastColumn,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
        assertThat(refusal(() -> drafts.location(draft)))
                .isEqualTo(refusal(() -> drafts.finding(draft, "acme", FINGERPRINT, Origin.UNKNOWN)));
        return refusal(() -> drafts.location(draft)).stream()
                .map(Problem::toString)
                .toList();
    }

    private static List<Problem> refusal(Runnable making) {
        ImprimaturException refused = catchThrowableOfType(ImprimaturException.class, making::run);
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_DRAFT);
        return refused.problems();
    }
}
