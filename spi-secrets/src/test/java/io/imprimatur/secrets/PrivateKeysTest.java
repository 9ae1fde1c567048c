package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {
    private static final String PLAIN = "private-key";
    private static final String LOCKED = "encrypted-private-key";

    private final Random random = new Random(5);

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "DSA", "Ed25519", "X25519"})
    void aKeyThatDecodesIsVerified(String algorithm) throws NoSuchAlgorithmException {
        String pem = pem("PRIVATE KEY", keys(algorithm).getPrivate().getEncoded());
        assertThat(Detections.kindsIn(pem)).containsExactly(PLAIN);
        assertThat(Detections.gradesIn(pem)).containsExactly(Grade.VERIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY", "ANY PRIVATE KEY"})
    void everyLabelOfAPrivateKeyIsKnown(String label) {
        assertThat(Detections.gradesIn(pem(label, der(300)))).containsExactly(Grade.VERIFIED);
    }

    @Test
    void aKeyIsFoundInStringLiteralsAndIndented() {
        String pem = pem("RSA PRIVATE KEY", der(300));
        assertThat(Detections.gradesIn("{\"private_key\": \"" + pem.replace("\n", "\\n") + "\"}"))
                .containsExactly(Grade.VERIFIED);
        assertThat(Detections.gradesIn("key = \"" + pem.replace("\n", "\\\\n") + "\""))
                .containsExactly(Grade.VERIFIED);
        assertThat(Detections.gradesIn("key: |\n  " + pem.replace("\n", "\n  ")))
                .containsExactly(Grade.VERIFIED);
        assertThat(Detections.gradesIn("String key = \"" + pem.replace("\n", "\\n\"\n        + \"") + "\";"))
                .containsExactly(Grade.VERIFIED);
        assertThat(Detections.gradesIn("key = (b\"" + pem.replace("\n", "\\n\"\n    b\"") + "\")"))
                .containsExactly(Grade.VERIFIED);
        assertThat(Detections.gradesIn("# " + pem.replace("\n", "\r\n# "))).containsExactly(Grade.VERIFIED);
        assertThat(Detections.gradesIn("// " + pem.replace("\n", "\n// "))).containsExactly(Grade.VERIFIED);
    }

    @Test
    void aTruncatedKeyIsStillOne() {
        String pem = pem("RSA PRIVATE KEY", der(300));
        assertThat(Detections.kindsIn(pem.substring(0, 200))).containsExactly(PLAIN);
    }

    @Test
    void anEncryptedKeySaysSo() {
        String rfc1421 = pem("RSA PRIVATE KEY", noise(300))
                .replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123456789ABCDEF\n\n");
        assertThat(Detections.kindsIn(rfc1421)).containsExactly(LOCKED);
        assertThat(Detections.kindsIn(pem("ENCRYPTED PRIVATE KEY", der(300)))).containsExactly(LOCKED);
        assertThat(Detections.kindsIn(pem("OPENSSH PRIVATE KEY", openssh("aes256-ctr"))))
                .containsExactly(LOCKED);
        assertThat(Detections.gradesIn(rfc1421)).containsExactly(Grade.ENCRYPTED);
    }

    @Test
    void opensshKeysAreRead() {
        String pem = pem("OPENSSH PRIVATE KEY", openssh("none"));
        assertThat(Detections.kindsIn(pem)).containsExactly(PLAIN);
        assertThat(Detections.gradesIn(pem)).containsExactly(Grade.VERIFIED);
    }

    @Test
    void openPgpKeysAreRead() {
        byte[] packet = noise(300);
        packet[0] = (byte) 0xc5;
        String armour = pem("PGP PRIVATE KEY BLOCK", packet).replaceFirst("\n", "\nVersion: GnuPG v2\n\n");
        assertThat(Detections.kindsIn(armour)).containsExactly(PLAIN);
        assertThat(Detections.gradesIn(armour)).containsExactly(Grade.STRUCTURAL);
    }

    @Test
    void puttyKeysAreRead() {
        String lines = "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: %s\nComment: me\nPublic-Lines: 2\n"
                + base64(noise(96)) + "\nPrivate-Lines: 1\n" + base64(noise(36)) + "\nPrivate-MAC: 00\n";
        assertThat(Detections.kindsIn(String.format(lines, "none"))).containsExactly(PLAIN);
        assertThat(Detections.kindsIn(String.format(lines, "aes256-cbc"))).containsExactly(LOCKED);
    }

    @Test
    void whatDoesNotDecodeIsDoubtful() {
        assertThat(Detections.gradesIn(pem("RSA PRIVATE KEY", noise(300)))).containsExactly(Grade.DOUBTFUL);
        assertThat(Detections.gradesIn(pem("OPENSSH PRIVATE KEY", noise(300)))).containsExactly(Grade.DOUBTFUL);
    }

    @Test
    void publicKeysAndCertificatesAreNone() throws NoSuchAlgorithmException {
        byte[] key = keys("RSA").getPublic().getEncoded();
        assertThat(Detections.in(pem("PUBLIC KEY", key))).isEmpty();
        assertThat(Detections.in(pem("RSA PUBLIC KEY", key))).isEmpty();
        assertThat(Detections.in(pem("CERTIFICATE", key))).isEmpty();
        assertThat(Detections.in(pem("PGP PUBLIC KEY BLOCK", key))).isEmpty();
    }

    @Test
    void aMentionIsNone() {
        String begin = "-----BEGIN " + "RSA PRIVATE KEY-----";
        assertThat(Detections.in(begin)).isEmpty();
        assertThat(
                        Detections.in(
                                "if (line.startsWith(\"" + begin + "\")) {\n"
                                        + "  return thePrivateKeyThatStartsInThisLineOfTheFile(line, andTheLinesThatFollowItUntilTheEnd);\n}"))
                .isEmpty();
        assertThat(Detections.in(begin + "\n...\n-----END RSA PRIVATE KEY-----"))
                .isEmpty();
        assertThat(Detections.in(begin + "\n<your key here>\n-----END RSA PRIVATE KEY-----"))
                .isEmpty();
        assertThat(Detections.in(begin + "-----END RSA PRIVATE KEY-----")).isEmpty();
    }

    @Test
    void aKeyIsLocatedFromItsHeaderToItsLastLine() {
        String pem = pem("RSA PRIVATE KEY", der(100));
        Match match = Detections.in("first\n\n  " + pem + "\nlast").get(0);
        assertThat(match.firstLine()).isEqualTo(3);
        assertThat(match.firstColumn()).isEqualTo(3);
        assertThat(match.lastLine()).isEqualTo(3 + pem.split("\n").length - 2);
    }

    private static KeyPair keys(String algorithm) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("RSA") || algorithm.equals("DSA")) {
            generator.initialize(1024);
        }
        return generator.generateKeyPair();
    }

    static String pem(String label, byte[] content) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** Something that begins as the DER of a private key does. */
    private byte[] der(int length) {
        byte[] key = noise(length);
        byte[] start = {0x30, (byte) 0x82, (byte) (length >> 8), (byte) length, 2, 1, 0, 2};
        System.arraycopy(start, 0, key, 0, start.length);
        return key;
    }

    private byte[] openssh(String cipher) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.writeBytes("openssh-key-v1\0".getBytes(US_ASCII));
        key.writeBytes(new byte[] {0, 0, 0, (byte) cipher.length()});
        key.writeBytes(cipher.getBytes(US_ASCII));
        key.writeBytes(noise(200));
        return key.toByteArray();
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
