package io.imprimatur.core.head;

import com.google.common.hash.Hashing;
import io.imprimatur.change.Digest;
import io.imprimatur.change.LineRange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The lines of a file as git counts them: each ends with a line feed, or with the file. Safe for use by several threads. */
public final class FileLines {
    /** A file with more lines is not looked into. */
    static final int MOST_LINES = 1_000_000;

    private final byte[] content;
    private final int[] starts;
    private Offsets.@Nullable Unit counted;
    private @Nullable Offsets offsets;

    private FileLines(byte[] content, int[] starts) {
        this.content = content;
        this.starts = starts;
    }

    /** Whether the file has so few lines that {@link #of} may be asked. */
    public static boolean fits(byte[] content) {
        return countOf(content) <= MOST_LINES;
    }

    public static FileLines of(byte[] content) {
        int[] starts = new int[countOf(content)];
        int line = 0;
        for (int i = 0; line < starts.length; i++) {
            if (i == 0 || content[i - 1] == '\n') {
                starts[line++] = i;
            }
        }
        return new FileLines(content, starts);
    }

    private static int countOf(byte[] content) {
        int feeds = 0;
        for (byte b : content) {
            if (b == '\n') {
                feeds++;
            }
        }
        return content.length == 0 || content[content.length - 1] == '\n' ? feeds : feeds + 1;
    }

    public int count() {
        return starts.length;
    }

    /** A line without its end, each byte a character; empty where there is no such line. */
    public String line(int line) {
        if (line < 1 || line > starts.length) {
            return "";
        }
        int start = starts[line - 1];
        return new String(content, start, end(line) - start, StandardCharsets.ISO_8859_1);
    }

    /** Where the lines begin in that unit; null where it is no text of which that is known. The last is kept. */
    public synchronized @Nullable Offsets offsets(Offsets.Unit unit) {
        if (counted != unit) {
            counted = unit;
            offsets = Offsets.of(content, starts, unit);
        }
        return offsets;
    }

    /** How much memory this holds, in bytes. */
    long weight() {
        return content.length + 24L * starts.length;
    }

    /**
     * The last column that a finding on a line may name: one for each byte, as no encoding has more characters than bytes,
     * and one more for the line's end.
     */
    public int widest(int line) {
        if (line > starts.length) {
            return 1; // an empty file has a first line to point at
        }
        return end(line) - starts[line - 1] + 1;
    }

    /** The digest of the text of some lines, in which every run of white space counts as one blank and outer ones as none. */
    public Digest normalised(LineRange lines) {
        int last = Math.min(lines.last(), starts.length);
        int from = lines.first() > last ? 0 : starts[lines.first() - 1];
        int to = lines.first() > last ? 0 : end(last);
        byte[] normal = new byte[to - from];
        int length = normalise(from, to, normal);
        MessageDigest digest = Digest.start();
        digest.update(normal, 0, length);
        return Digest.of(digest);
    }

    /** A hash of a line, the same for lines whose {@link #normalised} text is. */
    long hash(int line) {
        int from = starts[line - 1];
        int to = end(line);
        byte[] normal = new byte[to - from];
        int length = normalise(from, to, normal);
        return Hashing.sipHash24().hashBytes(normal, 0, length).asLong();
    }

    private int normalise(int from, int to, byte[] normal) {
        int length = 0;
        boolean blank = false;
        for (int i = from; i < to; i++) {
            byte b = content[i];
            if (b == ' ' || (b >= '\t' && b <= '\r')) {
                blank = length > 0;
            } else {
                if (blank) {
                    normal[length++] = ' ';
                    blank = false;
                }
                normal[length++] = b;
            }
        }
        return length;
    }

    /** Where the content of a line ends, its line feed left out. */
    private int end(int line) {
        if (line < starts.length) {
            return starts[line] - 1;
        }
        boolean ended = content.length > 0 && content[content.length - 1] == '\n';
        return ended ? content.length - 1 : content.length;
    }
}
