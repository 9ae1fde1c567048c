package io.imprimatur.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a repository lie.
 *
 * @param gitDirectory holds {@code HEAD} and {@code index}
 * @param commonDirectory holds {@code objects}, {@code refs} and {@code config}; another one only in a linked worktree
 * @param workingTree null in a bare repository
 */
record RepositoryLayout(
        Path gitDirectory, Path commonDirectory, @Nullable Path workingTree) {
    private static final int LONGEST_POINTER = 1 << 13;
    private static final String POINTER = "gitdir: ";

    /**
     * Finds the repository at a directory: a working tree with {@code .git} (a directory, or the file of a linked
     * worktree or submodule), or a git directory. Parent directories are not searched.
     */
    static RepositoryLayout find(Path directory, Set<Path> allowed) throws IOException {
        Path top = directory.toAbsolutePath().normalize();
        Path git = top.resolve(".git");
        if (Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)) {
            return inMainWorktree(git, top);
        }
        if (Files.isSymbolicLink(git)) {
            requireAllowed(git, git.toRealPath(), allowed);
            return inMainWorktree(git, top);
        }
        if (Files.isRegularFile(git, LinkOption.NOFOLLOW_LINKS)) {
            return throughFile(git, top, allowed);
        }
        if (Files.isRegularFile(top.resolve("HEAD")) && Files.isDirectory(top.resolve("objects"))) {
            boolean dotGit = top.endsWith(".git") && top.getParent() != null && Files.exists(top.resolve("index"));
            return new RepositoryLayout(top, top, dotGit ? top.getParent() : null);
        }
        throw Trouble.unreadable(
                directory + " is not the top of a git repository", "name the directory that holds .git, or a bare one");
    }

    /** The repository of a submodule, which must keep its data within the repository around it. */
    static RepositoryLayout nested(Path directory, Boundary boundary) throws IOException {
        Path git = directory.resolve(".git");
        byte[] file = boundary.read(git, LONGEST_POINTER);
        if (file == null) {
            Path inside = boundary.inside(git);
            return new RepositoryLayout(inside, inside, directory);
        }
        String text = new String(file, StandardCharsets.UTF_8).strip();
        if (!text.startsWith(POINTER)) {
            throw Trouble.unreadable(git + " does not name a git directory", "run `git submodule update`");
        }
        Path inside = boundary.inside(resolve(directory, text.substring(POINTER.length()), git));
        return new RepositoryLayout(inside, inside, directory);
    }

    private static RepositoryLayout inMainWorktree(Path git, Path top) {
        if (!Files.isRegularFile(git.resolve("HEAD")) || !Files.isDirectory(git.resolve("objects"))) {
            throw Trouble.unreadable(git + " is not a git directory: it has no HEAD or no objects", "run `git init`");
        }
        return new RepositoryLayout(git, git, top);
    }

    /**
     * A {@code .git} file may name any directory. It is followed only where that directory names this working tree in
     * turn, or the caller allowed it.
     */
    private static RepositoryLayout throughFile(Path file, Path top, Set<Path> allowed) throws IOException {
        String text = pointer(file);
        if (text == null || !text.startsWith(POINTER)) {
            throw Trouble.unreadable(file + " is neither a directory nor a file that names one", "run `git init`");
        }
        Path git = resolve(top, text.substring(POINTER.length()), file);
        if (!Files.isRegularFile(git.resolve("HEAD"))) {
            throw Trouble.unreadable(
                    file + " names " + git + ", which is no git directory", "run `git worktree repair`");
        }
        String common = pointer(git.resolve("commondir"));
        if (common != null) {
            return linked(file, git, resolve(git, common, git.resolve("commondir")), top, allowed);
        }
        String back = RepositoryConfig.read(git.resolve("config"), null).workingTree();
        if (back == null || !sameFile(resolve(git, back, git.resolve("config")), top)) {
            requireAllowed(file, git.toRealPath(), allowed);
        }
        return new RepositoryLayout(git, git, top);
    }

    private static RepositoryLayout linked(Path file, Path git, Path common, Path top, Set<Path> allowed)
            throws IOException {
        String back = pointer(git.resolve("gitdir"));
        boolean pointsBack = back != null && sameFile(resolve(git, back, git.resolve("gitdir")), file);
        boolean registered = sameFile(common.resolve("worktrees"), git.resolve(".."));
        if (!pointsBack || !registered) {
            requireAllowed(file, git.toRealPath(), allowed);
            requireAllowed(git.resolve("commondir"), common.toRealPath(), allowed);
        }
        return new RepositoryLayout(git, common, top);
    }

    private static void requireAllowed(Path from, Path real, Set<Path> allowed) throws IOException {
        for (Path directory : allowed) {
            if (real.startsWith(directory.toRealPath())) {
                return;
            }
        }
        throw Trouble.unreadable(
                from + " leads to " + real + ", which does not name this working tree in turn",
                "open that directory itself, allow it explicitly, or run `git worktree repair`");
    }

    private static boolean sameFile(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    }

    private static Path resolve(Path from, String text, Path file) {
        try {
            return from.resolve(text).normalize();
        } catch (InvalidPathException unusable) {
            throw Trouble.unreadable(file + " names no directory", "run `git worktree repair`");
        }
    }

    private static @Nullable String pointer(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST_POINTER);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }

    /** All that may be read. */
    Boundary boundary(Set<Path> allowed) throws IOException {
        List<Path> roots = new ArrayList<>(allowed);
        roots.add(gitDirectory);
        roots.add(commonDirectory);
        if (workingTree != null) {
            roots.add(workingTree);
        }
        return new Boundary(roots);
    }
}
