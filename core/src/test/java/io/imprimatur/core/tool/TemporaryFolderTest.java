package io.imprimatur.core.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
    @TempDir
    private Path parent;

    @Test
    void onlyItsOwnerCanEnter() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create(parent)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isGoneWithAllThatIsInItWhenClosed() throws IOException {
        TemporaryFolder folder = TemporaryFolder.create(parent);
        Files.writeString(folder.folder("a/b/c").resolve("file"), "x");
        Path locked = folder.folder("locked");
        Files.writeString(locked.resolve("file"), "x");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));

        folder.close();
        folder.close();

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void linksAreRemovedAndNotFollowed() throws IOException {
        Path outside = Files.createDirectory(parent.resolve("outside"));
        Files.writeString(outside.resolve("kept"), "x");
        TemporaryFolder folder = TemporaryFolder.create(parent);
        Files.createSymbolicLink(folder.path().resolve("link"), outside);
        Files.createSymbolicLink(folder.path().resolve("file"), outside.resolve("kept"));

        folder.close();

        assertThat(outside.resolve("kept")).exists();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void whatCannotBeMadeIsSaidWithItsPlace() {
        assertThatThrownBy(() -> TemporaryFolder.create(parent.resolve("missing")))
                .isInstanceOfSatisfying(ImprimaturException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.IO_FAILURE);
                    assertThat(failure).hasMessageContaining(parent.resolve("missing") + ": a temporary folder");
                });
    }

    @Test
    void noFolderOutsideIsMade() {
        try (TemporaryFolder folder = TemporaryFolder.create(parent)) {
            assertThatThrownBy(() -> folder.folder("../beside")).isInstanceOf(ImprimaturException.class);
            assertThat(parent.resolve("beside")).doesNotExist();
        }
    }
}
