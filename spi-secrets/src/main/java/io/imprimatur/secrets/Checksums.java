package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The checksums that providers build into their tokens. One that fails does not acquit: the token may be of a newer
 * format, so it is reported as {@link Grade#DOUBTFUL}.
 */
final class Checksums {
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String BECH32 = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";

    /**
     * GitHub, npm and Vercel: after the prefix, CRC-32 of all but the last six characters, in those six in base 62 ("Behind
     * GitHub's new authentication token formats", GitHub blog, 5 April 2021; "Announcing npm's new access token format",
     * 23 September 2021).
     */
    static final TokenCheck CRC32_BASE62 = checksum((text, token) -> {
        int body = 1 + indexOf(text, '_', token);
        int sum = token.end() - 6;
        return digits(crc32(text, body, sum), BASE62, 6).equals(ascii(text, sum, token.end()));
    });

    /**
     * Cloudflare: CRC-32 of the 40 characters after the prefix, in hexadecimal in the last eight ("Token formats", Cloudflare
     * documentation, which names no algorithm; this one holds for the published examples).
     */
    static final TokenCheck CRC32_HEX_OF_BODY = checksum((text, token) -> {
        int sum = token.end() - 8;
        String crc = HexFormat.of().toHexDigits((int) crc32(text, sum - 40, sum));
        return crc.equals(ascii(text, sum, token.end()));
    });

    /**
     * GitLab routable tokens: CRC-32 of everything before the last seven characters, in those in base 36 (GitLab
     * handbook, "Routable tokens").
     */
    static final TokenCheck CRC32_BASE36 = checksum((text, token) -> {
        int sum = token.end() - 7;
        return digits(crc32(text, token.start(), sum), BASE36, 7).equals(ascii(text, sum, token.end()));
    });

    /**
     * Grafana service accounts: CRC-32 of everything before the last underscore, its bytes in hexadecimal after it, the
     * lowest first (grafana/grafana, pkg/components/satokengen).
     */
    static final TokenCheck CRC32_HEX_REVERSED = checksum((text, token) -> {
        int sum = token.end() - 8;
        int crc = Integer.reverseBytes((int) crc32(text, token.start(), sum - 1));
        return HexFormat.of().toHexDigits(crc).equals(ascii(text, sum, token.end()));
    });

    /**
     * NATS seeds: base 32 of a prefix, 32 bytes, and the CRC-16/XMODEM of both, the low byte first (nats-io/nkeys).
     */
    static final TokenCheck CRC16_BASE32 = checksum((text, token) -> {
        int[] bytes = decodeBase32(ascii(text, token.start(), token.end()));
        int crc = 0;
        for (int i = 0; i < bytes.length - 2; i++) {
            crc ^= bytes[i] << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1 ^ ((crc & 0x8000) == 0 ? 0 : 0x1021)) & 0xffff;
            }
        }
        return crc == (bytes[bytes.length - 2] | bytes[bytes.length - 1] << 8);
    });

    /** age secret keys: Bech32 (BIP 173) in capitals, without its limit on length. */
    static final TokenCheck BECH32_CAPITALS = checksum((text, token) -> {
        String value = ascii(text, token.start(), token.end());
        int separator = value.lastIndexOf('1');
        int sum = 1;
        String prefix = value.substring(0, separator).toLowerCase(Locale.ROOT);
        for (int i = 0; i < prefix.length(); i++) {
            sum = polymod(sum, prefix.charAt(i) >> 5);
        }
        sum = polymod(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = polymod(sum, prefix.charAt(i) & 31);
        }
        for (int i = separator + 1; i < value.length(); i++) {
            sum = polymod(sum, BECH32.indexOf(value.charAt(i)));
        }
        return sum == 1;
    });

    private Checksums() {}

    private interface Verification {
        boolean holds(Text text, Span token);
    }

    private static TokenCheck checksum(Verification verification) {
        return (text, token) -> {
            text.walked(2L * token.length());
            return verification.holds(text, token) ? Grade.VERIFIED : Grade.DOUBTFUL;
        };
    }

    private static long crc32(Text text, int start, int end) {
        CRC32 crc = new CRC32();
        crc.update(text.bytes(), start, end - start);
        return crc.getValue();
    }

    private static String digits(long value, String alphabet, int width) {
        char[] digits = new char[width];
        long rest = value;
        for (int i = width - 1; i >= 0; i--) {
            digits[i] = alphabet.charAt((int) (rest % alphabet.length()));
            rest /= alphabet.length();
        }
        return new String(digits);
    }

    private static int[] decodeBase32(String value) {
        int[] bytes = new int[value.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int written = 0;
        for (int i = 0; i < value.length() && written < bytes.length; i++) {
            bits = (bits << 5 | BASE32.indexOf(value.charAt(i))) & 0xffff;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[written++] = bits >> held & 0xff;
            }
        }
        return bytes;
    }

    private static int polymod(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        next ^= (top & 1) == 0 ? 0 : 0x3b6a57b2;
        next ^= (top & 2) == 0 ? 0 : 0x26508e6d;
        next ^= (top & 4) == 0 ? 0 : 0x1ea119fa;
        next ^= (top & 8) == 0 ? 0 : 0x3d4233dd;
        next ^= (top & 16) == 0 ? 0 : 0x2a1462b3;
        return next;
    }

    private static int indexOf(Text text, char c, Span span) {
        int i = span.start();
        while (text.at(i) != c) {
            i++;
        }
        return i;
    }

    private static String ascii(Text text, int start, int end) {
        return new String(text.bytes(), start, end - start, US_ASCII);
    }
}
