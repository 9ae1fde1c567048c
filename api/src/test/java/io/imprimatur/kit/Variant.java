package io.imprimatur.kit;

import io.imprimatur.change.FileMode;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The same change made unusual: every file that a scanner finds something in, under the name that it knows, with content
 * that it may not expect.
 */
enum Variant {
    PLAIN {
        @Override
        void head(MemoryChange.Builder change, RepoPath path, MemoryFile file) {
            change.head(path, file.mode(), file.content());
        }
    },
    EMPTY_FILE {
        @Override
        void head(MemoryChange.Builder change, RepoPath path, MemoryFile file) {
            change.head(path, file.mode(), new byte[0]);
        }
    },
    BINARY {
        @Override
        void head(MemoryChange.Builder change, RepoPath path, MemoryFile file) {
            change.head(path, file.mode(), join(new byte[] {0, 1, (byte) 0xff, '\n', 0}, file.content(), new byte[1]));
        }
    },
    LONG_LINE {
        @Override
        void head(MemoryChange.Builder change, RepoPath path, MemoryFile file) {
            byte[] line = text(file).replace('\n', ' ').concat(" ").getBytes(StandardCharsets.ISO_8859_1);
            ByteArrayOutputStream longer = new ByteArrayOutputStream();
            while (longer.size() < LONG) {
                longer.writeBytes(line);
            }
            change.head(path, file.mode(), longer.toByteArray());
        }
    },
    NOT_UTF_8 {
        @Override
        void head(MemoryChange.Builder change, RepoPath path, MemoryFile file) {
            byte[] malformed = {'c', 'a', 'f', (byte) 0xe9, (byte) 0xc0, (byte) 0xff, (byte) 0xed, (byte) 0xa0, '\n'};
            change.head(path, file.mode(), join(malformed, file.content(), malformed));
        }
    },
    CARRIAGE_RETURNS {
        @Override
        void head(MemoryChange.Builder change, RepoPath path, MemoryFile file) {
            change.head(path, file.mode(), text(file).replace('\n', '\r').getBytes(StandardCharsets.ISO_8859_1));
        }
    },
    DELETED {
        @Override
        void head(MemoryChange.Builder change, RepoPath path, MemoryFile file) {
            change.base(path, file.mode(), file.content());
        }
    },
    RENAMED {
        @Override
        void head(MemoryChange.Builder change, RepoPath path, MemoryFile file) {
            RepoPath before = RepoPath.ofBytes(join("before/".getBytes(StandardCharsets.UTF_8), path.bytes()));
            change.base(before, file.mode(), file.content());
            change.head(path, file.mode(), file.content());
            change.renamed(before, path);
        }
    },
    EXECUTABLE {
        @Override
        void head(MemoryChange.Builder change, RepoPath path, MemoryFile file) {
            change.base(path, FileMode.REGULAR, file.content());
            change.head(path, FileMode.EXECUTABLE, file.content());
        }
    },
    SYMLINK {
        @Override
        void head(MemoryChange.Builder change, RepoPath path, MemoryFile file) {
            change.head(path, FileMode.SYMLINK, "../../etc/passwd".getBytes(StandardCharsets.UTF_8));
        }
    },
    SUBMODULE {
        @Override
        void head(MemoryChange.Builder change, RepoPath path, MemoryFile file) {
            change.base(path, FileMode.REGULAR, file.content());
            change.head(path, FileMode.SUBMODULE, "d".repeat(40).getBytes(StandardCharsets.UTF_8));
        }
    },
    ODD_NAMES {
        @Override
        void head(MemoryChange.Builder change, RepoPath path, MemoryFile file) {
            byte[] folder = {'a', ' ', '\n', '"', '\\', (byte) 0xff, (byte) 0xe9, '/'};
            change.head(RepoPath.ofBytes(join(folder, path.bytes())), file.mode(), file.content());
        }
    };

    private static final int LONG = 4 << 20;

    abstract void head(MemoryChange.Builder change, RepoPath path, MemoryFile file);

    /** A sample made so. */
    MemoryChange of(MemoryChange sample) {
        MemoryChange.Builder change = MemoryChange.builder();
        sample.headFiles().forEach((path, file) -> head(change, path, file));
        return change.build();
    }

    /** A sample of which no file can be read. */
    static MemoryChange unreadable(MemoryChange sample, ErrorCode error) {
        MemoryChange.Builder change = MemoryChange.builder();
        sample.headFiles()
                .forEach((path, file) ->
                        change.head(path, file.mode(), file.content()).headFails(path, error));
        return change.build();
    }

    /** A sample that the change does not touch. */
    static MemoryChange untouched(MemoryChange sample) {
        return withBase(sample, sample.headFiles().keySet(), MemoryChange.builder());
    }

    /** A sample of which the change brings one file, and the others are there. */
    static MemoryChange only(RepoPath path, MemoryChange sample) {
        Set<RepoPath> others = new HashSet<>(sample.headFiles().keySet());
        others.remove(path);
        return withBase(sample, others, MemoryChange.builder());
    }

    /** A sample of which it is not known which lines the change adds. */
    static MemoryChange linesUnknown(MemoryChange sample) {
        MemoryChange.Builder change = MemoryChange.builder();
        sample.headFiles().keySet().forEach(path -> change.linesUnknown(path.text()));
        return withBase(sample, Set.of(), change);
    }

    private static MemoryChange withBase(MemoryChange sample, Set<RepoPath> base, MemoryChange.Builder change) {
        sample.headFiles().forEach((path, file) -> {
            change.head(path, file.mode(), file.content());
            if (base.contains(path)) {
                change.base(path, file.mode(), file.content());
            }
        });
        return change.build();
    }

    /** A sample many times over. */
    static MemoryChange repeated(MemoryChange sample, int times) {
        MemoryChange.Builder change = MemoryChange.builder();
        for (int i = 0; i < times; i++) {
            byte[] folder = (i == 0 ? "" : "copy-" + i + "/").getBytes(StandardCharsets.UTF_8);
            for (Map.Entry<RepoPath, MemoryFile> entry : sample.headFiles().entrySet()) {
                MemoryFile file = entry.getValue();
                change.head(RepoPath.ofBytes(join(folder, entry.getKey().bytes())), file.mode(), file.content());
            }
        }
        return change.build();
    }

    /** A sample with a text at the end of every line that is not blank. */
    static MemoryChange withOnEveryLine(MemoryChange sample, String text) {
        MemoryChange.Builder change = MemoryChange.builder();
        sample.headFiles().forEach((path, file) -> {
            String longer = text(file).replaceAll("(?m)(\\S)$", "$1 " + text);
            change.head(path, file.mode(), longer.getBytes(StandardCharsets.ISO_8859_1));
        });
        return change.build();
    }

    private static String text(MemoryFile file) {
        return new String(file.content(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
