package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Change;
import io.imprimatur.change.Commit;
import io.imprimatur.change.Person;
import io.imprimatur.change.Revision;
import io.imprimatur.change.Trailer;
import io.imprimatur.error.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private final String token = SecretSample.of("npm-token", 1).text();
    private final String other = SecretSample.of("npm-token", 2).text();

    @Test
    void textWithoutASecretIsTheSameText() {
        String text = "nothing here, not even npm_ and é";
        assertThat(new Redaction().text(text)).isSameAs(text);
    }

    @Test
    void differentSecretsStayDifferentAndEqualOnesEqual() {
        Redaction redaction = new Redaction();
        assertThat(redaction.text("é/" + token + "/a, " + other)).isEqualTo("é/npm_…/a, npm_…(2)");
        assertThat(redaction.text(other + " " + token)).isEqualTo("npm_…(2) npm_…");
    }

    @Test
    void everyKindIsTakenOut() {
        for (SecretSample sample : SecretSample.ofEachKind(3)) {
            String clean = new Redaction().text("x = '" + sample.text() + "'");
            assertThat(sample.secrets().stream().filter(secret -> secret.length() >= 8))
                    .as(sample.kind())
                    .noneMatch(clean::contains);
        }
    }

    @Test
    void secretsThatOverlapGoTogether() {
        assertThat(new Redaction().text("see https://me:" + token + "@example.org/x"))
                .doesNotContain(token.substring(8));
    }

    @Test
    void moreSecretsThanTheScannerListsAreTakenOutToo() {
        String many = (token + " ").repeat(3 * SecretDetector.MOST_MATCHES);
        assertThat(new Redaction().text(many)).isEqualTo("npm_… ".repeat(3 * SecretDetector.MOST_MATCHES));
    }

    @Test
    void commitsSayNoSecretAndEverythingElse() {
        Person person = new Person("A " + token, token + "@example.org");
        Person other = new Person("B", "b@example.org");
        Commit commit = new Commit(
                "a".repeat(40),
                person,
                other,
                List.of(person),
                List.of(new Trailer("Assisted-by", "Model " + token), new Trailer("Key", "value")),
                Instant.EPOCH,
                List.of());
        Change change = new Change(
                "acme/shop",
                new Revision.Empty(),
                new Revision.WorkingTree(),
                "main",
                List.of(commit),
                other,
                List.of(),
                List.of());
        Change clean = new Redaction().commits(change);
        Person known = new Person("A npm_…", "npm_…@example.org");
        assertThat(clean)
                .isEqualTo(new Change(
                        "acme/shop",
                        new Revision.Empty(),
                        new Revision.WorkingTree(),
                        "main",
                        List.of(new Commit(
                                "a".repeat(40),
                                known,
                                other,
                                List.of(known),
                                List.of(new Trailer("Assisted-by", "Model npm_…"), new Trailer("Key", "value")),
                                Instant.EPOCH,
                                List.of())),
                        other,
                        List.of(),
                        List.of()));
    }

    @Test
    void aDocumentKeepsItsShapeAndTellsEachPlace() {
        List<Problem> problems = new ArrayList<>();
        String text = "a: 1\né: \"" + token + "\"\nb: '" + token + "'\n";
        byte[] clean = new Redaction().document(text.getBytes(UTF_8), problems::add);
        assertThat(new String(clean, UTF_8)).isEqualTo(text.replace(token, "x".repeat(token.length())));
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        " line 2:5: must hold no secret, but was: npm access token (npm_…); take it out and revoke it"
                                .strip(),
                        "line 3:5: must hold no secret, but was: npm access token (npm_…); take it out and revoke it");
    }
}
