package io.imprimatur.samples.gate;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A text that was asked for, and where it goes. */
record Report(String text) {
    Report {
        text = text.endsWith("\n") ? text : text + "\n";
    }

    void print(PrintWriter out) {
        out.print(text);
        out.flush();
    }

    /** Whole into a file: a reader never sees half of it. */
    void write(Path file) {
        Path half = file.resolveSibling(".imprimatur-" + ProcessHandle.current().pid() + ".part");
        try {
            try {
                Files.writeString(half, text, StandardOpenOption.CREATE_NEW);
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException refused) {
            Problem problem = Problem.of("the report could not be written")
                    .in(file.toString())
                    .remedy("name a file in a folder that is there and writable");
            throw new ImprimaturException(ErrorCode.IO_FAILURE, List.of(problem), refused);
        }
    }
}
