package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonWebTokensTest {
    private static final String SIGNATURE = TokenSamples.run("base64url", 43, new Random(6));

    @Test
    void aSignedTokenIsFound() {
        assertThat(Detections.kindsIn(token("{\"alg\":\"HS256\"}", "{\"sub\":\"jane\"}", SIGNATURE)))
                .containsExactly("json-web-token");
    }

    @Test
    void anUnsignedOneIsNoSecret() {
        assertThat(Detections.in(token("{\"alg\":\"none\"}", "{\"sub\":\"jane\"}", "")))
                .isEmpty();
    }

    @Test
    void theHeaderHasToBeAnObjectThatNamesAnAlgorithm() {
        assertThat(Detections.in(token("{\"typ\":\"JWT\"}", "{\"sub\":\"jane\"}", SIGNATURE)))
                .isEmpty();
        assertThat(Detections.in(token("{\"alg\":\"HS256\"", "{\"sub\":\"jane\"}", SIGNATURE)))
                .isEmpty();
        assertThat(Detections.in(token("{\"alg\":\"HS256\"}", "not an object", SIGNATURE)))
                .isEmpty();
    }

    @Test
    void anEncryptedOneAndTheWellKnownExampleAreNoSecrets() {
        String encrypted = token("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}", "{\"sub\":\"jane\"}", SIGNATURE);
        assertThat(Detections.in(encrypted + "." + SIGNATURE + "." + SIGNATURE)).isEmpty();
        assertThat(Detections.in(
                        token("{\"alg\":\"HS256\"}", "{\"sub\":\"1234567890\",\"name\":\"John Doe\"}", SIGNATURE)))
                .isEmpty();
    }

    private static String token(String header, String payload, String signature) {
        return base64(header) + "." + base64(payload) + "." + signature;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
