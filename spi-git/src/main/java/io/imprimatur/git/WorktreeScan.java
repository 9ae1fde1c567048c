package io.imprimatur.git;

import io.imprimatur.change.RepoPath;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.error.ImprimaturException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a commit of the whole working tree would hold: every tracked file as it lies on disk, and every file that is
 * neither tracked nor ignored. Each file is hashed; the index's memory of sizes and times is not trusted, nor its marks
 * that tell git not to look ({@code assume-unchanged}).
 */
final class WorktreeScan {
    private static final int LARGEST_RULES = 1 << 20;

    private final WorktreeFiles files;
    private final Boundary boundary;
    private final int limit;
    private final Path root;
    private final Map<String, GitIndex.Entry> tracked = new HashMap<>();
    private final Map<String, Boolean> realDirectories = new HashMap<>();
    private final Map<String, TreeEntry> found = new TreeMap<>();
    private final List<UnreadPath> unread = new ArrayList<>();

    private WorktreeScan(WorktreeFiles files, Boundary boundary, int limit, List<GitIndex.Entry> index) {
        this.files = files;
        this.boundary = boundary;
        this.limit = limit;
        this.root = files.path("");
        index.forEach(entry -> tracked.put(entry.file().path(), entry));
    }

    /**
     * What was found.
     *
     * @param files ordered by path
     * @param unread what is there but could not be read
     */
    record Result(List<TreeEntry> files, List<UnreadPath> unread) {}

    /**
     * @param index with the directories of a sparse index opened
     * @param exclude the repository's {@code info/exclude}
     */
    static Result of(
            WorktreeFiles files, Boundary boundary, int limit, List<GitIndex.Entry> index, byte @Nullable [] exclude)
            throws IOException {
        WorktreeScan scan = new WorktreeScan(files, boundary, limit, index);
        for (GitIndex.Entry entry : index) {
            scan.tracked(entry);
            scan.checkLimit();
        }
        scan.untracked(IgnoreRules.none().with(exclude, ""));
        return new Result(List.copyOf(scan.found.values()), scan.unread);
    }

    private void tracked(GitIndex.Entry entry) {
        String path = entry.file().path();
        try {
            add(onDisk(entry, files.path(path)));
        } catch (IOException | ImprimaturException failed) {
            unread(path, failed);
        }
    }

    /** A tracked file as it lies on disk; null where it was deleted. */
    private @Nullable TreeEntry onDisk(GitIndex.Entry entry, Path file) throws IOException {
        TreeEntry tracked = entry.file();
        BasicFileAttributes attributes = isBelowDirectories(tracked.path()) ? files.attributes(file) : null;
        if (attributes == null) {
            return entry.notOnDisk() ? tracked : null;
        }
        if (attributes.isDirectory()) {
            boolean submodule = tracked.mode() == FileMode.GITLINK;
            return submodule ? new TreeEntry(tracked.path(), FileMode.GITLINK, checkedOut(file, tracked.id())) : null;
        }
        TreeEntry current = files.entry(tracked.path(), file, attributes, tracked);
        if (current == null) {
            throw new IOException("it is neither a file nor a link");
        }
        return current;
    }

    /** The commit that a submodule has checked out; the recorded one where it was never initialised. */
    private ObjectId checkedOut(Path directory, ObjectId recorded) throws IOException {
        if (!Files.exists(directory.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            return recorded;
        }
        RepositoryLayout layout = RepositoryLayout.nested(directory, boundary);
        ObjectId head = new RefStore(layout, boundary).find("HEAD");
        if (head == null) {
            throw new IOException("it is a submodule without a commit");
        }
        return head;
    }

    /** Whether no part of the way to a path is a link: git takes a tracked file behind one for deleted. */
    private boolean isBelowDirectories(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            return true;
        }
        String directory = path.substring(0, slash);
        Boolean known = realDirectories.get(directory);
        if (known == null) {
            BasicFileAttributes attributes =
                    isBelowDirectories(directory) ? files.attributes(files.path(directory)) : null;
            known = attributes != null && attributes.isDirectory();
            realDirectories.put(directory, known);
        }
        return known;
    }

    private void untracked(IgnoreRules outermost) throws IOException {
        Deque<Directory> pending = new ArrayDeque<>();
        pending.push(new Directory("", root, outermost));
        while (!pending.isEmpty()) {
            Directory directory = pending.pop();
            try {
                list(directory, pending);
            } catch (IOException failed) {
                if (directory.prefix.isEmpty()) {
                    throw failed;
                }
                unread(directory.prefix.substring(0, directory.prefix.length() - 1), failed);
            }
        }
    }

    /** @param prefix the path with a slash at the end; empty at the top */
    private record Directory(String prefix, Path path, IgnoreRules outer) {}

    private void list(Directory directory, Deque<Directory> pending) throws IOException {
        IgnoreRules rules = directory.outer.with(rules(directory.path.resolve(".gitignore")), directory.prefix);
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory.path)) {
            for (Path child : children) {
                String name = BytePath.name(child);
                if (!name.equalsIgnoreCase(".git")) {
                    child(directory.prefix + name, child, rules, pending);
                    checkLimit();
                }
            }
        }
    }

    private void child(String path, Path file, IgnoreRules rules, Deque<Directory> pending) {
        try {
            BasicFileAttributes attributes = files.attributes(file);
            GitIndex.Entry entry = tracked.get(path);
            if (entry != null && (entry.file().mode() == FileMode.GITLINK || !isDirectory(attributes))) {
                return;
            }
            if (attributes == null || rules.ignores(path, attributes.isDirectory())) {
                return;
            }
            if (!attributes.isDirectory()) {
                add(files.entry(path, file, attributes, null));
            } else if (Files.exists(file.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("it is a git repository of its own, which `git add` would make a submodule");
            } else {
                pending.push(new Directory(path + "/", file, rules));
            }
        } catch (IOException | ImprimaturException failed) {
            unread(path, failed);
        }
    }

    private static boolean isDirectory(@Nullable BasicFileAttributes attributes) {
        return attributes != null && attributes.isDirectory();
    }

    /** A link in the place of a rules file is not followed, as git does not. */
    private byte @Nullable [] rules(Path file) throws IOException {
        return Files.isSymbolicLink(file) ? null : boundary.read(file, LARGEST_RULES);
    }

    private void add(@Nullable TreeEntry file) {
        if (file != null) {
            found.put(file.path(), file);
        }
    }

    private void unread(String path, Exception failed) {
        RepoPath unreadable = RepoPath.ofBytes(path.getBytes(StandardCharsets.ISO_8859_1));
        unread.add(new UnreadPath(unreadable, Trouble.sentence(failed)));
    }

    private void checkLimit() {
        if (found.size() + unread.size() > limit) {
            throw Trouble.unreadable(
                    "the working tree has more than " + limit + " files", "ignore some, or raise the limit");
        }
    }
}
