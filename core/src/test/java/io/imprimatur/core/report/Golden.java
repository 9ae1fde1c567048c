package io.imprimatur.core.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports as they are meant to be, in {@code src/test/resources/report}. */
final class Golden {
    private Golden() {}

    /** What stands in the file; empty where it is not there yet. What was got lies in {@code target/report} to compare. */
    static String of(String name, String got) {
        try (InputStream file = Golden.class.getResourceAsStream("/report/" + name)) {
            Path place = Path.of("target", "report", name);
            Files.createDirectories(place.getParent());
            Files.writeString(place, got);
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
