package io.imprimatur.core.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What tells a program from another version of it without running it. */
public final class ToolIdentity {
    private ToolIdentity() {}

    /**
     * Where a program lies, its size and its time; empty where that cannot be read. Of a launcher it says nothing about what
     * that starts, unless the launcher is written anew with it, as package managers do.
     */
    public static Optional<String> of(Path program) {
        try {
            Path real = program.toRealPath();
            return Optional.of(real + " " + Files.size(real) + " " + Files.getLastModifiedTime(real));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
