package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imprimatur.change.Change;
import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes secrets out of text before anybody sees it. In the place of one stands what kind it is, for example
 * {@code ghp_…}; a second one of the kind is {@code ghp_…(2)}, and the same one is always called the same, so that
 * different names stay different.
 *
 * <p>For that it remembers, in memory alone, the texts that it met: make one for each task. It finds what the scanner
 * {@code secrets} finds, the doubtful too. Time is linear in the length of the text. Not thread-safe.
 */
public final class Redaction {
    private final SecretDetector detector = new SecretDetector();
    private final Map<String, String> names = new HashMap<>();
    /** Most texts of an outcome stand in it many times: a path, a commit, a person. */
    private final Map<String, String> texts = new HashMap<>();

    private final Map<String, Integer> counts = new HashMap<>();

    /** One that has met no secret yet. */
    public Redaction() {}

    /** The text, each secret replaced by its name. */
    public String text(String text) {
        String known = texts.get(text);
        if (known != null) {
            return known;
        }
        String clean = clean(text);
        texts.put(text, clean);
        return clean;
    }

    private String clean(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        List<Candidate> secrets = secrets(bytes);
        if (secrets.isEmpty()) {
            return text;
        }
        ByteArrayOutputStream clean = new ByteArrayOutputStream(bytes.length);
        int from = 0;
        for (Candidate secret : secrets) {
            Span span = secret.span();
            clean.write(bytes, from, span.start() - from);
            clean.writeBytes(name(secret.kind(), new String(bytes, span.start(), span.length(), UTF_8))
                    .getBytes(UTF_8));
            from = span.end();
        }
        clean.write(bytes, from, bytes.length - from);
        return clean.toString(UTF_8);
    }

    /**
     * A change whose commits say no secret. It is to be judged in the place of the other: tools and models are read from
     * what commits say, in small letters, and a secret in other letters would not be known for one afterwards. Paths stay,
     * as content is read by them: of those, {@link #text} takes secrets out of the outcome.
     */
    public Change commits(Change change) {
        return new CommitTexts(this::text).of(change);
    }

    /**
     * A copy of a document in which each secret is written over with the letter x, so that everything else stands where it
     * stood.
     *
     * @param problems is given one for each secret, with its place, in their order
     */
    public byte[] document(byte[] content, Consumer<Problem> problems) {
        byte[] clean = content.clone();
        int line = 1;
        int column = 1;
        int offset = 0;
        for (Candidate secret : secrets(content)) {
            for (; offset < secret.span().start(); offset++) {
                boolean ends = content[offset] == '\n';
                line += ends ? 1 : 0;
                column = ends ? 1 : column + ((content[offset] & 0xc0) == 0x80 ? 0 : 1);
            }
            problems.accept(Problem.of("must hold no secret")
                    .at(new Position(line, column))
                    .value(secret.kind().title() + " (" + secret.kind().preview() + ")")
                    .remedy("take it out and revoke it"));
            overwrite(clean, secret.span());
        }
        return clean;
    }

    /** All but what gives the document its structure: white space, quotes and what escapes them. */
    private static void overwrite(byte[] bytes, Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            if (bytes[i] > ' ' && bytes[i] != '"' && bytes[i] != '\'' && bytes[i] != '\\') {
                bytes[i] = 'x';
            }
        }
    }

    /** Where secrets stand, in order and apart: of those that overlap one is made, of the kind of the better one. */
    private List<Candidate> secrets(byte[] bytes) {
        List<Candidate> apart = new ArrayList<>();
        for (Candidate next : detector.candidates(new Text(bytes), Integer.MAX_VALUE)) {
            int last = apart.size() - 1;
            if (last < 0 || !next.overlaps(apart.get(last))) {
                apart.add(next);
            } else {
                apart.set(last, both(apart.get(last), next));
            }
        }
        return apart;
    }

    private static Candidate both(Candidate first, Candidate second) {
        Candidate better = second.betterThan(first) ? second : first;
        int end = Math.max(first.span().end(), second.span().end());
        return new Candidate(better.kind(), new Span(first.span().start(), end), better.grade());
    }

    private String name(SecretKind kind, String secret) {
        String known = names.get(secret);
        if (known != null) {
            return known;
        }
        int count = counts.merge(kind.preview(), 1, Integer::sum);
        String name = count == 1 ? kind.preview() : kind.preview() + "(" + count + ")";
        names.put(secret, name);
        return name;
    }
}
