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
import java.util.List;
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
        List<Trailer> trailers = TrailerParser.parse(headers.text(headers.message));
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
                person(headers.text(headers.author)),
                person(headers.text(headers.committer)),
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

    /** The parts of a commit object that are text, still as bytes. */
    private record Headers(
            byte[] author,
            byte[] committer,
            byte[] message,
            @Nullable Charset charset) {
        static Headers of(byte[] raw) {
            byte[] author = {};
            byte[] committer = {};
            Charset charset = null;
            int start = 0;
            while (start < raw.length && raw[start] != '\n') {
                int end = start;
                while (end < raw.length && raw[end] != '\n') {
                    end++;
                }
                byte[] line = Arrays.copyOfRange(raw, start, end);
                if (startsWith(line, "author ") && author.length == 0) {
                    author = Arrays.copyOfRange(line, "author ".length(), line.length);
                } else if (startsWith(line, "committer ") && committer.length == 0) {
                    committer = Arrays.copyOfRange(line, "committer ".length(), line.length);
                } else if (startsWith(line, "encoding ") && charset == null) {
                    charset = charset(new String(line, StandardCharsets.ISO_8859_1).substring("encoding ".length()));
                }
                start = end + 1;
            }
            byte[] message = Arrays.copyOfRange(raw, Math.min(start + 1, raw.length), raw.length);
            return new Headers(author, committer, message, charset);
        }

        private static boolean startsWith(byte[] line, String key) {
            byte[] start = key.getBytes(StandardCharsets.US_ASCII);
            return line.length >= start.length && Arrays.equals(line, 0, start.length, start, 0, start.length);
        }

        private static @Nullable Charset charset(String name) {
            try {
                return Charset.forName(name.strip());
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                return null;
            }
        }

        String text(byte[] bytes) {
            return Stream.of(charset == null ? StandardCharsets.UTF_8 : charset, StandardCharsets.UTF_8)
                    .map(candidate -> decode(bytes, candidate))
                    .filter(text -> text != null)
                    .findFirst()
                    .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
        }

        private static @Nullable String decode(byte[] bytes, Charset charset) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException malformed) {
                return null;
            }
        }
    }
}
