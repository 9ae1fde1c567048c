package io.imprimatur.core.report;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** How large a text is when it is sent compressed. */
final class Compressed {
    private static final int HEAD_AND_TAIL = 18;

    private Compressed() {}

    /** The bytes of its UTF-8 in the gzip format. */
    static long size(String text) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            byte[] some = new byte[1 << 16];
            long size = HEAD_AND_TAIL;
            while (!deflater.finished()) {
                size += deflater.deflate(some);
            }
            return size;
        } finally {
            deflater.end();
        }
    }
}
