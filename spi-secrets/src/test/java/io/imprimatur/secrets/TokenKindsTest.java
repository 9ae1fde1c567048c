package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenKindsTest {
    private static final int ROUNDS = 20;

    static Stream<Arguments> shapes() {
        return TokenKinds.ALL.stream().flatMap(kind -> kind.shapes().stream().map(shape -> Arguments.of(kind, shape)));
    }

    /** Kinds with something to verify, whose verdict changes when a character does. */
    static Stream<Arguments> checksums() {
        List<String> ids = List.of(
                "github-personal-token",
                "github-oauth-token",
                "github-user-token",
                "github-installation-token",
                "github-refresh-token",
                "npm-token",
                "vercel-token",
                "gitlab-routable-token",
                "grafana-token",
                "cloudflare-token",
                "age-secret-key",
                "nats-seed");
        return shapes().filter(arguments ->
                ids.contains(((TokenKind) arguments.get()[0]).kind().id()));
    }

    @Test
    void thereAreManyKindsEachWithAnIdOfItsOwn() {
        List<String> ids = TokenKinds.ALL.stream().map(kind -> kind.kind().id()).toList();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
        assertThat(ids).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(checksums()).hasSizeGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void findsAValidTokenWhereverItStands(TokenKind kind, Shape shape) {
        Random random = new Random(1);
        for (int i = 0; i < ROUNDS; i++) {
            String token = TokenSamples.valid(kind, shape, random);
            for (String text : List.of(
                    token,
                    "x = \"" + token + "\";",
                    "TOKEN=" + token + "\n",
                    "{\"text\": \"first\\n" + token + "\\nlast\"}",
                    "curl -H 'Authorization: Bearer " + token + "'",
                    "<token>" + token + "</token>",
                    "?q=a%20" + token + "&b")) {
                assertThat(Detections.kindsIn(text))
                        .as(kind.kind().id())
                        .containsExactly(kind.kind().id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("checksums")
    void aChecksumVerifiesOrCastsDoubt(TokenKind kind, Shape shape) {
        Random random = new Random(2);
        for (int i = 0; i < ROUNDS; i++) {
            String valid = TokenSamples.valid(kind, shape, random);
            assertThat(Detections.gradesIn(valid)).as(kind.kind().id()).containsExactly(Grade.VERIFIED);
            char other = valid.charAt(20) == 'A' ? 'C' : 'A';
            String broken = valid.substring(0, 20) + other + valid.substring(21);
            assertThat(Detections.gradesIn(broken)).as(kind.kind().id()).containsExactly(Grade.DOUBTFUL);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void oneCharacterTooFewIsNoToken(TokenKind kind, Shape shape) {
        Random random = new Random(3);
        for (int i = 0; i < ROUNDS; i++) {
            String token = TokenSamples.shaped(shape, TokenSamples.Length.LEAST, random);
            assertThat(matches(shape, token)).as(kind.kind().id()).isTrue();
            assertThat(matches(shape, token.substring(0, token.length() - 1)))
                    .as(kind.kind().id())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aWordThatGoesOnIsNoToken(TokenKind kind, Shape shape) {
        Random random = new Random(4);
        for (int i = 0; i < ROUNDS; i++) {
            String token = TokenSamples.shaped(shape, TokenSamples.Length.MOST, random);
            assertThat(matches(shape, token)).as(kind.kind().id()).isTrue();
            assertThat(matches(shape, token + "a")).as(kind.kind().id()).isFalse();
            assertThat(matches(shape, "a" + token)).as(kind.kind().id()).isFalse();
            assertThat(matches(shape, "A_" + token)).as(kind.kind().id()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aPlaceholderIsNoToken(TokenKind kind, Shape shape) {
        for (char fill : "xX0aAF1".toCharArray()) {
            assertThat(Detections.kindsIn(TokenSamples.blank(shape, fill)))
                    .as(kind.kind().id())
                    .doesNotContain(kind.kind().id());
        }
    }

    @Test
    void documentedPlaceholdersAreNoTokens() {
        String aws = "AKIA" + "IOSFODNN7" + "EXAMPLE";
        assertThat(Detections.in("aws_access_key_id = " + aws)).isEmpty();
        assertThat(Detections.in("ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789"))
                .isEmpty();
        assertThat(Detections.in("ghp_" + "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8"))
                .isEmpty();
        assertThat(Detections.in("glpat-" + "your-token-goes-here")).isEmpty();
        assertThat(Detections.in("dapi" + "0123456789abcdef0123456789abcdef")).isEmpty();
        assertThat(Detections.in("npm_" + "exampleExampleexampleExampleexampleE"))
                .isEmpty();
    }

    /** Tokens that their providers published, in pieces. */
    @Test
    void publishedTokensVerify() {
        for (String token : List.of(
                // GitLab's handbook, "Routable tokens"
                "glpat-" + "bzox79Of-KE9FD2LjoXX" + "F4CvyxA.0r03gxo7s",
                // Grafana's tests of pkg/components/satokengen
                "glsa_" + "yscW25imSKJIuav8zF37" + "RZmnbiDvB05G_fcaaf58a",
                // The README of nats-io/nkeys
                "SUAC" + "SSL3UAHUDXKFSNVUZRF5UHPMWZ6" + "BFDTJ7M6USDXIEDNPPQYYYCU3VY",
                // The test vectors of age
                "AGE-SECRET-KEY-1" + "XMWWC06LY3EE5RYTXM9MFLAZ2U56" + "JJJ36S0MYPDRWSVLUL66MV4QX3S7F6",
                // Vercel's documentation
                "vca_" + "BQuu9ChDu3n6Pfh6YQnCshpoYkWD" + "SFKogLqmBtQ0tC8NAA5rXt340sjz")) {
            assertThat(Detections.gradesIn(token)).containsExactly(Grade.VERIFIED);
        }
    }

    private static boolean matches(Shape shape, String token) {
        String anchor = new String(shape.anchor(), US_ASCII);
        Text text = new Text(token.getBytes(US_ASCII));
        for (int at = token.indexOf(anchor); at >= 0; at = token.indexOf(anchor, at + 1)) {
            Span span = shape.matchAt(text, at);
            if (span != null) {
                return true;
            }
        }
        return false;
    }
}
