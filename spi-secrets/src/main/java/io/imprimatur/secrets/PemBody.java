package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The base64 lines after the header of a key, as they stand in a file or in a string literal: indented, quoted, joined by
 * plus signs, with escaped ends of lines.
 */
final class PemBody {
    /** Enough to tell the format of a key by. */
    private static final int START = 64;
    /** A line with fewer characters than this is the last one, or no line of a key at all. */
    private static final int SHORT_LINE = 16;
    /** Fewer are an operator, a string prefix or a comment sign. */
    private static final int LEAST_LINE = 4;

    private static final String BETWEEN = " \t\r\n\"'`,;.()#*|>=";
    private static final List<byte[]> CONTROLS = Stream.of(
                    "n", "r", "t", "x0A", "x0a", "x0D", "x0d", "u000A", "u000a", "u000D", "u000d", "u{a}", "u{d}")
            .map(control -> control.getBytes(US_ASCII))
            .toList();
    private static final byte[] ENCRYPTED = "ENCRYPTED".getBytes(US_ASCII);

    private final int length;
    private final int end;
    private final boolean encrypted;
    private final byte[] start;

    private PemBody(int length, int end, boolean encrypted, byte[] start) {
        this.length = length;
        this.end = end;
        this.encrypted = encrypted;
        this.start = start;
    }

    /** How many base64 characters there are. */
    int length() {
        return length;
    }

    /** Where they end. */
    int end() {
        return end;
    }

    /** Whether a header among them says that the key is encrypted (RFC 1421). */
    boolean encrypted() {
        return encrypted;
    }

    /** The first bytes that they decode to. */
    byte[] decodedStart() {
        return start.clone();
    }

    static PemBody read(Text text, int from) {
        ByteArrayOutputStream first = new ByteArrayOutputStream(START);
        int length = 0;
        int end = from;
        boolean encrypted = false;
        boolean last = false;
        int i = from;
        while (i < text.length() && !last) {
            int run = text.run(ByteClass.BASE64, i, Integer.MAX_VALUE);
            int header = headerEnd(text, i, run);
            if (header > 0) {
                encrypted |= saysEncrypted(text, i, header);
                i = header;
            } else if (run >= LEAST_LINE) {
                last = run < SHORT_LINE;
                if (last && length == 0) {
                    break;
                }
                first.write(text.bytes(), i, Math.min(run, START - first.size()));
                length += run;
                i += run;
                end = i;
            } else {
                int between = between(text, i + run);
                last = run == 0 && between == 0;
                i += run + between;
            }
        }
        return new PemBody(length, end, encrypted, decode(first.toByteArray()));
    }

    /** Where a header line such as {@code DEK-Info: …} ends, if a run of letters begins one; else 0. */
    private static int headerEnd(Text text, int start, int run) {
        int i = start + run;
        while (run > 0 && i - start < 20 && (text.holds('-', i) || text.holds(ByteClass.ALPHA, i))) {
            i++;
        }
        if (run == 0 || run > 20 || !text.holds(':', i) || !text.holds(' ', i + 1)) {
            return 0;
        }
        while (i < text.length() && text.at(i) != '\n' && text.at(i) != '\\') {
            i++;
        }
        text.walked(i - start);
        return i;
    }

    private static boolean saysEncrypted(Text text, int start, int end) {
        for (int i = start; i <= end - ENCRYPTED.length; i++) {
            if (text.startsWith(ENCRYPTED, i)) {
                return true;
            }
        }
        return false;
    }

    /** The length of what may stand between two lines: white space, quotes and escapes. */
    private static int between(Text text, int from) {
        int i = from;
        boolean going = true;
        while (going && i < text.length()) {
            if (text.at(i) == '\\') {
                while (text.holds('\\', i)) {
                    i++;
                }
                i += controlLength(text, i);
            } else if (BETWEEN.indexOf((char) text.at(i)) >= 0) {
                i++;
            } else {
                going = false;
            }
        }
        text.walked(i - from + 1L);
        return i - from;
    }

    /** The length of what makes a backslash an end of line or a tab, in the spellings of C, JSON and our own messages. */
    private static int controlLength(Text text, int from) {
        for (byte[] control : CONTROLS) {
            if (text.startsWith(control, from)) {
                return control.length;
            }
        }
        return 0;
    }

    private static byte[] decode(byte[] base64) {
        byte[] whole = Arrays.copyOf(base64, base64.length / 4 * 4);
        return Base64.getDecoder().decode(whole);
    }
}
