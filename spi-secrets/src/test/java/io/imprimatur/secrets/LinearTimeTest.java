package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts the bytes that checks look at, on texts made to make them look at many. */
class LinearTimeTest {
    private static final SecretDetector DETECTOR = new SecretDetector();
    private static final int LENGTH = 50_000;
    /** No text makes the checks look at a byte more often than this, on average. */
    private static final int MOST_A_BYTE = 32;

    private static final String BEGIN = "-----BEGIN " + "RSA PRIVATE KEY-----";

    static Stream<String> hostile() {
        Random random = new Random(8);
        List<String> units = new ArrayList<>(List.of(
                "A",
                "a.",
                "eyJ",
                "-eyJ",
                "eyJ.",
                "eyJa.",
                ".eyJaaaa.eyJaaaa",
                "-----BEGIN ",
                BEGIN,
                BEGIN + "\nMIIE",
                BEGIN + "\nProc-Type: x\n",
                BEGIN + "A".repeat(100) + "\n",
                "PuTTY-User-Key-File-2: x\n",
                "PuTTY-User-Key-File-2: x\nEncryption: none\nPrivate-Lines: 1\n",
                "://",
                "://:@",
                "://a:b@",
                "a://a:bcd@",
                "a://" + "a".repeat(100) + ":" + "b".repeat(200),
                "\\n",
                "%20eyJ",
                "hooks.slack.com/services/",
                "https://a.webhook.office.com/webhookb2/"));
        for (TokenKind kind : TokenKinds.ALL) {
            for (Shape shape : kind.shapes()) {
                String anchor = new String(shape.anchor(), US_ASCII);
                units.addAll(List.of(anchor, "-" + anchor, "/" + anchor, "=" + anchor, " " + anchor));
                String token = TokenSamples.shaped(shape, TokenSamples.Length.MOST, random);
                units.add(token);
                units.add(token.substring(0, token.length() - 1) + " ");
            }
        }
        return units.stream().distinct();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void workGrowsAsTheTextDoes(String unit) {
        int count = LENGTH / unit.length();
        long once = steps(unit.repeat(count));
        long twice = steps(unit.repeat(2 * count));
        assertThat(once).isLessThanOrEqualTo((long) MOST_A_BYTE * LENGTH);
        assertThat(twice).isLessThanOrEqualTo(2 * once + once / 10 + 10_000);
    }

    private static long steps(String text) {
        Text counted = new Text(text.getBytes(US_ASCII));
        DETECTOR.find(counted);
        return counted.steps();
    }
}
