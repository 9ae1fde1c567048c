package io.imprimatur.git;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;

/**
 * Every object of a repository, loose, packed or in an allowed alternate. Thread-safe.
 *
 * <p>Reads git's files itself rather than through JGit's {@code FileRepository}, which runs {@code git}, reads the
 * user's configuration and writes probes into the repository unless the whole process is reconfigured. An object is
 * given out only if its id is indeed the hash of its bytes. Replacement refs and grafts are not followed: what is
 * judged is what the commit names.
 */
final class StoredObjects implements Closeable {
    /** Larger objects are streamed (a delta, which cannot be, is refused). */
    static final int LARGEST_IN_MEMORY = 64 << 20;

    /** As much as git holds. With half of it, 10,000 files that are deltas of each other took three times as long. */
    private static final long DELTA_CACHE = 96L << 20;

    private static final int MOST_PACKS = 10_000;

    private final List<LooseObjects> loose = new ArrayList<>();
    private final List<PackFile> packs = new ArrayList<>();
    private final boolean promised;
    private volatile @Nullable PackFile last;

    /** @param directories the repository's own {@code objects} directory and its alternates */
    StoredObjects(List<Path> directories, Boundary boundary) throws IOException {
        DeltaBaseCache cache = new DeltaBaseCache(DELTA_CACHE);
        boolean promises = false;
        try {
            for (Path directory : directories) {
                loose.add(new LooseObjects(directory, boundary));
                Path packDirectory = directory.resolve("pack");
                if (Files.isDirectory(packDirectory)) {
                    promises |= openPacks(boundary.inside(packDirectory), boundary, cache);
                }
            }
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
        promised = promises;
    }

    private boolean openPacks(Path directory, Boundary boundary, DeltaBaseCache cache) throws IOException {
        boolean promises = false;
        List<Path> indexes = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "pack-*")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(".idx")) {
                    indexes.add(file);
                }
                promises |= name.endsWith(".promisor");
            }
        }
        if (indexes.size() > MOST_PACKS) {
            throw Trouble.unreadable(directory + " holds " + indexes.size() + " packs", "run `git gc` there");
        }
        for (Path index : indexes) {
            String name = index.getFileName().toString();
            Path pack = index.resolveSibling(name.substring(0, name.length() - 4) + ".pack");
            if (Files.exists(pack)) {
                packs.add(PackFile.open(boundary, index, pack, cache));
            }
        }
        return promises;
    }

    /** Whether the repository is a partial clone, in which objects may be missing until git fetches them. */
    boolean isPartial() {
        return promised;
    }

    ObjectLoader open(AnyObjectId id) throws IOException {
        ObjectLoader found = find(id);
        if (found == null) {
            throw new MissingObjectException(id.copy(), "object");
        }
        return VerifiedObject.of(id.copy(), found);
    }

    ObjectLoader openBlob(AnyObjectId id) throws IOException {
        ObjectLoader object = open(id);
        if (object.getType() != Constants.OBJ_BLOB) {
            throw new CorruptObjectException(id.copy(), "not the content of a file");
        }
        return object;
    }

    private @Nullable ObjectLoader find(AnyObjectId id) throws IOException {
        PackFile recent = last;
        ObjectLoader found = recent == null ? null : recent.open(id);
        if (found != null) {
            return found;
        }
        for (PackFile pack : packs) {
            found = pack == recent ? null : pack.open(id);
            if (found != null) {
                last = pack;
                return found;
            }
        }
        for (LooseObjects directory : loose) {
            found = directory.open(id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The objects whose id begins so, at most {@code limit}. */
    Set<ObjectId> find(AbbreviatedObjectId prefix, int limit) throws IOException {
        Set<ObjectId> found = new HashSet<>();
        for (PackFile pack : packs) {
            pack.index().find(prefix, found, limit);
        }
        for (LooseObjects directory : loose) {
            directory.find(prefix, found, limit);
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        for (PackFile pack : packs) {
            pack.close();
        }
    }
}
