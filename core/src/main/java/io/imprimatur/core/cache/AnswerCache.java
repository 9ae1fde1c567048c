package io.imprimatur.core.cache;

import io.imprimatur.change.Digest;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers in a folder, each by the digest of all that it depends on. Every entry is authenticated (HMAC-SHA-256) under
 * the caller's key, over what was asked, when, and the answer: one that somebody else wrote, changed or moved is not
 * believed, and is taken away. Who can read the folder can read the answers, and without the key not what was asked: an entry's
 * name is made under the key too.
 *
 * <p>Bounded: beyond its size the entries that were used least lately go. Any number of threads and processes may use one
 * folder. Whatever fails, a full disk or an entry that is gone, only means that an answer is not there.
 */
public final class AnswerCache {
    /** The least bytes that a key has. */
    public static final int LEAST_KEY = 16;

    /** A larger answer is not kept. */
    private static final int MOST_BYTES = 16 << 20;

    private static final String MAC = "HmacSHA256";
    private static final int TAG = 32;
    private static final int HEADER = TAG + Long.BYTES;
    /** So many are written between two looks at how large the folder is. */
    private static final int BETWEEN_LOOKS = 64;

    private final Path folder;
    private final SecretKeySpec key;
    private final long mostBytes;
    private final Clock clock;
    private int written;

    private AnswerCache(Path folder, byte[] key, long mostBytes, Clock clock) {
        this.folder = folder;
        this.key = new SecretKeySpec(key, MAC);
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /**
     * A cache in a folder, which is made where it is not there.
     *
     * @param key at least {@value #LEAST_KEY} bytes that only those know whose answers are to be believed
     * @param mostBytes how large all entries together may be, from 1
     * @param clock for the age of answers
     * @throws ImprimaturException {@link ErrorCode#IO_FAILURE} where the folder cannot be made
     */
    public static AnswerCache in(Path folder, byte[] key, long mostBytes, Clock clock) {
        Preconditions.notNull(folder, "folder");
        Preconditions.check(
                Preconditions.notNull(key, "key").length >= LEAST_KEY,
                "key",
                key.length + " bytes",
                "must have at least " + LEAST_KEY + " bytes");
        Preconditions.check(mostBytes >= 1, "mostBytes", mostBytes, "must be at least 1");
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new ImprimaturException(
                    ErrorCode.IO_FAILURE,
                    Problem.of("the folder of the cache cannot be made")
                            .value(folder.toString())
                            .remedy("give a folder that can be written"));
        }
        return new AnswerCache(folder, key.clone(), mostBytes, Preconditions.notNull(clock, "clock"));
    }

    /**
     * The answer to a question; empty where none is kept, none that can be believed, or none that is young enough.
     *
     * @param question the digest of all that the answer depends on
     * @param freshFor how old it may be; null where it stays true for ever
     */
    public Optional<byte[]> get(Digest question, @Nullable Duration freshFor) {
        Path file = file(question);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > HEADER + MOST_BYTES) {
                return Optional.empty();
            }
            ByteBuffer entry = ByteBuffer.wrap(Files.readAllBytes(file));
            if (entry.remaining() < HEADER) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            byte[] tag = new byte[TAG];
            entry.get(tag);
            long time = entry.getLong();
            byte[] answer = new byte[entry.remaining()];
            entry.get(answer);
            if (!MessageDigest.isEqual(tag, tag(question, time, answer))) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            long age = clock.millis() - time;
            if (freshFor != null && (age < 0 || age >= freshFor.toMillis())) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.fromMillis(clock.millis()));
            return Optional.of(answer);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Keeps an answer, in the place of an earlier one. */
    public void put(Digest question, byte[] answer) {
        if (answer.length > Math.min(MOST_BYTES, mostBytes - HEADER)) {
            return;
        }
        long time = clock.millis();
        ByteBuffer entry = ByteBuffer.allocate(HEADER + answer.length)
                .put(tag(question, time, answer))
                .putLong(time)
                .put(answer);
        Path file = file(question);
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = Files.createTempFile(file.getParent(), "unfinished", "");
            try {
                Files.write(unfinished, entry.array());
                // Whoever reads sees the whole entry or none.
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                Files.setLastModifiedTime(file, FileTime.fromMillis(time));
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException notKept) {
            return;
        }
        if (isTimeToLook()) {
            shrink();
        }
    }

    private synchronized boolean isTimeToLook() {
        return written++ % BETWEEN_LOOKS == 0;
    }

    private record Entry(Path file, long size, FileTime used) {}

    private void shrink() {
        List<Entry> entries = new ArrayList<>();
        long total = 0;
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Entry entry = new Entry(file, Files.size(file), Files.getLastModifiedTime(file));
                    entries.add(entry);
                    total += entry.size();
                }
            }
            entries.sort(Comparator.comparing(Entry::used).thenComparing(Entry::file));
            for (Entry entry : entries) {
                if (total <= mostBytes) {
                    break;
                }
                Files.deleteIfExists(entry.file());
                total -= entry.size();
            }
        } catch (IOException | java.io.UncheckedIOException changing) {
            // Somebody else shrinks it at the same time.
            return;
        }
    }

    private Path file(Digest question) {
        String name = HexFormat.of()
                .formatHex(mac("imprimatur/question/v1 ", question).doFinal());
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    private byte[] tag(Digest question, long time, byte[] answer) {
        Mac mac = mac("imprimatur/answer/v1 ", question);
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(time).array());
        return mac.doFinal(answer);
    }

    /** One that has seen what it is for, and the question. */
    private Mac mac(String purpose, Digest question) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update(question.hex().getBytes(StandardCharsets.US_ASCII));
            return mac;
        } catch (GeneralSecurityException absent) {
            // Every Java platform must have HmacSHA256 (Mac's own documentation).
            throw new ImprimaturException(
                    ErrorCode.PLATFORM_UNSUITABLE,
                    List.of(Problem.of("this Java runtime has no " + MAC)
                            .remedy("use one that conforms to the Java SE specification")),
                    absent);
        }
    }
}
