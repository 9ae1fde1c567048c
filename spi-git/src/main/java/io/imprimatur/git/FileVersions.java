package io.imprimatur.git;

import io.imprimatur.change.Digest;
import io.imprimatur.change.FileMode;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.RepoPath;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;

/** Reads a file once: its digest, its size, and its lines where they can be compared. */
final class FileVersions {
    private static final int PROBE = 8192;
    /** Texts of more lines are not compared. */
    private static final int MOST_LINES = 4_000_000;

    private final int largest;

    /** @param largest the largest text that is kept */
    FileVersions(int largest) {
        this.largest = largest;
    }

    /**
     * A file that was read.
     *
     * @param lines none of a binary file, a link and a submodule; null where it is too large to compare
     */
    record Read(FileVersion version, @Nullable Lines lines) {}

    Read read(TreeEntry entry, Contents contents) throws IOException {
        ObjectLoader content = contents.open(entry);
        RepoPath path = RepoPath.ofBytes(entry.pathBytes());
        if (content.isLarge()) {
            return streamed(path, mode(entry), content);
        }
        byte[] bytes = content.getCachedBytes();
        boolean binary = Lines.isBinary(bytes);
        FileVersion version = new FileVersion(path, mode(entry), Digest.of(bytes), bytes.length, binary);
        return new Read(version, binary || !entry.isRegular() ? Lines.NONE : lines(bytes));
    }

    private @Nullable Lines lines(byte[] text) {
        return text.length > largest || Lines.count(text) > MOST_LINES ? null : new Lines(text);
    }

    private static Read streamed(RepoPath path, FileMode mode, ObjectLoader content) throws IOException {
        MessageDigest digest = Digest.start();
        boolean binary;
        try (InputStream in = content.openStream()) {
            byte[] buffer = in.readNBytes(PROBE);
            binary = Lines.isBinary(buffer);
            digest.update(buffer);
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
            }
        }
        return new Read(
                new FileVersion(path, mode, Digest.of(digest), content.getSize(), binary), binary ? Lines.NONE : null);
    }

    static FileMode mode(TreeEntry entry) {
        if (entry.mode() == org.eclipse.jgit.lib.FileMode.SYMLINK) {
            return FileMode.SYMLINK;
        }
        if (entry.mode() == org.eclipse.jgit.lib.FileMode.GITLINK) {
            return FileMode.SUBMODULE;
        }
        return entry.mode() == org.eclipse.jgit.lib.FileMode.EXECUTABLE_FILE ? FileMode.EXECUTABLE : FileMode.REGULAR;
    }
}
