package io.imprimatur.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;

/** Objects that lie in files of their own, {@code objects/ab/cdef…}: a zlib stream of {@code "<type> <size>\0<data>"}. */
final class LooseObjects {
    private static final int LONGEST_HEADER = 32;

    private final Path directory;
    private final Boundary boundary;

    LooseObjects(Path directory, Boundary boundary) {
        this.directory = directory;
        this.boundary = boundary;
    }

    @Nullable
    ObjectLoader open(AnyObjectId id) throws IOException {
        String name = id.name();
        Path path = directory.resolve(name.substring(0, 2)).resolve(name.substring(2));
        RandomFile file;
        try {
            file = boundary.open(path);
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return null;
        }
        try (file;
                Inflation data = new Inflation(file, 0)) {
            Header header = Header.read(data, path);
            if (header.size > StoredObjects.LARGEST_IN_MEMORY) {
                return new LargeObject(header.type, header.size, () -> stream(path));
            }
            return new ObjectLoader.SmallObject(header.type, data.whole((int) header.size));
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private InputStream stream(Path path) throws IOException {
        RandomFile file = boundary.open(path);
        Inflation data = new Inflation(file, 0);
        Header.read(data, path);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return data.read();
            }

            @Override
            public int read(byte[] target, int offset, int count) throws IOException {
                return data.read(target, offset, count);
            }

            @Override
            public void close() throws IOException {
                data.close();
                file.close();
            }
        };
    }

    void find(AbbreviatedObjectId prefix, Collection<ObjectId> found, int limit) throws IOException {
        String start = prefix.name();
        Path group = directory.resolve(start.substring(0, 2));
        if (!Files.isDirectory(group)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(boundary.inside(group))) {
            for (Path file : files) {
                String name = start.substring(0, 2) + file.getFileName();
                if (name.startsWith(start) && name.length() == Constants.OBJECT_ID_STRING_LENGTH) {
                    if (found.size() == limit) {
                        return;
                    }
                    add(name, found);
                }
            }
        }
    }

    private static void add(String name, Collection<ObjectId> found) {
        try {
            found.add(ObjectId.fromString(name));
        } catch (InvalidObjectIdException notAnObject) {
            return;
        }
    }

    private record Header(int type, long size) {
        static Header read(InputStream data, Path path) throws IOException {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (int c = data.read(); c != 0; c = data.read()) {
                if (c < 0 || text.size() == LONGEST_HEADER) {
                    throw new CorruptObjectException(path + " does not begin as a git object does");
                }
                text.write(c);
            }
            String[] words = text.toString(StandardCharsets.ISO_8859_1).split(" ", -1);
            int type = switch (words[0]) {
                case "commit" -> Constants.OBJ_COMMIT;
                case "tree" -> Constants.OBJ_TREE;
                case "blob" -> Constants.OBJ_BLOB;
                case "tag" -> Constants.OBJ_TAG;
                default -> throw new CorruptObjectException(path + ": object of unknown type");
            };
            if (words.length != 2 || !words[1].matches("[0-9]{1,18}")) {
                throw new CorruptObjectException(path + " declares no size");
            }
            return new Header(type, Long.parseLong(words[1]));
        }
    }
}
