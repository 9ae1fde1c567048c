package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Makes tokens of every kind, valid to the last digit, so that none has to stand in a source file. */
final class TokenSamples {
    private static final Pattern PART = Pattern.compile("<([a-z0-9]+):([0-9]+)(?:-([0-9]+))?>|([^<]+)");
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    enum Length {
        LEAST,
        MOST
    }

    private TokenSamples() {}

    /** A valid token of the kind with this id, in its first shape. */
    static String valid(String id, Random random) {
        TokenKind kind = TokenKinds.ALL.stream()
                .filter(any -> any.kind().id().equals(id))
                .findFirst()
                .orElseThrow();
        return valid(kind, kind.shapes().get(0), random);
    }

    /** A valid token of a kind in one of its shapes. */
    static String valid(TokenKind kind, Shape shape, Random random) {
        String token = shaped(shape, Length.LEAST, random);
        return switch (kind.kind().id()) {
            case "github-personal-token",
                    "github-oauth-token",
                    "github-user-token",
                    "github-installation-token",
                    "github-refresh-token",
                    "npm-token",
                    "vercel-token" ->
                withTail(token, 6, crc(token.substring(token.indexOf('_') + 1, token.length() - 6), 62));
            case "gitlab-routable-token" -> withTail(token, 7, crc(token.substring(0, token.length() - 7), 36));
            case "grafana-token" ->
                withTail(token, 8, hex(Integer.reverseBytes((int) crc32(token.substring(0, token.length() - 9)))));
            case "cloudflare-token" ->
                withTail(token, 8, hex((int) crc32(token.substring(token.indexOf('_') + 1, token.length() - 8))));
            case "github-fine-grained-token" ->
                "github_pat_" + run("alnum", 22, random) + "_" + run("alnum", 59, random);
            case "json-web-token" ->
                base64("{\"alg\":\"ES256\",\"typ\":\"JWT\"}")
                        + "."
                        + base64("{\"iss\":\"" + run("lower", 12, random) + "\",\"exp\":1790000000}")
                        + "."
                        + run("base64url", 86, random);
            case "discord-token" ->
                base64(numberFor(shape, random))
                        + "."
                        + run("base64url", 6, random)
                        + "."
                        + run("base64url", 38, random);
            case "age-secret-key" -> withTail(token, 6, bech32Tail(token.substring(16, token.length() - 6)));
            case "nats-seed" -> natsSeed(token.charAt(1), random);
            default -> token;
        };
    }

    /** Random bytes in the given shape, without any regard for checksums. */
    static String shaped(Shape shape, Length length, Random random) {
        StringBuilder token = new StringBuilder();
        Matcher part = PART.matcher(shape.toString());
        while (part.find()) {
            if (part.group(4) != null) {
                token.append(part.group(4));
            } else {
                boolean fixed = part.group(3) == null || length == Length.LEAST;
                token.append(run(part.group(1), Integer.parseInt(part.group(fixed ? 2 : 3)), random));
            }
        }
        return token.toString();
    }

    /** What stands in a token between the words of its shape; a mark or two is no word. */
    static List<String> secrets(Shape shape, String token) {
        String rest = token;
        Matcher part = PART.matcher(shape.toString());
        while (part.find()) {
            if (part.group(4) != null && part.group(4).length() > 2) {
                rest = rest.replace(part.group(4), "\n");
            }
        }
        return rest.lines().filter(secret -> !secret.isEmpty()).toList();
    }

    /** The same shape with one character wherever a random one would be. */
    static String blank(Shape shape, char preferred) {
        StringBuilder token = new StringBuilder();
        Matcher part = PART.matcher(shape.toString());
        while (part.find()) {
            if (part.group(4) != null) {
                token.append(part.group(4));
            } else {
                ByteClass members = ByteClass.named(part.group(1));
                char fill = members.contains((byte) preferred)
                        ? preferred
                        : alphabet(members).charAt(0);
                token.append(String.valueOf(fill).repeat(Integer.parseInt(part.group(2))));
            }
        }
        return token.toString();
    }

