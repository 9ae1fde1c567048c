package io.imprimatur.git;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Where each object of a pack begins, read from its {@code .idx} (versions 1 and 2 of git's {@code pack-format}).
 *
 * <p>Looked up in the file, not in memory: the index of a large repository would not fit.
 */
final class PackIndexFile implements Closeable {
    private static final int ID = Constants.OBJECT_ID_LENGTH;
    private static final int FAN_OUT = 256;
    private static final byte[] MAGIC = {(byte) 0xff, 't', 'O', 'c'};
    /** Below this many names a single read is cheaper than halving further. */
    private static final int READ_AT_ONCE = 32;

    private final RandomFile file;
    private final int[] fanOut = new int[FAN_OUT];
    private final int version;
    /** First name, and the bytes from one to the next. */
    private final long names;

    private final int stride;

    PackIndexFile(RandomFile file) throws IOException {
        this.file = file;
        byte[] head = file.read(0, 8);
        boolean second = Arrays.equals(head, 0, 4, MAGIC, 0, 4);
        version = second ? ByteBuffer.wrap(head).getInt(4) : 1;
        if (second && version != 2) {
            throw new CorruptObjectException(file.path() + ": pack index version " + version + " is not known");
        }
        long start = second ? 8 : 0;
        ByteBuffer counts = ByteBuffer.wrap(file.read(start, FAN_OUT * 4));
        int before = 0;
        for (int i = 0; i < FAN_OUT; i++) {
            fanOut[i] = counts.getInt();
            if (fanOut[i] < before) {
                throw new CorruptObjectException(file.path() + ": the fan-out table is not ordered");
            }
            before = fanOut[i];
        }
        long table = start + FAN_OUT * 4L;
        names = second ? table : table + 4;
        stride = second ? ID : ID + 4;
        long least = table + (long) count() * (second ? ID + 8 : ID + 4);
        if (file.length() < least) {
            throw new CorruptObjectException(file.path() + " is cut off");
        }
    }

    /** The offset of an object in the pack, or -1. */
    long find(AnyObjectId id) throws IOException {
        int first = id.getFirstByte();
        int low = first == 0 ? 0 : fanOut[first - 1];
        int high = fanOut[first];
        while (high - low > READ_AT_ONCE) {
            int middle = (low + high) >>> 1;
            int order = id.compareTo(file.read(names + (long) middle * stride, ID), 0);
            if (order == 0) {
                return offset(middle);
            } else if (order < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low == high) {
            return -1;
        }
        byte[] block = file.read(names + (long) low * stride, (high - low - 1) * stride + ID);
        for (int i = low; i < high; i++) {
            if (id.compareTo(block, (i - low) * stride) == 0) {
                return offset(i);
            }
        }
        return -1;
    }

    /** Adds the objects whose id begins so, until {@code limit} are found. */
    void find(AbbreviatedObjectId prefix, Collection<ObjectId> found, int limit) throws IOException {
        int first = prefix.getFirstByte();
        int low = first == 0 ? 0 : fanOut[first - 1];
        int end = fanOut[first];
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (prefix.prefixCompare(name(middle)) > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < end && found.size() < limit; i++) {
            ObjectId name = name(i);
            if (prefix.prefixCompare(name) != 0) {
                return;
            }
            found.add(name);
        }
    }

    private ObjectId name(int position) throws IOException {
        return ObjectId.fromRaw(file.read(names + (long) position * stride, ID));
    }

    private int count() {
        return fanOut[FAN_OUT - 1];
    }

    private long offset(int position) throws IOException {
        if (version == 1) {
            return unsigned(names - 4 + (long) position * stride);
        }
        long offsets = names + (long) count() * (ID + 4);
        long offset = unsigned(offsets + position * 4L);
        if (offset < 1L << 31) {
            return offset;
        }
        long far = offsets + count() * 4L + (offset & 0x7fff_ffffL) * 8;
        return ByteBuffer.wrap(file.read(far, 8)).getLong();
    }

    private long unsigned(long position) throws IOException {
        return ByteBuffer.wrap(file.read(position, 4)).getInt() & 0xffff_ffffL;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
