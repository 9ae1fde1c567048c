package io.imprimatur.git;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.jgit.errors.CorruptObjectException;

/** The inflated bytes of a zlib stream that begins somewhere in a file. */
final class Inflation extends InputStream {
    private static final int WINDOW = 8192;

    private final RandomFile file;
    private final Inflater inflater = new Inflater();
    private final byte[] window = new byte[WINDOW];
    private long position;

    Inflation(RandomFile file, long position) {
        this.file = file;
        this.position = position;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        try {
            while (true) {
                int got = inflater.inflate(target, offset, count);
                if (got > 0) {
                    return got;
                }
                if (inflater.finished()) {
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw new CorruptObjectException(file.path() + ": a zlib stream asks for a dictionary");
                }
                int filled = file.read(position, window, 0, WINDOW);
                if (filled <= 0) {
                    throw new EOFException(file.path() + " ends within an object");
                }
                position += filled;
                inflater.setInput(window, 0, filled);
            }
        } catch (DataFormatException bad) {
            CorruptObjectException corrupt = new CorruptObjectException(file.path() + ": damaged zlib stream");
            corrupt.initCause(bad);
            throw corrupt;
        }
    }

    /** Exactly {@code size} bytes, after which the stream must end. */
    byte[] whole(int size) throws IOException {
        byte[] bytes = new byte[size];
        if (readNBytes(bytes, 0, size) != size || read() != -1) {
            throw new CorruptObjectException(file.path() + ": an object is not of the size that it declares");
        }
        return bytes;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
