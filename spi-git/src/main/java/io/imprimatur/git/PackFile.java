package io.imprimatur.git;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.internal.storage.pack.BinaryDelta;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;

/**
 * One pack and its index. Thread-safe.
 *
 * <p>Every size that the pack declares is checked before memory is taken for it, and a chain of deltas ends, also in a
 * pack that was made to exhaust its reader.
 */
final class PackFile implements Closeable {
    /** The longest chain that git writes ({@code pack.depth} is capped there). */
    private static final int LONGEST_CHAIN = 4096;
    /** A type, a size of 64 bits in groups of seven, an offset or an id. */
    private static final int LONGEST_HEADER = 1 + 9 + 20;
    /** Deflate does not compress better. */
    private static final int BEST_RATIO = 1032;

    private final PackIndexFile index;
    private final RandomFile pack;
    private final DeltaBaseCache cache;

    private PackFile(PackIndexFile index, RandomFile pack, DeltaBaseCache cache) throws IOException {
        this.index = index;
        this.pack = pack;
        this.cache = cache;
        byte[] head = pack.read(0, 8);
        if (!Arrays.equals(head, 0, 4, Constants.PACK_SIGNATURE, 0, 4) || head[7] < 2 || head[7] > 3) {
            throw new CorruptObjectException(pack.path() + " is not a pack of version 2 or 3");
        }
    }

    static PackFile open(Boundary boundary, Path index, Path pack, DeltaBaseCache cache) throws IOException {
        RandomFile names = boundary.open(index);
        RandomFile data = null;
        try {
            data = boundary.open(pack);
            return new PackFile(new PackIndexFile(names), data, cache);
        } catch (IOException | RuntimeException failed) {
            names.close();
            if (data != null) {
                data.close();
            }
            throw failed;
        }
    }

    PackIndexFile index() {
        return index;
    }

    @Nullable
    ObjectLoader open(AnyObjectId id) throws IOException {
        long offset = index.find(id);
        return offset < 0 ? null : load(offset);
    }

    private ObjectLoader load(long wanted) throws IOException {
        Deque<Entry> deltas = new ArrayDeque<>();
        long offset = wanted;
        ObjectLoader.@Nullable SmallObject base = null;
        while (base == null) {
            base = cache.get(this, offset);
            if (base != null) {
                break;
            }
            Entry entry = entry(offset);
            if (entry.isDelta()) {
                deltas.push(entry);
                if (deltas.size() > LONGEST_CHAIN) {
                    throw new CorruptObjectException(pack.path() + ": a chain of deltas does not end");
                }
                offset = entry.base;
            } else if (entry.size <= StoredObjects.LARGEST_IN_MEMORY) {
                base = new ObjectLoader.SmallObject(entry.type, inflate(entry));
            } else if (deltas.isEmpty()) {
                return new LargeObject(entry.type, entry.size, () -> new Inflation(pack, entry.data));
            } else {
                throw new TooLargeException(entry.size);
            }
        }
        ObjectLoader.SmallObject result = base;
        while (!deltas.isEmpty()) {
            cache.put(this, offset, result);
            Entry delta = deltas.pop();
            result = apply(result, delta);
            offset = delta.offset;
        }
        return result;
    }

    private ObjectLoader.SmallObject apply(ObjectLoader.SmallObject base, Entry delta) throws IOException {
        if (delta.size > StoredObjects.LARGEST_IN_MEMORY) {
            throw new TooLargeException(delta.size);
        }
        byte[] commands = inflate(delta);
        try {
            long size = BinaryDelta.getResultSize(commands);
            if (size < 0 || size > StoredObjects.LARGEST_IN_MEMORY) {
                throw new TooLargeException(size);
            }
            return new ObjectLoader.SmallObject(base.getType(), BinaryDelta.apply(base.getCachedBytes(), commands));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException bad) {
            CorruptObjectException corrupt = new CorruptObjectException(pack.path() + ": damaged delta");
            corrupt.initCause(bad);
            throw corrupt;
        }
    }

    private byte[] inflate(Entry entry) throws IOException {
        if (entry.size / BEST_RATIO > pack.length() - entry.data) {
            throw new CorruptObjectException(pack.path() + ": an object declares more bytes than the pack can hold");
        }
        try (Inflation data = new Inflation(pack, entry.data)) {
            return data.whole((int) entry.size);
        }
    }

    private Entry entry(long offset) throws IOException {
        if (offset < 12 || offset >= pack.length() - Constants.OBJECT_ID_LENGTH) {
            throw new CorruptObjectException(pack.path() + ": an object lies outside the pack");
        }
        byte[] head = pack.read(offset, (int) Math.min(LONGEST_HEADER, pack.length() - offset));
        int at = 0;
        int type = head[0] >> 4 & 7;
        long size = head[0] & 15;
        for (int shift = 4; head[at] < 0; shift += 7) {
            at++;
            if (shift > 53) {
                throw new CorruptObjectException(pack.path() + ": an object declares an impossible size");
            }
            size |= (long) (head[at] & 0x7f) << shift;
        }
        at++;
        switch (type) {
            case Constants.OBJ_COMMIT, Constants.OBJ_TREE, Constants.OBJ_BLOB, Constants.OBJ_TAG -> {
                return new Entry(type, size, offset, offset + at, -1);
            }
            case Constants.OBJ_OFS_DELTA -> {
                long back = head[at] & 0x7f;
                while (head[at] < 0) {
                    at++;
                    back = back + 1 << 7 | head[at] & 0x7f;
                    if (back >= offset) {
                        throw new CorruptObjectException(pack.path() + ": a delta's base lies outside the pack");
                    }
                }
                return new Entry(type, size, offset, offset + at + 1, offset - back);
            }
            case Constants.OBJ_REF_DELTA -> {
                long base = index.find(ObjectId.fromRaw(head, at));
                if (base < 0) {
                    throw new CorruptObjectException(pack.path() + ": a delta's base is not in the pack");
                }
                return new Entry(type, size, offset, offset + at + Constants.OBJECT_ID_LENGTH, base);
            }
            default -> throw new CorruptObjectException(pack.path() + ": object of unknown type " + type);
        }
    }

    @Override
    public void close() throws IOException {
        try (index) {
            pack.close();
        }
    }

    /**
     * @param size of the inflated data
     * @param data where the compressed data begins
     * @param base where the object that a delta starts from begins; -1 for a whole object
     */
    private record Entry(int type, long size, long offset, long data, long base) {
        boolean isDelta() {
            return base >= 0;
        }
    }
}
