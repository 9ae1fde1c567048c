package io.imprimatur.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.change.Digest;
import io.imprimatur.error.ImprimaturException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCacheTest {
    private static final byte[] KEY = bytes("a key of the caller's own");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasKept() {
        cache(NOW).put(digest("q"), bytes("answer"));

        assertThat(cache(NOW).get(digest("q"), null)).hasValue(bytes("answer"));
        assertThat(cache(NOW).get(digest("other"), null)).isEmpty();
    }

    @Test
    void doesNotBelieveWhatAnotherKeyWrote() {
        AnswerCache.in(folder, bytes("somebody else's own key"), 1 << 20, Clock.systemUTC())
                .put(digest("q"), bytes("all is well"));

        assertThat(cache(NOW).get(digest("q"), null)).isEmpty();
    }

    @Test
    void believesNoEntryOfWhichAnyByteIsChangedAndTakesItAway() throws IOException {
        cache(NOW).put(digest("q"), bytes("answer"));
        Path file = onlyFile();
        byte[] entry = Files.readAllBytes(file);
        for (int i = 0; i < entry.length; i++) {
            byte[] changed = entry.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThat(cache(NOW).get(digest("q"), null)).as("byte " + i).isEmpty();
            assertThat(file).doesNotExist();
        }
        for (int length : List.of(0, 1, 39, entry.length - 1)) {
            Files.write(file, java.util.Arrays.copyOf(entry, length));
            assertThat(cache(NOW).get(digest("q"), null))
                    .as("of " + length + " bytes")
                    .isEmpty();
        }
    }

    @Test
    void doesNotBelieveTheAnswerToAnotherQuestion() throws IOException {
        cache(NOW).put(digest("q"), bytes("all is well"));
        byte[] entry = Files.readAllBytes(onlyFile());
        Files.delete(onlyFile());
        cache(NOW).put(digest("other"), bytes("all is lost"));
        Files.write(onlyFile(), entry);

        assertThat(cache(NOW).get(digest("other"), null)).isEmpty();
    }

    @Test
    void nothingInTheFolderTellsWhatWasAskedToWhoHasNoKey() throws IOException {
        cache(NOW).put(digest("q"), bytes("answer"));
        String name = onlyFile().getFileName().toString();
        String entry = Files.readString(onlyFile(), StandardCharsets.ISO_8859_1);
        Files.delete(onlyFile());
        AnswerCache.in(folder, bytes("somebody else's own key"), 1 << 20, clock(NOW))
                .put(digest("q"), bytes("answer"));

        assertThat(name + entry).doesNotContain(digest("q").hex());
        assertThat(onlyFile().getFileName()).doesNotHaveToString(name);
    }

    @Test
    void givesNothingThatIsTooOldOrOfTheFuture() {
        cache(NOW).put(digest("q"), bytes("answer"));
        Duration hour = Duration.ofHours(1);

        assertThat(cache(NOW.plus(hour).minusMillis(1)).get(digest("q"), hour)).isPresent();
        assertThat(cache(NOW.plus(hour)).get(digest("q"), hour)).isEmpty();
        assertThat(cache(NOW.minusMillis(1)).get(digest("q"), hour)).isEmpty();
        assertThat(cache(NOW).get(digest("q"), Duration.ZERO)).isEmpty();
        assertThat(cache(NOW.plus(Duration.ofDays(9999))).get(digest("q"), null))
                .isPresent();
    }

    @Test
    void keepsWhatWasUsedLastWithinItsSize() throws IOException {
        byte[] large = new byte[10_000];
        for (int i = 0; i < 200; i++) {
            AnswerCache.in(folder, KEY, 100_000, clock(NOW.plusSeconds(i))).put(digest("q" + i), large);
        }
        assertThat(size()).isLessThanOrEqualTo(100_000);
        assertThat(cache(NOW).get(digest("q199"), null)).isPresent();
        assertThat(cache(NOW).get(digest("q0"), null)).isEmpty();
    }

    @Test
    void keepsNothingThatIsLargerThanItself() throws IOException {
        AnswerCache.in(folder, KEY, 100, clock(NOW)).put(digest("q"), new byte[100]);

        assertThat(size()).isZero();
    }

    @Test
    void manyMayUseOneFolder() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                all.add(many.submit(() -> {
                    AnswerCache cache = AnswerCache.in(folder, KEY, 20_000, Clock.systemUTC());
                    for (int i = 0; i < 200; i++) {
                        byte[] answer = bytes("answer " + i % 20 + "!".repeat(1000));
                        cache.get(digest("q" + i % 20), null)
                                .ifPresent(known -> assertThat(known).isEqualTo(answer));
                        cache.put(digest("q" + i % 20), answer);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void refusesAKeyThatIsTooShort() {
        assertThatThrownBy(() -> AnswerCache.in(folder, bytes("short"), 1, Clock.systemUTC()))
                .isInstanceOf(ImprimaturException.class)
                .hasMessageContaining("16 bytes");
    }

    private AnswerCache cache(Instant now) {
        return AnswerCache.in(folder, KEY, 1 << 20, clock(now));
    }

    private static Clock clock(Instant now) {
        return InstantSource.fixed(now).withZone(ZoneOffset.UTC);
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .reduce((one, other) -> {
                        throw new AssertionError("more than one");
                    })
                    .orElseThrow();
        }
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static Digest digest(String question) {
        return Digest.of(bytes(question));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
