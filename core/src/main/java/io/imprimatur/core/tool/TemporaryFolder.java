package io.imprimatur.core.tool;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder that only its owner's user can enter, and that is gone, with all that is in it, when it is closed. Links in it
 * are removed, never followed. Thread-safe as far as the file system is.
 */
public final class TemporaryFolder implements AutoCloseable {
    private static final String PREFIX = "imprimatur-";
    private static final int ATTEMPTS = 5;

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /**
     * A new one where the system keeps temporary files.
     *
     * @throws ImprimaturException {@link ErrorCode#IO_FAILURE}
     */
    public static TemporaryFolder create() {
        return create(null);
    }

    /**
     * A new one in a folder.
     *
     * @param parent where; where the system keeps temporary files, if absent
     * @throws ImprimaturException {@link ErrorCode#IO_FAILURE}
     */
    public static TemporaryFolder create(@Nullable Path parent) {
        try {
            Path made = parent == null ? Files.createTempDirectory(PREFIX) : Files.createTempDirectory(parent, PREFIX);
            // As the tool will see it: a report names files by their real path.
            return new TemporaryFolder(made.toRealPath());
        } catch (IOException failure) {
            throw failure("a temporary folder cannot be made", parent, failure);
        }
    }

    /** Where it is: absolute, without links. */
    public Path path() {
        return path;
    }

    /**
     * A new folder in it, and those above.
     *
     * @param name relative, within
     * @throws ImprimaturException {@link ErrorCode#IO_FAILURE}, {@link ErrorCode#INVALID_VALUE}
     */
    public Path folder(String name) {
        Path folder = path.resolve(Preconditions.notNull(name, "name")).normalize();
        Preconditions.check(folder.startsWith(path), "name", name, "must lie within the temporary folder");
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw failure("a folder cannot be made", folder, failure);
        }
    }

    /**
     * Removes it. Safe to call twice.
     *
     * @throws ImprimaturException {@link ErrorCode#IO_FAILURE} where something of it is left
     */
    @Override
    public void close() {
        IOException last = null;
        // Who was just ended may have had the last word, or taken the right to write from a folder.
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                remove(path);
                return;
            } catch (IOException | UncheckedIOException failure) {
                last = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) failure;
            }
        }
        throw failure("a temporary folder cannot be removed", path, last);
    }

    private static void remove(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isWritable(file) || !Files.isExecutable(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            }
            try (DirectoryStream<Path> children = Files.newDirectoryStream(file)) {
                for (Path child : children) {
                    remove(child);
                }
            } catch (NoSuchFileException goneAlready) {
                return;
            }
        }
        Files.deleteIfExists(file);
    }

    private static ImprimaturException failure(String what, @Nullable Path where, @Nullable IOException failure) {
        Problem problem = Problem.of(what)
                .in(where == null ? null : where.toString())
                .value(failure == null ? null : failure.getClass().getSimpleName())
                .remedy("see that there is room and the right to write");
        return new ImprimaturException(ErrorCode.IO_FAILURE, List.of(problem), failure);
    }
}
