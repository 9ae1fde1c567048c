package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Object stores that were damaged, or made to exhaust their reader. */
class HostileObjectsTest {
    @TempDir
    Path directory;

    private RealGit git;

    @BeforeEach
    void repository() {
        RealGit.require();
        git = RealGit.init(directory.resolve("r"));
        for (int i = 0; i < 12; i++) {
            git.write("file", ("line " + i + "\n").repeat(200) + "end\n").commit("commit " + i);
        }
    }

    @Test
    void anObjectWhoseBytesHaveAnotherHashIsRefused() throws IOException {
        String blob = git.line("rev-parse", "HEAD:file");
        Path file = loose(blob);
        Files.delete(file);
        write(file, "blob 5\0other");

        refusesTheHead("another hash");
    }

    @Test
    void aLooseObjectThatDeclaresMoreThanItHoldsIsRefused() throws IOException {
        Path file = loose(git.line("rev-parse", "HEAD:file"));
        for (String content : new String[] {
            "blob 100000000\0short",
            "blob 999999999999\0short",
            "blob x\0",
            "blob\0",
            "blob 1 2\0",
            "thing 1\0a",
            "",
            "blob 99999999999999999999999999\0",
            "x".repeat(100)
        }) {
            Files.deleteIfExists(file);
            write(file, content);
            refusesTheHead("");
        }
        Files.delete(file);
        Files.writeString(file, "not zlib");
        refusesTheHead("");
    }

