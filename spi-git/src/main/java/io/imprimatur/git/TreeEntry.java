package io.imprimatur.git;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One file of a tree.
 *
 * @param path its bytes, one character each (ISO-8859-1): nothing is lost, and order and equality are those of the
 *     bytes
 * @param mode regular file, executable file, symbolic link or gitlink
 */
record TreeEntry(String path, FileMode mode, ObjectId id) {
    static String path(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    byte[] pathBytes() {
        return path.getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean isRegular() {
        return mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
    }

    /** Whether the two differ, if at all, in their paths. */
    boolean holdsSameAs(TreeEntry other) {
        return mode.equals(other.mode) && id.equals(other.id);
    }

    boolean hasContent() {
        return mode != FileMode.GITLINK;
    }

    String baseName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
