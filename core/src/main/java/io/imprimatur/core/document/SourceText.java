package io.imprimatur.core.document;

import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text. What is refused is replaced by U+FFFD, so that the rest keeps its place and can be read on. */
final class SourceText {

    private static final char REPLACEMENT = '\uFFFD';

    private SourceText() {}

    /** Strict UTF-8, with or without a byte order mark; the mark counts as no column. */
    static String decode(byte[] content, Report report) {
        refuseUtf16(content);
        int mark = startsWith(content, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(content, mark, content.length - mark);
        CharBuffer out = CharBuffer.allocate(in.remaining());
        Cursor cursor = new Cursor(CharBuffer.wrap(out.array()));
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                return new String(out.array(), 0, out.position());
            }
            report.add(Problem.of("must be UTF-8")
                    .at(cursor.at(out.position()))
                    .value(bytes(in, result.length()))
                    .remedy("save the file as UTF-8"));
            in.position(in.position() + result.length());
            out.put(REPLACEMENT);
        }
    }

    /** The text without hidden characters. */
    static String visible(String text, Report report) {
        StringBuilder clean = null;
        Cursor cursor = new Cursor(text);
        for (int offset = 0; offset < text.length(); ) {
            int character = text.codePointAt(offset);
            if (Hidden.is(character)) {
                report.add(Hidden.problem(character).at(cursor.at(offset)));
                clean = clean == null ? new StringBuilder(text) : clean;
                for (int i = 0; i < Character.charCount(character); i++) {
                    clean.setCharAt(offset + i, REPLACEMENT);
                }
            }
            offset += Character.charCount(character);
        }
        return clean == null ? text : clean.toString();
    }

    private static void refuseUtf16(byte[] content) {
        // Without a byte order mark: a document begins with an ASCII character, and half of that is zero.
        boolean unmarked = content.length > 1 && content.length % 2 == 0 && (content[0] == 0) != (content[1] == 0);
        if (unmarked || startsWith(content, 0xFE, 0xFF) || startsWith(content, 0xFF, 0xFE)) {
            throw new UnreadableException(Problem.of("must be UTF-8")
                    .at(new Position(1, 1))
                    .value("UTF-16")
                    .remedy("save the file as UTF-8"));
        }
    }

    private static boolean startsWith(byte[] content, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static String bytes(ByteBuffer in, int length) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int octet = in.get(in.position() + i) & 0xFF;
            hex.append(i == 0 ? "0x" : " 0x").append(Character.forDigit(octet >> 4, 16));
            hex.append(Character.forDigit(octet & 0xF, 16));
        }
        return hex.toString();
    }
}
