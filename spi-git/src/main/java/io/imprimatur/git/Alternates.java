package io.imprimatur.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Further object directories that {@code objects/info/alternates} names, as {@code git clone --shared} and
 * {@code --reference} write it. One that lies outside the repository is refused unless the caller allowed it: the file
 * could name any directory of the machine.
 */
final class Alternates {
    private static final int LONGEST_FILE = 1 << 16;
    /** As deep as git follows them. */
    private static final int DEEPEST = 5;

    private Alternates() {}

    /** The directory itself, then its alternates. */
    static List<Path> of(Path objects, Boundary boundary) throws IOException {
        Set<Path> found = new LinkedHashSet<>();
        collect(boundary.inside(objects), boundary, DEEPEST, found);
        return List.copyOf(found);
    }

    private static void collect(Path objects, Boundary boundary, int depth, Set<Path> found) throws IOException {
        if (!found.add(objects)) {
            return;
        }
        Path file = objects.resolve("info").resolve("alternates");
        byte[] bytes = boundary.read(file, LONGEST_FILE);
        if (bytes == null) {
            return;
        }
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (depth == 0) {
                throw Trouble.unreadable(
                        file + " leads through more than " + DEEPEST + " alternates", "run `git repack -a`");
            }
            collect(directory(objects, line, file, boundary), boundary, depth - 1, found);
        }
    }

    private static Path directory(Path objects, String line, Path file, Boundary boundary) throws IOException {
        Path named;
        try {
            named = objects.resolve(line).normalize();
        } catch (InvalidPathException unusable) {
            throw Trouble.unreadable(file + " names no directory", "run `git repack -a` and delete it");
        }
        if (!Files.isDirectory(named)) {
            throw Trouble.unreadable(
                    file + " names " + named + ", which is not there", "run `git fsck` to see what is missing");
        }
        Path real = named.toRealPath();
        if (!boundary.contains(real)) {
            throw Trouble.unreadable(
                    file + " takes objects from outside the repository, from " + real,
                    "allow that directory explicitly, or run `git repack -a -d` and delete the file");
        }
        return real;
    }
}
