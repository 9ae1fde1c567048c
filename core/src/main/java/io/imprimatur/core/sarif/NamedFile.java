package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.ReportSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file under its last name alone: gaps are part of what an approval is bound to, and folders differ between machines. */
record NamedFile(Path file) implements ReportSource {
    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
