package io.imprimatur.core.tool;

import io.imprimatur.error.Preconditions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where programs are looked for: folders, the first that has it wins. Only absolute ones count, so that nothing is found
 * relative to where somebody happens to stand, such as in the repository that is judged. Immutable and thread-safe.
 *
 * @param folders absolute and normalised
 */
public record SearchPath(List<Path> folders) {
    /** Nowhere. */
    public static final SearchPath NONE = new SearchPath(List.of());

    public SearchPath {
        folders = Preconditions.copy(folders, "folders").stream()
                .filter(Path::isAbsolute)
                .map(Path::normalize)
                .distinct()
                .toList();
    }

    /** As the environment variable {@code PATH} spells it; entries that are empty, relative or no path do not count. */
    public static SearchPath of(String variable) {
        List<Path> folders = new ArrayList<>();
        for (String entry : Preconditions.notNull(variable, "variable").split(File.pathSeparator, -1)) {
            try {
                folders.add(Path.of(entry));
            } catch (InvalidPathException nowhere) { // as if it were not there
            }
        }
        return new SearchPath(folders);
    }

    /** The same without what lies in a folder, by its name or in truth: who is judged does not bring the tools. */
    public SearchPath without(Path folder) {
        Path root = Preconditions.notNull(folder, "folder").toAbsolutePath().normalize();
        Path real = real(root);
        return new SearchPath(folders.stream()
                .filter(entry -> !entry.startsWith(root) && !real(entry).startsWith(real))
                .toList());
    }

    /** The program with one of these names, the names in the order in which they are wanted; empty where there is none. */
    public Optional<Path> find(String... names) {
        for (String name : Preconditions.notNull(names, "names")) {
            Preconditions.check(
                    !name.isEmpty() && name.indexOf('/') < 0 && name.indexOf(File.separatorChar) < 0,
                    "name",
                    name,
                    "must be the plain name of a program, without a folder");
            for (Path folder : folders) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            return path;
        }
    }
}
