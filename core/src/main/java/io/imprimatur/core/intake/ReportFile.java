package io.imprimatur.core.intake;

import io.imprimatur.error.Position;
import io.imprimatur.error.Preconditions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file. */
record ReportFile(String name, Path file) implements ReportSource {
    ReportFile {
        Preconditions.notNull(name, "name");
        Preconditions.notNull(file, "file");
    }

    @Override
    public InputStream open() {
        try {
            return Files.newInputStream(file);
        } catch (IOException failure) {
            throw JsonFailure.of(failure, name, Position.NONE, "", JsonLimits.DEFAULT);
        }
    }
}
