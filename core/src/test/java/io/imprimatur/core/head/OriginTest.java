package io.imprimatur.core.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.FileMode;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.kit.MemoryChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
    private static final String OLD = "one\ntwo\nthree\nfour\n";
    private static final String NEW = "one\nTWO\nthree\nfour\nfive\n";

    private final Origins origins = new Origins(MemoryChange.builder()
            .head("added", OLD)
            .head(RepoPath.of("added.bin"), FileMode.REGULAR, new byte[] {0, '\n'})
            .base("modified", OLD)
            .head("modified", NEW)
            .base("old-name", OLD)
            .head("renamed", NEW)
            .renamed("old-name", "renamed")
            .base("not-counted", OLD)
            .head("not-counted", NEW)
            .linesUnknown("not-counted")
            .head("added-not-counted", NEW)
            .linesUnknown("added-not-counted")
            .base(RepoPath.of("modified.bin"), FileMode.REGULAR, new byte[] {0, '\n', 1})
            .head(RepoPath.of("modified.bin"), FileMode.REGULAR, new byte[] {0, '\n', 2})
            .base(RepoPath.of("moved.bin"), FileMode.REGULAR, new byte[] {0, '\n', 3})
            .head(RepoPath.of("same.bin"), FileMode.REGULAR, new byte[] {0, '\n', 3})
            .renamed("moved.bin", "same.bin")
            .base(RepoPath.of("to-link"), FileMode.REGULAR, new byte[] {'x'})
            .head(RepoPath.of("to-link"), FileMode.SYMLINK, new byte[] {'y'})
            .base(RepoPath.of("to-module"), FileMode.SUBMODULE, "a".repeat(40).getBytes())
            .head(RepoPath.of("to-module"), FileMode.SUBMODULE, "b".repeat(40).getBytes())
            .base(RepoPath.of("tool"), FileMode.REGULAR, OLD.getBytes())
            .head(RepoPath.of("tool"), FileMode.EXECUTABLE, OLD.getBytes())
            .unchanged("untouched", OLD)
            .unread("unread", "filtered")
            .build()
            .change());

    @ParameterizedTest
    @CsvSource({
        "added, 1, INTRODUCED",
        "added, 0, INTRODUCED",
        "added.bin, 1, INTRODUCED",
        "added-not-counted, 1, INTRODUCED",
        "modified, 1, PRE_EXISTING",
        "modified, 2, INTRODUCED",
        "modified, 3, PRE_EXISTING",
        "modified, 5, INTRODUCED",
        "modified, 0, UNKNOWN",
        "renamed, 1, PRE_EXISTING",
        "renamed, 2, INTRODUCED",
        "not-counted, 1, UNKNOWN",
        "not-counted, 2, UNKNOWN",
        "modified.bin, 1, UNKNOWN",
        "same.bin, 1, PRE_EXISTING",
        "to-link, 1, UNKNOWN",
        "to-module, 1, UNKNOWN",
        "tool, 1, PRE_EXISTING",
        "tool, 0, UNKNOWN",
        "untouched, 1, PRE_EXISTING",
        "untouched, 0, PRE_EXISTING",
        "unread, 1, UNKNOWN",
        "unread, 0, UNKNOWN",
    })
    void followsFromTheAddedLines(String path, int line, Origin origin) {
        RepoPath file = RepoPath.of(path);
        Location location = line == 0 ? Location.of(file) : Location.of(file, LineRange.of(line));

        assertThat(origins.of(location)).isEqualTo(origin);
    }

    @Test
    void isIntroducedWhereOneOfItsLinesIs() {
        RepoPath modified = RepoPath.of("modified");

        assertThat(origins.of(Location.of(modified, new LineRange(1, 2)))).isEqualTo(Origin.INTRODUCED);
        assertThat(origins.of(Location.of(modified, new LineRange(3, 4)))).isEqualTo(Origin.PRE_EXISTING);
    }

    @Test
    void isUnknownOfTheWholeChange() {
        assertThat(origins.of(null)).isEqualTo(Origin.UNKNOWN);
    }
}
