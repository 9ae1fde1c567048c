package io.imprimatur.secrets;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * A secret of one kind, nobody's, made anew so that none has to stand in a source file. Published for whoever has to show
 * that a secret does not get out.
 *
 * @param kind the rule that finds it
 * @param text what stands in a file
 * @param secrets the parts of the text that must never be seen: all but what every secret of the kind has in common
 */
public record SecretSample(String kind, String text, List<String> secrets) {
    public SecretSample {
        secrets = List.copyOf(secrets);
    }

    /** One of each kind that the scanner knows, the same for the same seed. */
    public static List<SecretSample> ofEachKind(long seed) {
        Random random = new Random(seed);
        List<SecretSample> samples = new ArrayList<>();
        for (TokenKind kind : TokenKinds.ALL) {
            Shape shape = kind.shapes().get(0);
            String token = TokenSamples.valid(kind, shape, random);
            samples.add(new SecretSample(kind.kind().id(), token, TokenSamples.secrets(shape, token)));
        }
        samples.add(privateKey("private-key", "OPENSSH", random));
        samples.add(privateKey("encrypted-private-key", "ENCRYPTED", random));
        String password = TokenSamples.run("alnum", 20, random);
        samples.add(
                new SecretSample("url-password", "https://deploy:" + password + "@db.example.org/", List.of(password)));
        return samples;
    }

    /** One of a kind. */
    public static SecretSample of(String kind, long seed) {
        return ofEachKind(seed).stream()
                .filter(sample -> sample.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static SecretSample privateKey(String kind, String label, Random random) {
        byte[] key = new byte[120];
        random.nextBytes(key);
        String body = Base64.getEncoder().encodeToString(key);
        String name = label + " PRIVATE " + "KEY-----";
        return new SecretSample(kind, "-----BEGIN " + name + "\n" + body + "\n-----END " + name, List.of(body));
    }
}