    @Test
    void aDamagedPackIsRefusedWhateverTheDamage() throws IOException {
        git.run("gc", "-q", "--aggressive");
        Path pack = only("*.pack");
        Path index = only("*.idx");
        Random random = new Random(11);
        for (Path file : new Path[] {pack, index}) {
            byte[] bytes = Files.readAllBytes(file);
            assertThat(file.toFile().setWritable(true)).isTrue();
            for (int i = 0; i < 150; i++) {
                byte[] damaged = bytes.clone();
                for (int j = 0; j < 4; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                int length = i % 5 == 0 ? random.nextInt(damaged.length) : damaged.length;
                Files.write(file, java.util.Arrays.copyOf(damaged, length));
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), this::readOrRefuse);
            }
            Files.write(file, bytes);
        }
        readOrRefuse();
    }

    /** A delta whose base is itself: a reader that follows it blindly never returns. */
    @Test
    void aDeltaAgainstItselfIsRefused() throws IOException {
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        ObjectId id = ObjectId.fromString(git.line("rev-parse", "HEAD:file"));
        pack.writeBytes("PACK".getBytes(StandardCharsets.US_ASCII));
        pack.writeBytes(ByteBuffer.allocate(8).putInt(2).putInt(1).array());
        pack.write(0x70 | 4);
        byte[] raw = new byte[20];
        id.copyRawTo(raw, 0);
        pack.writeBytes(raw);
        pack.writeBytes(deflated(new byte[] {1, 1, 1, 'x'}));
        pack.writeBytes(new byte[20]);
        Path packs = git.directory().resolve(".git/objects/pack");
        Files.write(packs.resolve("pack-loop.pack"), pack.toByteArray());
        Files.write(packs.resolve("pack-loop.idx"), index(raw, 12));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refusesTheHead("does not end"));
    }

    /** A small pack that claims to unfold into very much. */
    @Test
    void anObjectThatDeclaresMoreThanItsPackCanHoldIsRefused() throws IOException {
        ObjectId id = ObjectId.fromString(git.line("rev-parse", "HEAD:file"));
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        pack.writeBytes("PACK".getBytes(StandardCharsets.US_ASCII));
        pack.writeBytes(ByteBuffer.allocate(8).putInt(2).putInt(1).array());
        // A blob of 60 MiB.
        long size = 60L << 20;
        pack.write((int) (0x80 | 0x30 | size & 15));
        for (long rest = size >>> 4; rest > 0; rest >>>= 7) {
            pack.write((int) (rest & 0x7f | (rest > 0x7f ? 0x80 : 0)));
        }
        pack.writeBytes(deflated(new byte[] {'x'}));
        pack.writeBytes(new byte[20]);
        byte[] raw = new byte[20];
        id.copyRawTo(raw, 0);
        Path packs = git.directory().resolve(".git/objects/pack");
        Files.write(packs.resolve("pack-size.pack"), pack.toByteArray());
        Files.write(packs.resolve("pack-size.idx"), index(raw, 12));

        refusesTheHead("more bytes than the pack can hold");
    }

    private static byte[] index(byte[] id, int offset) {
        ByteBuffer index = ByteBuffer.allocate(8 + 1024 + 20 + 4 + 4 + 40);
        index.put(new byte[] {(byte) 0xff, 't', 'O', 'c'}).putInt(2);
        for (int i = 0; i < 256; i++) {
            index.putInt(i >= (id[0] & 0xff) ? 1 : 0);
        }
        return index.put(id).putInt(0).putInt(offset).array();
    }

    @Test
    void treesWithImpossibleNamesAreRefused() throws IOException {
        String blob = git.line("rev-parse", "HEAD:file");
        byte[] raw = new byte[20];
        ObjectId.fromString(blob).copyRawTo(raw, 0);
        for (String names : new String[] {"..", ".", "", "a/../b", "a,a", "a/b,a"}) {
            ByteArrayOutputStream tree = new ByteArrayOutputStream();
            for (String name : names.split(",", -1)) {
                tree.writeBytes(("100644 " + name + "\0").getBytes(StandardCharsets.US_ASCII));
                tree.writeBytes(raw);
            }
            String id = new String(
                            git.bytes(tree.toByteArray(), "hash-object", "-t", "tree", "-w", "--stdin", "--literally"),
                            StandardCharsets.US_ASCII)
                    .strip();
            String commit = git.line("commit-tree", id, "-m", "x");
            try (GitRepository repository = GitRepository.open(git.directory())) {
                if (names.equals("a/b,a")) {
                    // One entry with a slash in its name, and one beside it.
                    assertThatThrownBy(() -> repository.change("r", ChangeSelection.commit(commit)))
                            .hasMessageContaining("slash");
                } else {
                    assertThatThrownBy(() -> repository.change("r", ChangeSelection.commit(commit)))
                            .as(names)
                            .isInstanceOf(ImprimaturException.class);
                }
            }
        }
    }

    @Test
    void aTreeThatIsTooDeepIsRefused() {
        String tree = git.line("rev-parse", "HEAD^{tree}");
        StringBuilder batch = new StringBuilder();
        for (int i = 0; i < 2100; i++) {
            byte[] made = git.bytes(
                    ("040000 tree " + tree + "\td\n").getBytes(StandardCharsets.US_ASCII), "mktree", "--missing");
            tree = new String(made, StandardCharsets.US_ASCII).strip();
        }
        String commit = git.line("commit-tree", tree, "-m", "deep");
        assertThat(batch).isEmpty();

        try (GitRepository repository = GitRepository.open(git.directory())) {
            assertThatThrownBy(() -> repository.change("r", ChangeSelection.commit(commit)))
                    .hasMessageContaining("directories deep");
        }
    }

    private void readOrRefuse() {
        try (GitRepository repository = GitRepository.open(git.directory())) {
            repository.change("r", ChangeSelection.range("main~8", "main"));
        } catch (ImprimaturException refused) {
            assertThat(refused.code()).isNotEqualTo(ErrorCode.INVALID_VALUE);
        }
    }

    private void refusesTheHead(String why) {
        try (GitRepository repository = GitRepository.open(git.directory())) {
            assertThatThrownBy(() -> repository.change("r", ChangeSelection.commit("HEAD")))
                    .isInstanceOfSatisfying(
                            ImprimaturException.class,
                            e -> assertThat(e.code()).isIn(ErrorCode.REPOSITORY_UNREADABLE, ErrorCode.IO_FAILURE))
                    .hasMessageContaining(why);
        }
    }

    private Path only(String glob) throws IOException {
        try (var files = Files.newDirectoryStream(git.directory().resolve(".git/objects/pack"), glob)) {
            return files.iterator().next();
        }
    }

    private Path loose(String id) {
        return git.directory()
                .resolve(".git/objects")
                .resolve(id.substring(0, 2))
                .resolve(id.substring(2));
    }

    private static void write(Path file, String content) throws IOException {
        Files.write(file, deflated(content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        }
        return out.toByteArray();
    }
}
