package io.imprimatur.git;

import io.imprimatur.change.Commit;
import io.imprimatur.change.Person;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Trailer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * What a commit says of itself. Text is decoded as its {@code encoding} header says; where there is none, or one that is
 * unknown or wrong, as UTF-8, and where it is not that either, as ISO-8859-1, which reads anything.
 */
final class CommitReader {
    private static final int LONGEST_NAME = 1000;

    private final Trees trees;

    CommitReader(Trees trees) {
        this.trees = trees;
    }

    Commit read(RevCommit commit, List<RevCommit> parents) throws IOException {
        byte[] raw = commit.getRawBuffer();
        Headers headers = Headers.of(raw);
        List<Trailer> trailers = TrailerParser.parse(headers.message);
        List<Person> coAuthors = trailers.stream()
                .filter(trailer -> trailer.hasKey("Co-authored-by"))
                .map(trailer -> person(trailer.value()))
                .toList();
        List<RepoPath> touched =
                trees
                        .changed(
                                commit.getTree(),
                                parents.stream().map(RevCommit::getTree).toList())
                        .stream()
                        .map(path -> RepoPath.ofBytes(path.getBytes(StandardCharsets.ISO_8859_1)))
                        .toList();
        return new Commit(
                commit.name(),
                person(headers.author),
                person(headers.committer),
                coAuthors,
                trailers,
                Instant.ofEpochSecond(Integer.toUnsignedLong(commit.getCommitTime())),
                touched);
    }

    /** {@code Name <address>}, whatever follows; where there are no brackets all of it is the name. */
    static Person person(String text) {
        int open = text.indexOf('<');
        int close = text.indexOf('>', open + 1);
        String name = open < 0 ? text : text.substring(0, open);
        String email = open < 0 ? "" : text.substring(open + 1, close < 0 ? text.length() : close);
        return new Person(bounded(name), bounded(email));
    }

    private static String bounded(String text) {
        String stripped = text.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST_NAME));
    }

    /** The parts of a commit object that are text. */
    private record Headers(String author, String committer, String message) {
        static Headers of(byte[] raw) {
            Map<String, byte[]> first = new HashMap<>();
            int start = 0;
            while (start < raw.length && raw[start] != '\n') {
                int end = start;
                int space = -1;
                while (end < raw.length && raw[end] != '\n') {
                    space = space < 0 && raw[end] == ' ' ? end : space;
                    end++;
                }
                if (space > start) {
                    String key = new String(raw, start, space - start, StandardCharsets.ISO_8859_1);
                    first.putIfAbsent(key, Arrays.copyOfRange(raw, space + 1, end));
                }
                start = end + 1;
            }
            byte[] message = Arrays.copyOfRange(raw, Math.min(start + 1, raw.length), raw.length);
            byte[] none = {};
            Charset charset = charset(first.get("encoding"));
            return new Headers(
                    text(first.getOrDefault("author", none), charset),
                    text(first.getOrDefault("committer", none), charset),
                    text(message, charset));
        }

        private static Charset charset(byte @Nullable [] name) {
            try {
                return name == null
                        ? StandardCharsets.UTF_8
                        : Charset.forName(new String(name, StandardCharsets.ISO_8859_1).strip());
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                return StandardCharsets.UTF_8;
            }
        }

        private static String text(byte[] bytes, Charset charset) {
            return Stream.of(charset, StandardCharsets.UTF_8)
                    .map(candidate -> decode(bytes, candidate))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
        }

        private static Optional<String> decode(byte[] bytes, Charset charset) {
            try {
                return Optional.of(
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
            } catch (CharacterCodingException malformed) {
                return Optional.empty();
            }
        }
    }
}
