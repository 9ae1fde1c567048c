package io.imprimatur.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;

/**
 * The files of a working tree, read as they lie on disk. Links are never followed, and what is read later is held to the
 * hash that was taken first.
 */
final class WorktreeFiles implements Contents {
    private static final int LARGEST_IN_MEMORY = 32 << 20;

    private final Path root;
    private final Boundary boundary;
    private final RepositoryConfig config;
    private final boolean posix;

    WorktreeFiles(Path root, Boundary boundary, RepositoryConfig config) {
        this.root = root;
        this.boundary = boundary;
        this.config = config;
        this.posix = Files.getFileAttributeView(root, PosixFileAttributeView.class) != null;
    }

    Path path(String path) {
        return BytePath.resolve(root, path);
    }

    /** What lies there, the link itself where it is one; null where nothing does. */
    @Nullable
    BasicFileAttributes attributes(Path path) throws IOException {
        try {
            Class<? extends BasicFileAttributes> kind = posix ? PosixFileAttributes.class : BasicFileAttributes.class;
            return Files.readAttributes(path, kind, LinkOption.NOFOLLOW_LINKS);
        } catch (FileSystemException absent) {
            if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS) || isNotDirectory(path.getParent())) {
                return null;
            }
            throw absent;
        }
    }

    private static boolean isNotDirectory(@Nullable Path parent) {
        return parent != null && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The file as a tree would have it; null where it is neither a file nor a link.
     *
     * @param tracked as the index has it, where it does: its mode is kept where the file system cannot tell
     */
    @Nullable
    TreeEntry entry(String path, Path file, BasicFileAttributes attributes, @Nullable TreeEntry tracked)
            throws IOException {
        if (attributes.isSymbolicLink()) {
            byte[] target = target(file);
            if (target.length != attributes.size()) {
                throw new IOException("its target is written in a way that cannot be read exactly");
            }
            return new TreeEntry(path, FileMode.SYMLINK, id(target));
        }
        if (!attributes.isRegularFile()) {
            return null;
        }
        return new TreeEntry(path, mode(attributes, tracked), id(file, attributes.size()));
    }

    private FileMode mode(BasicFileAttributes attributes, @Nullable TreeEntry tracked) {
        if (tracked != null && tracked.mode() == FileMode.SYMLINK && !config.symbolicLinks()) {
            return FileMode.SYMLINK;
        }
        if (config.executableBit() && attributes instanceof PosixFileAttributes permissions) {
            boolean executable = permissions.permissions().contains(PosixFilePermission.OWNER_EXECUTE);
            return executable ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE;
        }
        return tracked != null && tracked.mode() == FileMode.EXECUTABLE_FILE
                ? FileMode.EXECUTABLE_FILE
                : FileMode.REGULAR_FILE;
    }

    private static byte[] target(Path link) throws IOException {
        return BytePath.whole(Files.readSymbolicLink(link)).getBytes(StandardCharsets.ISO_8859_1);
    }

    static ObjectId id(byte[] content) {
        MessageDigest hash = VerifiedObject.begin(Constants.OBJ_BLOB, content.length);
        return ObjectId.fromRaw(hash.digest(content));
    }

    private static ObjectId id(Path file, long size) throws IOException {
        MessageDigest hash = VerifiedObject.begin(Constants.OBJ_BLOB, size);
        long left = size;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] buffer = new byte[(int) Math.min(1 << 16, size + 1)];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                hash.update(buffer, 0, got);
                left -= got;
            }
        }
        if (left != 0) {
            throw new IOException("it changed while it was read");
        }
        return ObjectId.fromRaw(hash.digest());
    }

    @Override
    public ObjectLoader open(TreeEntry entry) throws IOException {
        if (entry.mode() == FileMode.GITLINK) {
            return Contents.commitId(entry);
        }
        Path file = path(entry.path());
        Path parent = file.getParent();
        if (parent != null) {
            boundary.inside(parent);
        }
        BasicFileAttributes attributes = attributes(file);
        if (attributes == null) {
            throw new IOException(file + " is no longer there");
        }
        if (attributes.isSymbolicLink()) {
            return verified(entry, new ObjectLoader.SmallObject(Constants.OBJ_BLOB, target(file)));
        }
        if (!attributes.isRegularFile()) {
            throw new IOException(file + " is no longer a file");
        }
        if (attributes.size() > LARGEST_IN_MEMORY) {
            return verified(
                    entry,
                    new LargeObject(
                            Constants.OBJ_BLOB,
                            attributes.size(),
                            () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)));
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(LARGEST_IN_MEMORY);
            return verified(entry, new ObjectLoader.SmallObject(Constants.OBJ_BLOB, bytes));
        }
    }

    private ObjectLoader verified(TreeEntry entry, ObjectLoader content) throws IOException {
        try {
            return VerifiedObject.of(entry.id(), content);
        } catch (CorruptObjectException changed) {
            throw new IOException(path(entry.path()) + " changed since the change was taken", changed);
        }
    }
}
