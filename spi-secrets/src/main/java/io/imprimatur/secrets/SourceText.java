package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Tells text from binary and brings it into a form whose ASCII is ASCII. UTF-8, Latin-1 and their kin are left as they
 * are: every secret known here is ASCII. UTF-16 with a byte order mark is decoded once.
 */
final class SourceText {
    /** Git's own measure: a zero byte among the first 8,000 makes a file binary. */
    private static final int LOOKED_AT = 8_000;

    private SourceText() {}

    /** The text in the bytes of a file, or null if they are binary. */
    static @Nullable Text of(byte[] file) {
        Charset wide = wideCharset(file);
        if (wide != null) {
            return new Text(new String(file, 2, file.length - 2, wide).getBytes(UTF_8));
        }
        return isBinary(file) ? null : new Text(file);
    }

    private static @Nullable Charset wideCharset(byte[] file) {
        if (file.length < 2 || file.length % 2 != 0) {
            return null;
        }
        int mark = ((file[0] & 0xff) << 8) | (file[1] & 0xff);
        boolean utf32 = file.length >= 4 && mark == 0xfffe && file[2] == 0 && file[3] == 0;
        if (utf32) {
            return null;
        }
        return mark == 0xfffe ? UTF_16LE : mark == 0xfeff ? UTF_16BE : null;
    }

    private static boolean isBinary(byte[] file) {
        int end = Math.min(file.length, LOOKED_AT);
        for (int i = 0; i < end; i++) {
            if (file[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
