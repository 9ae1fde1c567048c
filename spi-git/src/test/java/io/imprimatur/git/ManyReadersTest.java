package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyReadersTest {
    private static final int FILES = 10_000;
    private static final int LINES = 100;

    @TempDir
    Path directory;

    private RealGit git;

    @BeforeEach
    void repository() {
        RealGit.require();
        git = RealGit.init(directory.resolve("r"), "--bare");
    }

    @Test
    void scannersReadSideBySideAndOneThatIsInterruptedDisturbsNoOther() throws Exception {
        git.bytes(files(300), "fast-import", "--quiet");
        git.run("repack", "-adq");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        AtomicBoolean over = new AtomicBoolean();
        try (GitRepository repository = GitRepository.open(git.directory())) {
            GitChange read = repository.change("r", ChangeSelection.commit("main"));
            Thread victim = new Thread(() -> {
                while (!over.get()) {
                    read.content().head().read(read.change().files().get(0).path(), 1 << 20);
                }
            });
            victim.start();
            List<Future<?>> scans = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                scans.add(threads.submit(() -> {
                    for (ChangedFile file : read.change().files()) {
                        byte[] content = read.content().head().read(file.path(), 1 << 20);
                        assertThat(Digest.of(content)).isEqualTo(file.after().digest());
                    }
                }));
                victim.interrupt();
            }
            for (Future<?> scan : scans) {
                scan.get(60, TimeUnit.SECONDS);
            }
            over.set(true);
            victim.join();
        } finally {
            threads.shutdownNow();
        }
    }

    /** The speed and memory are measured by the benchmarks; here it only has to work, in the memory of the tests. */
    @Test
    void aChangeOfTenThousandFilesAndAMillionLinesIsRead() {
        git.bytes(files(FILES), "fast-import", "--quiet");
        long start = System.nanoTime();

        try (GitRepository repository = GitRepository.open(git.directory())) {
            GitChange read = repository.change("r", ChangeSelection.commit("main"));
            assertThat(read.change().files()).hasSize(FILES);
            assertThat(read.change().addedLines()).isEqualTo((long) FILES * LINES);
        }
        System.out.printf(
                java.util.Locale.ROOT,
                "%d files, %d added lines: %d ms%n",
                FILES,
                FILES * LINES,
                (System.nanoTime() - start) / 1_000_000);
    }

    /** A first commit, then one that changes every file and adds as many lines. */
    private static byte[] files(int count) {
        StringBuilder stream = new StringBuilder();
        for (int commit = 1; commit <= 2; commit++) {
            stream.append("commit refs/heads/main\nmark :").append(commit);
            stream.append("\ncommitter C <c@example.org> ").append(1_700_000_000 + commit);
            stream.append(" +0000\ndata 1\nm\n");
            stream.append(commit == 2 ? "from :1\n" : "");
            for (int file = 0; file < count; file++) {
                StringBuilder content = new StringBuilder();
                for (int line = 0; line < LINES; line++) {
                    content.append("old line ")
                            .append(line)
                            .append(" of ")
                            .append(file)
                            .append('\n');
                    if (commit == 2) {
                        content.append("new line ")
                                .append(line)
                                .append(" of ")
                                .append(file)
                                .append('\n');
                    }
                }
                stream.append("M 100644 inline d")
                        .append(file % 100)
                        .append("/f")
                        .append(file);
                stream.append("\ndata ")
                        .append(content.length())
                        .append('\n')
                        .append(content)
                        .append('\n');
            }
            stream.append('\n');
        }
        return stream.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
