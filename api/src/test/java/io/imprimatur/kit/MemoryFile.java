package io.imprimatur.kit;

import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a {@link MemoryChange}.
 *
 * @param failure what reading it fails with; absent where it can be read
 */
record MemoryFile(FileMode mode, byte[] content, @Nullable ErrorCode failure) {
    private static final int BINARY_PREFIX = 8000;
    private static final long TOO_LARGE = 1L << 40;

    long size() {
        return failure == ErrorCode.CONTENT_TOO_LARGE ? TOO_LARGE : content.length;
    }

    boolean isText() {
        return (mode == FileMode.REGULAR || mode == FileMode.EXECUTABLE) && !isBinary();
    }

    /** As git tells. */
    boolean isBinary() {
        for (int i = 0; i < Math.min(content.length, BINARY_PREFIX); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }

    FileVersion at(RepoPath path) {
        return new FileVersion(path, mode, Digest.of(content), size(), isBinary());
    }

    /** As git counts: a line ends with a line feed, or with the file. */
    List<String> lines() {
        // Every byte is a character in this charset, so that equal lines are equal bytes.
        String text = new String(content, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }
}
