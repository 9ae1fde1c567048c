package io.imprimatur.git;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The index ({@code gitformat-index}, versions 2 to 4). Read by us because JGit's own reader probes the file system's
 * clock with files that it writes into the repository.
 */
final class GitIndex {
    private static final int ID = Constants.OBJECT_ID_LENGTH;
    private static final int HEADER = 12;
    /** Times, device, inode, owner and size, before and after the mode. */
    private static final int STAT = 40;

    private static final int MODE_AT = 24;
    private static final int EXTENDED = 0x4000;
    private static final int STAGE = 0x3000;
    private static final int NAME_LENGTH = 0x0fff;
    private static final int SKIP_WORKTREE = 0x4000;
    private static final int INTENT_TO_ADD = 0x2000;

    private final Path file;
    private final ByteBuffer data;
    private final int version;
    private byte[] name = {};

    private GitIndex(Path file, byte[] bytes) {
        this.file = file;
        this.data = ByteBuffer.wrap(bytes, 0, Math.max(0, bytes.length - ID));
        byte[] magic = new byte[4];
        data.get(magic);
        version = data.getInt();
        if (!Arrays.equals(magic, "DIRC".getBytes(StandardCharsets.US_ASCII)) || version < 2 || version > 4) {
            throw damaged("is not a git index of version 2, 3 or 4");
        }
    }

    /**
     * An entry.
     *
     * @param file a file, link or submodule; in a sparse index also a whole directory, with {@link FileMode#TREE}
     * @param onlyIntended announced with {@code git add --intent-to-add}: nothing of it is staged yet
     * @param notOnDisk left out by a sparse checkout
     */
    record Entry(TreeEntry file, boolean onlyIntended, boolean notOnDisk) {}

    /** @param bytes null where there is no index: nothing is staged */
    static List<Entry> read(Path file, byte @Nullable [] bytes) {
        if (bytes == null) {
            return List.of();
        }
        try {
            checkHash(file, bytes);
            return new GitIndex(file, bytes).entries();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
            throw cutOff(file);
        }
    }

    private static RuntimeException cutOff(Path file) {
        return Trouble.unreadable("the index " + file + " is cut off or damaged", "run `git reset`");
    }

    private static void checkHash(Path file, byte[] bytes) {
        if (bytes.length < HEADER + ID) {
            throw cutOff(file);
        }
        MessageDigest hash = Constants.newMessageDigest();
        hash.update(bytes, 0, bytes.length - ID);
        byte[] stated = Arrays.copyOfRange(bytes, bytes.length - ID, bytes.length);
        boolean skipped = Arrays.equals(stated, new byte[ID]);
        if (!skipped && !Arrays.equals(stated, hash.digest())) {
            throw Trouble.unreadable("the index " + file + " does not have the hash that it states", "run `git reset`");
        }
    }

    private List<Entry> entries() {
        int count = data.getInt();
        if (count < 0 || count > data.remaining()) {
            throw damaged("declares an impossible number of entries");
        }
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(entry());
        }
        checkExtensions();
        // Only now: in a split index, an entry that stands for one of the other part has no path.
        entries.forEach(entry -> checkPath(entry.file().path()));
        return entries;
    }

    private Entry entry() {
        int start = data.position();
        int mode = data.getInt(start + MODE_AT);
        byte[] id = new byte[ID];
        data.get(start + STAT, id);
        data.position(start + STAT + ID);
        int flags = data.getShort();
        int more = (flags & EXTENDED) != 0 && version >= 3 ? data.getShort() : 0;
        name = version == 4 ? compressedName() : plainName(flags, start);
        String path = TreeEntry.path(name);
        if ((flags & STAGE) != 0) {
            throw Trouble.unreadable(
                    "the index " + file + " holds a merge conflict, at " + path, "resolve it and `git add` the file");
        }
        TreeEntry entry = new TreeEntry(path, FileMode.fromBits(mode), ObjectId.fromRaw(id));
        return new Entry(entry, (more & INTENT_TO_ADD) != 0, (more & SKIP_WORKTREE) != 0);
    }

    /** A path is looked up on disk, so it must not lead out of the working tree, nor into the git directory. */
    private void checkPath(String path) {
        for (String segment : (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || segment.equalsIgnoreCase(".git")) {
                throw damaged("has an entry with the path " + path + ", which git does not allow");
            }
        }
    }

    private byte[] plainName(int flags, int start) {
        int length = flags & NAME_LENGTH;
        if (length == NAME_LENGTH) {
            length = untilNul();
        }
        byte[] bytes = new byte[length];
        data.get(bytes);
        // At least one NUL, up to a multiple of eight.
        int size = data.position() - start;
        data.position(start + (size + 8) / 8 * 8);
        return bytes;
    }

    /** Version 4: how many bytes to drop from the name before, then what to append. */
    private byte[] compressedName() {
        int b = data.get() & 0xff;
        long drop = b & 0x7f;
        while ((b & 0x80) != 0) {
            b = data.get() & 0xff;
            drop = ((drop + 1) << 7) | (b & 0x7f);
            if (drop > name.length) {
                throw damaged("shortens a name by more than it has");
            }
        }
        int kept = name.length - (int) drop;
        int length = untilNul();
        byte[] bytes = Arrays.copyOf(name, kept + length);
        data.get(bytes, kept, length);
        data.get();
        return bytes;
    }

    private int untilNul() {
        int end = data.position();
        while (data.get(end) != 0) {
            end++;
        }
        return end - data.position();
    }

    /** Extensions in lower case change what the entries mean; the others only make git faster. */
    private void checkExtensions() {
        while (data.remaining() >= 8) {
            byte[] signature = new byte[4];
            data.get(signature);
            int size = data.getInt();
            String extension = new String(signature, StandardCharsets.ISO_8859_1);
            if (extension.equals("link")) {
                throw Trouble.unreadable("the index " + file + " is split", "run `git update-index --no-split-index`");
            }
            if (signature[0] >= 'a' && !extension.equals("sdir")) {
                throw damaged("has the extension " + extension + ", which is not known");
            }
            data.position(data.position() + size);
        }
    }

    private RuntimeException damaged(String what) {
        return Trouble.unreadable("the index " + file + " " + what, "run `git reset`, or use a newer release");
    }
}
