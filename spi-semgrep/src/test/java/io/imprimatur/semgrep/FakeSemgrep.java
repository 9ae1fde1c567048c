package io.imprimatur.semgrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A program in the place of the tool, that does what cannot be brought about with the real one. */
final class FakeSemgrep {
    private FakeSemgrep() {}

    /** Lines for the shell; {@code $report} is where the report is wanted. */
    static Path in(Path folder, String... lines) throws IOException {
        String begin = "#!/bin/sh\nprevious=\nfor a in \"$@\"; do"
                + " if [ \"$previous\" = --output ]; then report=\"$a\"; fi; previous=\"$a\"; done\n";
        Path file = folder.resolve("semgrep");
        Files.writeString(file, begin + String.join("\n", lines) + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** That writes this report. */
    static Path writing(Path folder, String report) throws IOException {
        Path content = Files.writeString(folder.resolve("content.json"), report);
        return in(folder, "[ \"$1\" = --version ] && { echo 1.182.0; exit; }", "cat " + content + " > \"$report\"");
    }
}
