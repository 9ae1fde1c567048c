package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A provider's token: the shapes it comes in and how to tell a real one from one that only looks like it. */
record TokenKind(SecretKind kind, TokenCheck check, List<Shape> shapes) implements SecretRule {
    TokenKind {
        shapes = List.copyOf(shapes);
    }

    static TokenKind of(String id, String title, TokenCheck check, String... notations) {
        List<Shape> shapes = Stream.of(notations).map(Shape::of).toList();
        String anchor = new String(shapes.get(0).anchor(), US_ASCII);
        String preview = shapes.get(0).prefixLength() == 0 ? "…" + anchor + "…" : anchor + "…";
        return new TokenKind(new SecretKind(id, title, preview), check, shapes);
    }

    @Override
    public List<byte[]> anchors() {
        return shapes.stream().map(Shape::anchor).toList();
    }

    @Override
    public @Nullable Candidate at(Text text, int anchor, int start) {
        Shape shape = shapes.get(anchor);
        Span span = shape.matchAt(text, start);
        if (span == null) {
            return null;
        }
        Grade grade = check.grade(text, span);
        Span secret = new Span(span.start() + shape.prefixLength(), span.end());
        return grade != null && Placeholders.looksRandom(text, secret, shape.alphabet())
                ? new Candidate(kind, span, grade)
                : null;
    }
}
