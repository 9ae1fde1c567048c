package io.imprimatur.core.tool;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a program wrote. Untrusted, and it may hold anything that the program read: it is to be read with care and never
 * quoted as it stands. Immutable and thread-safe.
 */
public final class ToolOutput {
    static final ToolOutput NONE = new ToolOutput(new byte[0], new byte[0]);

    private final byte[] out;
    private final byte[] err;

    ToolOutput(byte[] out, byte[] err) {
        this.out = out;
        this.err = err;
    }

    /** What it wrote to its standard output. */
    public InputStream out() {
        return new ByteArrayInputStream(out);
    }

    /** As {@link #out}, as UTF-8; what is none becomes the replacement character. */
    public String outText() {
        return new String(out, StandardCharsets.UTF_8);
    }

    /** What it wrote to its standard error, as UTF-8; what is none becomes the replacement character. */
    public String errText() {
        return new String(err, StandardCharsets.UTF_8);
    }

    /** How much it wrote, nothing of what. */
    @Override
    public String toString() {
        return out.length + " bytes of output, " + err.length + " of errors";
    }
}
