package io.imprimatur.git;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file read at any position by any thread.
 *
 * <p>Not a {@code FileChannel}: interrupting one reader of a channel (as a scanner that ran out of time is) closes
 * the channel for every other reader.
 */
final class RandomFile implements Closeable {
    private final Path path;
    private final RandomAccessFile file;
    private final long length;

    RandomFile(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "r");
        this.length = file.length();
    }

    Path path() {
        return path;
    }

    long length() {
        return length;
    }

    /** Reads up to {@code count} bytes at {@code position}; -1 at the end of the file. */
    int read(long position, byte[] buffer, int offset, int count) throws IOException {
        synchronized (file) {
            file.seek(position);
            return file.read(buffer, offset, count);
        }
    }

    /** Reads exactly {@code count} bytes at {@code position}. */
    byte[] read(long position, int count) throws IOException {
        if (position < 0 || position + count > length) {
            throw new EOFException(path + " ends before byte " + (position + count));
        }
        byte[] bytes = new byte[count];
        synchronized (file) {
            file.seek(position);
            file.readFully(bytes);
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
