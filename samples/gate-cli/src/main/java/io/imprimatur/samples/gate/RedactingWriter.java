package io.imprimatur.samples.gate;

import io.imprimatur.secrets.Redaction;
import java.io.IOException;
import java.io.Writer;

/** Passes on what is written, at each flush, without the secrets in it. */
final class RedactingWriter extends Writer {
    private final Writer next;
    private final StringBuilder held = new StringBuilder();

    RedactingWriter(Writer next) {
        this.next = next;
    }

    @Override
    public void write(char[] characters, int from, int length) {
        held.append(characters, from, length);
    }

    @Override
    public void flush() throws IOException {
        if (!held.isEmpty()) {
            next.write(new Redaction().text(held.toString()));
            held.setLength(0);
        }
        next.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        next.close();
    }
}
