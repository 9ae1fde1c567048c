package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SecretsScannerTest {
    private final Random random = new Random(9);
    private final Scanner scanner = scanner(Map.of());

    @Test
    void reportsWhereWhatAndHowSure() throws InterruptedException {
        String token = token("npm-token");
        ScanOf scan = new ScanOf(added("web/.npmrc", "registry=x\n_authToken=" + token + "\n"));

        assertThat(scan.by(scanner)).isEqualTo(Coverage.COMPLETE);

        FindingDraft finding = scan.findings.get(0);
        assertThat(scan.findings).hasSize(1);
        assertThat(finding.rule()).isEqualTo("npm-token");
        assertThat(finding.category()).isEqualTo(Category.SECRET.id());
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.confidence()).isEqualByComparingTo("0.99");
        assertThat(finding.path()).isEqualTo("web/.npmrc");
        assertThat(List.of(finding.firstLine(), finding.lastLine())).containsExactly(2, 2);
        assertThat(List.of(finding.firstColumn(), finding.lastColumn())).containsExactly(12, 11 + token.length());
        assertThat(finding.message()).isEqualTo("npm access token (npm_…), confirmed by its checksum or encoding");
        assertThat(finding.cwe()).containsExactly("CWE-798");
    }

    @Test
    void reportsASecretInTheNameOfAFileOrAFolder() throws InterruptedException {
        String token = token("npm-token");
        ScanOf scan = new ScanOf(added("keys/" + token + "/a.txt", "nothing\n"));

        assertThat(scan.by(scanner)).isEqualTo(Coverage.COMPLETE);

        FindingDraft finding = scan.findings.get(0);
        assertThat(scan.findings).hasSize(1);
        assertThat(finding.rule()).isEqualTo("npm-token");
        assertThat(finding.firstLine()).isZero();
        assertThat(finding.message())
                .isEqualTo(
                        "The path of the file holds: npm access token (npm_…), confirmed by its checksum or encoding");
    }

    @Test
    void aSecretKeepsItsIdentityWhenItsLinesMove() throws InterruptedException {
        String first = token("npm-token");
        String second = token("npm-token");
        ScanOf before = new ScanOf(added("a", first + "\n" + second));
        ScanOf after = new ScanOf(added("a", "moved\n\n" + first + "\nmoved\n" + second));
        before.by(scanner);
        after.by(scanner);
        assertThat(before.findings).extracting(FindingDraft::identity).containsExactly("npm-token 1", "npm-token 2");
        assertThat(after.findings).extracting(FindingDraft::identity).containsExactly("npm-token 1", "npm-token 2");
    }

    @Test
    void whatTheChangeBroughtComesFirst() throws InterruptedException {
        String old = token("npm-token");
        String older = token("stripe-key");
        ScanOf scan = new ScanOf(MemoryChange.builder()
                .base("a", old)
                .head("a", "new\n" + old)
                .base("b", older)
                .head("b", token("npm-token") + "\n" + older));
        scan.by(scanner);
        assertThat(scan.findings)
                .extracting(finding -> finding.path() + ":" + finding.firstLine())
                .containsExactly("b:1", "a:2", "b:2");
    }

    @Test
    void whatIsNotSearchedIsSaid() throws InterruptedException {
        Scanner small = scanner(Map.of("max-file-size", "100"));
        ScanOf scan = new ScanOf(MemoryChange.builder()
                .head("binary.bin", "a\0b")
                .head("large.txt", "x".repeat(101))
                .head("fits.txt", "x".repeat(100))
                .head("empty.txt", "")
                .base("gone.txt", "x".repeat(101)));
        assertThat(scan.by(small).gaps())
                .extracting(gap -> gap.cause() + " " + gap.path())
                .containsExactly("TOO_LARGE large.txt", "UNSUPPORTED binary.bin");
    }

    @Test
    void whatCannotBeReadIsSaid() throws InterruptedException {
        ScanOf away = new ScanOf(added("a", "x").headFails("a", ErrorCode.CONTENT_UNAVAILABLE));
        assertThat(away.by(scanner).gaps())
                .containsExactly(
                        Gap.at(RepoPath.of("a"), Gap.Cause.UNREADABLE, "it could not be read: content-unavailable"));
        ScanOf large = new ScanOf(added("a", "x").headFails("a", ErrorCode.CONTENT_TOO_LARGE));
        assertThat(large.by(scanner).gaps()).extracting(Gap::cause).containsExactly(Gap.Cause.TOO_LARGE);
    }

    @Test
    void tooManyMatchesInOneFileAreSaid() throws InterruptedException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SecretDetector.MOST_MATCHES + 10; i++) {
            text.append(token("sonar-token")).append('\n');
        }
        ScanOf scan = new ScanOf(added("a", text.toString()));
        assertThat(scan.by(scanner).gaps()).extracting(Gap::cause).containsExactly(Gap.Cause.TOO_MANY_FINDINGS);
        assertThat(scan.findings).hasSize(SecretDetector.MOST_MATCHES);
    }

    @Test
    void stopsWhenTheSinkIsFullAndSaysSo() throws InterruptedException {
        MemoryChange.Builder change = MemoryChange.builder();
        for (String path : List.of("a", "b", "c", "d")) {
            change.head(path, token("npm-token"));
        }
        ScanOf scan = new ScanOf(change);
        scan.room = 2;
        assertThat(scan.by(scanner).gaps()).extracting(Gap::cause).containsExactly(Gap.Cause.TOO_MANY_FINDINGS);
        assertThat(scan.findings).hasSize(2);
    }

    @Test
    void stopsWhenCancelledOrInterrupted() {
        ScanOf scan = new ScanOf(added("a", token("npm-token")).head("b", token("npm-token")));
        scan.cancelled = () -> !scan.findings.isEmpty();
        assertThatThrownBy(() -> scan.by(scanner)).isInstanceOf(InterruptedException.class);
        assertThat(scan.findings).hasSize(1);

        ScanOf interrupted = new ScanOf(added("a", "x"));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> interrupted.by(scanner)).isInstanceOf(InterruptedException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aLinksTargetIsSearchedAndASubmoduleIsNot() throws InterruptedException {
        ScanOf scan = new ScanOf(MemoryChange.builder()
                .head(RepoPath.of("link"), FileMode.SYMLINK, bytes("/tmp/" + token("npm-token")))
                .head(RepoPath.of("module"), FileMode.SUBMODULE, bytes(token("npm-token"))));
        assertThat(scan.by(scanner)).isEqualTo(Coverage.COMPLETE);
        assertThat(scan.findings)
                .extracting(finding -> finding.path() + ":" + finding.firstLine())
                .containsExactly("link:0");
    }

    /** Version control counts no lines in UTF-16, nor in links: one there would pass for one that was not added. */
    @Test
    void namesNoLineOfAFileInUtf16() throws InterruptedException {
        ScanOf scan = new ScanOf(MemoryChange.builder()
                .head(RepoPath.of("a"), FileMode.REGULAR, ("\ufeffone\n" + token("npm-token")).getBytes(UTF_16LE)));
        assertThat(scan.by(scanner)).isEqualTo(Coverage.COMPLETE);
        assertThat(scan.findings).extracting(FindingDraft::firstLine).containsExactly(0);
    }

    @Test
    void refusesSettingsThatItDoesNotKnow() {
        assertThatThrownBy(() -> scanner(Map.of("max-file-size", "0", "disabled-rules", "npm-token")))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("scanners.secrets.max-file-size")
                .hasMessageContaining("from 1 to 268435456")
                .hasMessageContaining("scanners.secrets.disabled-rules")
                .satisfies(refused ->
                        assertThat(((ImprimaturException) refused).code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION));
    }

    @Test
    void isFoundAsAServiceOnEitherPath() throws IOException {
        assertThat(SecretsProvider.class.getModule().getDescriptor().provides())
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.service()).isEqualTo(ScannerProvider.class.getName());
                    assertThat(service.providers()).containsExactly(SecretsProvider.class.getName());
                });
        try (InputStream services =
                SecretsProvider.class.getResourceAsStream("/META-INF/services/" + ScannerProvider.class.getName())) {
            assertThat(new String(services.readAllBytes(), UTF_8).strip()).isEqualTo(SecretsProvider.class.getName());
        }
    }

    /** No text of a finding, a gap or an exception holds any five bytes of a secret beyond what all of its kind share. */
    @Test
    void noSecretLeaves() throws InterruptedException {
        for (TokenKind kind : TokenKinds.ALL) {
            for (Shape shape : kind.shapes()) {
                Set<String> shared = pieces(TokenSamples.valid(kind, shape, random));
                shared.retainAll(pieces(TokenSamples.valid(kind, shape, random)));
                shared.retainAll(pieces(TokenSamples.valid(kind, shape, random)));
                String token = TokenSamples.valid(kind, shape, random);
                assertSilent(kind.kind().id(), token, "KEY = '" + token + "'\n", shared);
            }
        }
        String key = PrivateKeysTest.pem(
                "RSA PRIVATE KEY", TokenSamples.run("alnum", 300, random).getBytes(UTF_8));
        assertSilent("private-key", key.substring(40, 300), key, Set.of());
        String password = TokenSamples.run("alnum", 20, random);
        assertSilent("url-password", password, "https://jane:" + password + "@host", Set.of());
    }

    private void assertSilent(String kind, String secret, String text, Set<String> shared) throws InterruptedException {
        ScanOf scan = new ScanOf(added("file.txt", text));
        Coverage coverage = scan.by(scanner);
        assertThat(scan.findings).as(kind).hasSize(1);
        List<String> said = new ArrayList<>(List.of(scan.findings.toString(), coverage.toString()));
        said.add(Detections.in(text).toString());
        said.add(new SecretDetector().find(new Text(bytes(text))).toString());
        // Without the identity hash, whose digits are by chance those of a token now and then.
        said.add(new Text(bytes(text)).toString().replaceFirst("@[0-9a-f]+$", ""));
        for (String piece : pieces(secret)) {
            if (!shared.contains(piece)) {
                assertThat(said).as(kind).noneMatch(words -> words.contains(piece));
            }
        }
    }

    private static Set<String> pieces(String token) {
        Set<String> pieces = new HashSet<>();
        for (int i = 0; i + 5 <= token.length(); i++) {
            pieces.add(token.substring(i, i + 5));
        }
        return pieces;
    }

    private String token(String id) {
        return TokenSamples.valid(id, random);
    }

    private static MemoryChange.Builder added(String path, String text) {
        return MemoryChange.builder().head(path, text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static Scanner scanner(Map<String, String> settings) {
        Map<String, ScannerSettings.Setting> section = new TreeMap<>();
        settings.forEach((key, value) ->
                section.put(key, new ScannerSettings.Setting(List.of(value), false, new Position(3, 5))));
        return new SecretsProvider().create(new ScannerSettings("secrets", "policy.yaml", section), SecretSource.NONE);
    }
}
