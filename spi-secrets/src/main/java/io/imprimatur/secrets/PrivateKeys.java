package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Private keys in PEM (RFC 7468, RFC 1421, OpenSSH, OpenPGP armour) and in PuTTY's format, also inside string literals. A
 * public key, a certificate or the mere mention of a header is none. An encrypted key says so.
 */
final class PrivateKeys implements SecretRule {
    private static final byte[] BEGIN = ascii("-----BEGIN ");
    private static final byte[] PUTTY = ascii("PuTTY-User-Key-File-");
    private static final byte[] ENCRYPTION = ascii("Encryption: ");
    private static final byte[] UNENCRYPTED = ascii("Encryption: none");
    private static final byte[] PRIVATE_LINES = ascii("Private-Lines: ");
    private static final byte[] DASHES = ascii("-----");
    private static final byte[] OPENSSH_MAGIC = ascii("openssh-key-v1\0");
    private static final byte[] OPENSSH_NO_CIPHER = {0, 0, 0, 4, 'n', 'o', 'n', 'e'};

    private static final SecretKind KEY = new SecretKind("private-key", "private key", "-----BEGIN … PRIVATE KEY-----");
    private static final SecretKind LOCKED_KEY =
            new SecretKind("encrypted-private-key", "encrypted private key", "-----BEGIN … PRIVATE KEY-----");

    /** The longest label that is looked for between BEGIN and the dashes. */
    private static final int LABEL = 40;
    /** The fewest base64 characters of a key: an Ed25519 key in PKCS #8 has 64. */
    private static final int LEAST_KEY = 60;

    @Override
    public List<byte[]> anchors() {
        return List.of(BEGIN.clone(), PUTTY.clone());
    }

    @Override
    public @Nullable Candidate at(Text text, int anchor, int start) {
        return anchor == 0 ? pem(text, start) : putty(text, start);
    }

    private static @Nullable Candidate pem(Text text, int start) {
        int label = start + BEGIN.length;
        int labelEnd = label;
        while (labelEnd < text.length() && labelEnd - label <= LABEL && text.at(labelEnd) != '-') {
            labelEnd++;
        }
        text.walked(labelEnd - label);
        String name = new String(text.bytes(), label, labelEnd - label, US_ASCII);
        boolean named = name.endsWith("PRIVATE KEY") || name.equals("PGP PRIVATE KEY BLOCK");
        if (!named || !text.startsWith(DASHES, labelEnd)) {
            return null;
        }
        PemBody body = PemBody.read(text, labelEnd + DASHES.length);
        return body.length() < LEAST_KEY ? null : candidate(new Span(start, body.end()), gradeOf(name, body));
    }

    private static Grade gradeOf(String name, PemBody body) {
        byte[] key = body.decodedStart();
        if (body.encrypted() || name.equals("ENCRYPTED PRIVATE KEY")) {
            return Grade.ENCRYPTED;
        } else if (name.equals("OPENSSH PRIVATE KEY")) {
            return openssh(key);
        } else if (name.startsWith("PGP")) {
            return isPgpSecretKey(key) ? Grade.STRUCTURAL : Grade.DOUBTFUL;
        }
        return isDerSequenceWithVersion(key) ? Grade.VERIFIED : Grade.DOUBTFUL;
    }

    private static Grade openssh(byte[] key) {
        if (!startsWith(key, OPENSSH_MAGIC, 0)) {
            return Grade.DOUBTFUL;
        }
        return startsWith(key, OPENSSH_NO_CIPHER, OPENSSH_MAGIC.length) ? Grade.VERIFIED : Grade.ENCRYPTED;
    }

    /** PKCS #1, PKCS #8, SEC 1 and DSA keys alike: a SEQUENCE whose first element is the INTEGER 0 or 1. */
    private static boolean isDerSequenceWithVersion(byte[] key) {
        if (key.length < 8 || key[0] != 0x30) {
            return false;
        }
        int content = 2 + ((key[1] & 0x80) == 0 ? 0 : key[1] & 0x7f);
        return content <= 5 && key[content] == 2 && key[content + 1] == 1 && (key[content + 2] & 0xfe) == 0;
    }

    /** OpenPGP packet tag 5, secret key, in either header format (RFC 9580, section 4.2). */
    private static boolean isPgpSecretKey(byte[] key) {
        return key.length > 0 && ((key[0] & 0xfc) == 0x94 || (key[0] & 0xff) == 0xc5);
    }

    /** A header line, then up to five more, then the private part; another header ends the search. */
    private static @Nullable Candidate putty(Text text, int start) {
        Grade grade = Grade.DOUBTFUL;
        int line = nextLine(text, start);
        while (line < text.length() && !text.startsWith(PUTTY, line)) {
            if (text.startsWith(ENCRYPTION, line)) {
                grade = text.startsWith(UNENCRYPTED, line) ? Grade.VERIFIED : Grade.ENCRYPTED;
            } else if (text.startsWith(PRIVATE_LINES, line)) {
                int key = nextLine(text, line);
                PemBody body = PemBody.read(text, key);
                return body.length() < LEAST_KEY / 2 ? null : candidate(new Span(start, body.end()), grade);
            }
            line = nextLine(text, line);
        }
        return null;
    }

    private static int nextLine(Text text, int from) {
        int i = from;
        while (i < text.length() && text.at(i) != '\n') {
            i++;
        }
        text.walked(i - from + 1L);
        return i + 1;
    }

    private static Candidate candidate(Span span, Grade grade) {
        return new Candidate(grade == Grade.ENCRYPTED ? LOCKED_KEY : KEY, span, grade);
    }

    private static boolean startsWith(byte[] bytes, byte[] word, int from) {
        return bytes.length >= from + word.length
                && Arrays.equals(bytes, from, from + word.length, word, 0, word.length);
    }

    private static byte[] ascii(String word) {
        return word.getBytes(US_ASCII);
    }
}
