package io.imprimatur.core.head;

import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.error.ImprimaturException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files at head in which a scanner found something, each read when it is first asked for, the last few kept. Safe for
 * use by several threads.
 */
public final class HeadFiles {
    /** A larger file is not looked into: lines and columns that a finding names there are taken as they are. */
    private static final int MOST_BYTES = 10 << 20;

    private static final long MOST_KEPT = 16 << 20;

    /** What a path and its place among the others weigh, also of a file that is not there. */
    private static final long ENTRY = 500;

    /**
     * A file.
     *
     * @param exists whether it is there; true where that cannot be known
     * @param lines its lines; absent where it cannot be looked into
     */
    public record HeadFile(boolean exists, @Nullable HeadLines lines) {
        long weight() {
            return ENTRY + (lines == null ? 0 : lines.lines().weight());
        }
    }

    private final Tree head;
    private final Origins origins;
    private final Map<RepoPath, HeadFile> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    /** For the files of a tree of which nobody asks what the change added. */
    public HeadFiles(Tree head) {
        this(head, new Origins());
    }

    /** For the files of a tree that a change left behind. */
    public HeadFiles(Tree head, Origins origins) {
        this.head = head;
        this.origins = origins;
    }

    public synchronized HeadFile at(RepoPath path) {
        HeadFile known = kept.get(path);
        if (known != null) {
            return known;
        }
        HeadFile file = read(path);
        kept.put(path, file);
        weight += file.weight();
        Iterator<HeadFile> eldest = kept.values().iterator();
        while (weight > MOST_KEPT && kept.size() > 1) {
            weight -= eldest.next().weight();
            eldest.remove();
        }
        return file;
    }

    private HeadFile read(RepoPath path) {
        try {
            if (head.file(path).isEmpty()) {
                return new HeadFile(false, null);
            }
            byte[] content = head.read(path, MOST_BYTES);
            return FileLines.fits(content)
                    ? new HeadFile(true, new HeadLines(FileLines.of(content), origins.added(path)))
                    : new HeadFile(true, null);
        } catch (ImprimaturException unreadable) {
            return new HeadFile(true, null);
        }
    }
}
