package io.imprimatur.core.head;

import com.google.common.base.Utf8;
import io.imprimatur.change.LineRange;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the lines of a file begin, counted from its start. Immutable. */
public final class Offsets {
    /** What is counted. */
    public enum Unit {
        BYTES,
        /** Of UTF-16, a byte order mark left out. */
        UTF16_UNITS,
        /** Characters of Unicode, a byte order mark left out. */
        CODE_POINTS
    }

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final int[] starts;
    private final int length;

    private Offsets(int[] starts, int length) {
        this.starts = starts;
        this.length = length;
    }

    /**
     * Counts once through a file; null where it is no text, as it has a NUL, or where its characters are not known, as it
     * is not in UTF-8.
     *
     * @param lines where its lines begin, in bytes
     */
    static @Nullable Offsets of(byte[] content, int[] lines, Unit unit) {
        if (hasNul(content) || (unit != Unit.BYTES && !Utf8.isWellFormed(content))) {
            return null;
        }
        if (unit == Unit.BYTES) {
            return new Offsets(lines, content.length);
        }
        int[] starts = new int[lines.length];
        int line = 0;
        int count = 0;
        for (int i = isMarked(content) ? MARK.length : 0; i < content.length; i++) {
            while (line < lines.length && lines[line] <= i) {
                starts[line++] = count;
            }
            count += weight(content[i], unit);
        }
        return new Offsets(starts, count);
    }

    /** How many of the file there are. */
    public int length() {
        return length;
    }

    /**
     * The lines of some of them, of which at most {@code length} end with the file; of none, the line before which they
     * would stand.
     *
     * @param offset of the first, from 0
     */
    public LineRange lines(int offset, int count) {
        return new LineRange(line(offset), line(count == 0 ? offset : offset + count - 1));
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return Math.max(1, found >= 0 ? found + 1 : -found - 1);
    }

    /** Characters begin with any byte but one that goes on with another; four bytes are two units of UTF-16. */
    private static int weight(byte b, Unit unit) {
        if ((b & 0xC0) == 0x80) {
            return 0;
        }
        return unit == Unit.UTF16_UNITS && (b & 0xF8) == 0xF0 ? 2 : 1;
    }

    private static boolean isMarked(byte[] content) {
        return content.length >= MARK.length && Arrays.equals(content, 0, MARK.length, MARK, 0, MARK.length);
    }

    private static boolean hasNul(byte[] content) {
        for (byte b : content) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
