package io.imprimatur.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directories that a repository may make us read: its git directory, the common directory that linked worktrees
 * share, its working tree, and what the caller allowed. Symbolic links are resolved before the question is asked.
 */
final class Boundary {
    private final List<Path> roots;

    /** @param roots existing directories */
    Boundary(List<Path> roots) throws IOException {
        List<Path> real = new ArrayList<>();
        for (Path root : roots) {
            real.add(root.toRealPath());
        }
        this.roots = List.copyOf(real);
    }

    boolean contains(Path real) {
        return roots.stream().anyMatch(real::startsWith);
    }

    /** The file with every link resolved; refused where that leads outside. */
    Path inside(Path path) throws IOException {
        Path real = path.toRealPath();
        if (!contains(real)) {
            throw Trouble.unreadable(
                    path + " leads outside the repository, to " + real,
                    "allow that directory explicitly, or use a repository that keeps its data inside");
        }
        return real;
    }

    /** The bytes of a regular file inside; null where there is none. */
    byte @Nullable [] read(Path path, int limit) throws IOException {
        Path real;
        try {
            real = inside(path);
        } catch (NoSuchFileException absent) {
            return null;
        }
        // A pipe or a device would block or never end.
        if (!Files.isRegularFile(real)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(real)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw Trouble.unreadable(
                        path + " is larger than " + limit + " bytes", "check the repository for damage");
            }
            return bytes;
        }
    }

    /** Opens a regular file inside. */
    RandomFile open(Path path) throws IOException {
        Path real = inside(path);
        if (!Files.isRegularFile(real)) {
            throw new NoSuchFileException(path.toString());
        }
        return new RandomFile(real);
    }
}
