package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.error.Problem;
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