    static String run(String members, int length, Random random) {
        String alphabet = alphabet(ByteClass.named(members));
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < length; i++) {
            run.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return run.toString();
    }

    static String alphabet(ByteClass members) {
        StringBuilder alphabet = new StringBuilder();
        for (char c = 0; c < 128; c++) {
            if (members.contains((byte) c)) {
                alphabet.append(c);
            }
        }
        return alphabet.toString();
    }

    private static String withTail(String token, int length, String tail) {
        return token.substring(0, token.length() - length) + tail;
    }

    private static String crc(String text, int base) {
        long value = crc32(text);
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < (base == 62 ? 6 : 7); i++) {
            int digit = (int) (value % base);
            digits.insert(0, base == 62 ? BASE62.charAt(digit) : Character.forDigit(digit, 36));
            value /= base;
        }
        return digits.toString();
    }

    private static long crc32(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        return crc.getValue();
    }

    private static String hex(int value) {
        return HexFormat.of().toHexDigits(value);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
    }

    /** A number of 18 digits whose base64 begins as the shape does. */
    private static String numberFor(Shape shape, Random random) {
        String start = shape.toString().substring(0, 2);
        while (true) {
            String number = Long.toString(100_000_000_000_000_000L + random.nextLong(900_000_000_000_000_000L));
            if (base64(number).startsWith(start)) {
                return number;
            }
        }
    }

    /** BIP 173, written out here a second time so that the detector's own arithmetic is not its witness. */
    private static String bech32Tail(String data) {
        String alphabet = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
        String prefix = "age-secret-key-";
        int[] values = new int[2 * prefix.length() + 1 + data.length() + 6];
        for (int i = 0; i < prefix.length(); i++) {
            values[i] = prefix.charAt(i) / 32;
            values[prefix.length() + 1 + i] = prefix.charAt(i) % 32;
        }
        for (int i = 0; i < data.length(); i++) {
            values[2 * prefix.length() + 1 + i] = alphabet.indexOf(data.charAt(i));
        }
        int[] generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        int sum = 1;
        for (int value : values) {
            int top = sum >> 25;
            sum = (sum & 0x1ffffff) << 5 ^ value;
            for (int i = 0; i < 5; i++) {
                sum ^= (top >> i & 1) == 1 ? generator[i] : 0;
            }
        }
        StringBuilder tail = new StringBuilder();
        for (int i = 5; i >= 0; i--) {
            tail.append(alphabet.charAt((sum ^ 1) >> 5 * i & 31));
        }
        return tail.toString();
    }

    /** As nats-io/nkeys encodes a seed: two bytes of prefix, 32 of key, CRC-16/XMODEM with the low byte first. */
    private static String natsSeed(char role, Random random) {
        int type = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(role) << 3;
        byte[] seed = new byte[36];
        random.nextBytes(seed);
        seed[0] = (byte) (18 << 3 | type >> 5);
        seed[1] = (byte) ((type & 31) << 3);
        int crc = 0;
        for (int i = 0; i < 34; i++) {
            for (int bit = 7; bit >= 0; bit--) {
                boolean carry = (crc >> 15 & 1) != (seed[i] >> bit & 1);
                crc = crc << 1 & 0xffff ^ (carry ? 0x1021 : 0);
            }
        }
        seed[34] = (byte) crc;
        seed[35] = (byte) (crc >> 8);
        StringBuilder bits = new StringBuilder();
        for (byte b : seed) {
            bits.append(Integer.toBinaryString((b & 0xff) + 256).substring(1));
        }
        bits.append("00");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 58; i++) {
            text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
                    .charAt(Integer.parseInt(bits.substring(5 * i, 5 * i + 5), 2)));
        }
        return text.toString();
    }
}
