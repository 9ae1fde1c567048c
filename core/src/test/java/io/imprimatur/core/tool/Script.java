package io.imprimatur.core.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A program for a test: lines for the shell, in a file of its own. */
final class Script {
    private Script() {}

    static Path in(Path folder, String name, String... lines) {
        try {
            Path file = folder.resolve(name);
            Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
