package io.imprimatur.core.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a program writes to one of its streams, in a file: so that it never waits for a reader, and that nobody who inherited
 * the stream can keep a reader waiting.
 */
record Spool(Path file, int limit) {
    static Spool in(TemporaryFolder folder, String name, int limit) throws IOException {
        return new Spool(Files.createTempFile(folder.path(), "." + name + "-", ""), limit);
    }

    boolean isTooLarge() {
        try {
            return Files.size(file) > limit;
        } catch (IOException removedByTheProgram) {
            return false;
        }
    }

    /** What is in it, up to the limit; the file is gone then. */
    byte[] take() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(limit);
        }
        Files.deleteIfExists(file);
        return bytes;
    }
}
