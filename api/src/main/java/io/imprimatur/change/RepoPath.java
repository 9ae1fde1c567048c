package io.imprimatur.change;

import io.imprimatur.error.Preconditions;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A path in a repository: relative, normalised, with {@code /} between its segments, at most {@value #MAX_BYTES} bytes.
 *
 * <p>To a version control system a path is bytes, not text. {@link #text} is a reversible spelling of those bytes: UTF-8
 * stands as itself; a backslash is written {@code \\}; a control character or a byte that is not part of valid UTF-8 is
 * written {@code \xHH} (upper-case hexadecimal). So two paths that differ in bytes differ in text, and an ordinary path
 * reads as people know it.
 *
 * <p>Ordered by their bytes, as git orders paths. Immutable and thread-safe.
 *
 * @param text the reversible spelling, in the one form that {@link #ofBytes} gives
 */
public record RepoPath(String text) implements Comparable<RepoPath> {
    /** The longest path, in bytes. */
    public static final int MAX_BYTES = 4096;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    public RepoPath {
        Preconditions.notNull(text, "path");
        // Four characters of text spell one byte at the most; longer text need not be looked at.
        Preconditions.check(
                text.length() <= 4 * MAX_BYTES,
                "path",
                text.length() + " characters",
                "must have at most " + MAX_BYTES + " bytes");
        byte[] bytes = decode(text);
        check(bytes, text);
        Preconditions.check(encode(bytes).equals(text), "path", text, "must be spelled as RepoPath.ofBytes spells it");
    }

    /** The path with these bytes. */
    public static RepoPath ofBytes(byte[] bytes) {
        Preconditions.check(
                bytes.length <= MAX_BYTES,
                "path",
                bytes.length + " bytes",
                "must have at most " + MAX_BYTES + " bytes");
        return new RepoPath(encode(bytes));
    }

    /** The path whose bytes are the UTF-8 of a plain name, in which a backslash is only a character. */
    public static RepoPath of(String plain) {
        Preconditions.notNull(plain, "path");
        Preconditions.check(
                StandardCharsets.UTF_8.newEncoder().canEncode(plain),
                "path",
                plain,
                "must not hold unpaired surrogates");
        return ofBytes(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes, a fresh copy. */
    public byte[] bytes() {
        return decode(text);
    }

    /** The last segment. */
    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** The segments before the last, joined; empty for a path at the root. */
    public String directory() {
        int slash = text.lastIndexOf('/');
        return slash < 0 ? "" : text.substring(0, slash);
    }

    @Override
    public int compareTo(RepoPath other) {
        return Arrays.compareUnsigned(bytes(), other.bytes());
    }

    @Override
    public String toString() {
        return text;
    }

    private static void check(byte[] bytes, String text) {
        Preconditions.check(bytes.length > 0, "path", text, "must not be empty");
        Preconditions.check(
                bytes.length <= MAX_BYTES,
                "path",
                bytes.length + " bytes",
                "must have at most " + MAX_BYTES + " bytes");
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '/') {
                int length = i - start;
                boolean dots = (length == 1 && bytes[start] == '.')
                        || (length == 2 && bytes[start] == '.' && bytes[start + 1] == '.');
                Preconditions.check(
                        length > 0 && !dots,
                        "path",
                        text,
                        "must be relative and normalised: no empty segment, no '.' and no '..'");
                start = i + 1;
            } else {
                Preconditions.check(bytes[i] != 0, "path", text, "must not hold NUL");
            }
        }
    }

    private static String encode(byte[] bytes) {
        if (isPlain(bytes)) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        StringBuilder text = new StringBuilder(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            int length = sequenceLength(bytes, i);
            if (length == 0 || (length == 1 && (bytes[i] < 0x20 || bytes[i] == 0x7f))) {
                text.append("\\x").append(HEX.toHexDigits(bytes[i]));
                i++;
            } else if (bytes[i] == '\\') {
                text.append("\\\\");
                i++;
            } else {
                text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
                i += length;
            }
        }
        return text.toString();
    }

    /** Whether every byte stands as itself: nearly every path, so worth asking first. */
    private static boolean isPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0x20 || b == 0x7f || b == '\\') {
                return false;
            }
        }
        return true;
    }

    /** How many bytes the valid UTF-8 sequence at {@code start} has; 0 where none starts there. */
    private static int sequenceLength(byte[] bytes, int start) {
        int first = bytes[start] & 0xff;
        int length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
        if (length <= 1) {
            return length;
        }
        if (start + length > bytes.length) {
            return 0;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, length));
            return length;
        } catch (CharacterCodingException malformed) {
            return 0;
        }
    }

    private static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int i = 0;
        while (i < text.length()) {
            char character = text.charAt(i);
            if (character != '\\') {
                int next = text.indexOf('\\', i);
                int end = next < 0 ? text.length() : next;
                bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end;
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '\\') {
                bytes.write('\\');
                i += 2;
            } else if (i + 3 < text.length()
                    && text.charAt(i + 1) == 'x'
                    && HexFormat.isHexDigit(text.charAt(i + 2))
                    && HexFormat.isHexDigit(text.charAt(i + 3))) {
                bytes.write(HexFormat.fromHexDigits(text, i + 2, i + 4));
                i += 4;
            } else {
                Preconditions.check(false, "path", text, "must spell a backslash as \\\\ and a byte as \\xHH");
            }
        }
        return bytes.toByteArray();
    }
}
