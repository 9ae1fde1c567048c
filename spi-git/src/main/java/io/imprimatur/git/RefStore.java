package io.imprimatur.git;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Names to objects: loose refs, {@code packed-refs}, symbolic refs and the refs that a linked worktree has of its own.
 * Read once a question; nothing is cached, nothing is written, no reflog is consulted.
 */
final class RefStore {
    private static final int LARGEST_REF = 1 << 13;
    private static final int LARGEST_PACKED = 512 << 20;
    /** As far as git follows one symbolic ref to the next. */
    private static final int LONGEST_CHAIN = 5;

    /** The rules of {@code git check-ref-format}. */
    private static final Pattern NO_NAME =
            Pattern.compile("[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|@\\{|//|/\\.|/$|\\.$|\\.lock(/|$)");

    private final RepositoryLayout layout;
    private final Boundary boundary;

    RefStore(RepositoryLayout layout, Boundary boundary) {
        this.layout = layout;
        this.boundary = boundary;
    }

    /**
     * The object that a full name ({@code HEAD}, {@code refs/heads/main}) stands for; null where there is no such ref,
     * or where a symbolic ref leads to none (a branch without commits).
     */
    @Nullable
    ObjectId find(String name) throws IOException {
        String end = end(name);
        if (end == null) {
            return null;
        }
        String loose = loose(end);
        return loose == null ? packed().get(end) : id(loose, end);
    }

    /**
     * The full name at the end of the symbolic refs that begin with this one, whether or not there is such a ref; null
     * where a name is none.
     */
    @Nullable
    String end(String name) throws IOException {
        String current = name;
        for (int step = 0; step <= LONGEST_CHAIN; step++) {
            if (!isName(current)) {
                return null;
            }
            String loose = loose(current);
            if (loose == null || !loose.startsWith("ref:")) {
                return current;
            }
            current = loose.substring("ref:".length()).strip();
        }
        throw Trouble.unreadable(
                "the ref " + name + " leads through too many symbolic refs", "repair it with git symbolic-ref");
    }

    private @Nullable String loose(String name) throws IOException {
        boolean own = !name.startsWith("refs/")
                || name.startsWith("refs/worktree/")
                || name.startsWith("refs/bisect/")
                || name.startsWith("refs/rewritten/");
        Path directory = own ? layout.gitDirectory() : layout.commonDirectory();
        try {
            byte[] bytes = boundary.read(directory.resolve(name), LARGEST_REF);
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (FileSystemException notAFile) {
            // A part of the name is a file, or the name is longer than the file system allows: no such ref.
            return null;
        }
    }

    private static ObjectId id(String text, String name) {
        // FETCH_HEAD and its like say more after the id.
        String id = text.length() > 40 && Character.isWhitespace(text.charAt(40)) ? text.substring(0, 40) : text;
        if (!ObjectId.isId(id)) {
            throw Trouble.unreadable("the ref " + name + " does not hold an object id", "run `git fsck`");
        }
        return ObjectId.fromString(id);
    }

    /** Later lines win, as in git; lines that peel a tag are left out. */
    private Map<String, ObjectId> packed() throws IOException {
        Map<String, ObjectId> refs = new HashMap<>();
        byte[] bytes = boundary.read(layout.commonDirectory().resolve("packed-refs"), LARGEST_PACKED);
        if (bytes == null) {
            return refs;
        }
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.length() > 41 && line.charAt(40) == ' ' && ObjectId.isId(line.substring(0, 40))) {
                refs.put(line.substring(41), ObjectId.fromString(line.substring(0, 40)));
            }
        }
        return refs;
    }

    /** A top-level name such as {@code HEAD}, or one below {@code refs/}; never a way out of the directory. */
    static boolean isName(String name) {
        return name.startsWith("refs/") ? !NO_NAME.matcher(name).find() : name.matches("[A-Z][A-Z_]*");
    }
}
