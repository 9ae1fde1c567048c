package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.imprimatur.error.Preconditions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token looks like: literals and runs of a {@link ByteClass} in order, written as in
 * {@code "SG.<base64url:22>.<base64url:43>"} or {@code "<digit:8-10>:A<base64url:34>"}.
 *
 * <p>A run takes as many bytes as its class and its greatest length allow and never gives one back, so matching reads
 * each byte of a candidate once. The longest literal is the {@linkplain #anchor() anchor} that candidates are found by.
 * A match stands alone: the word does not go on before it or after it.
 */
final class Shape {
    private sealed interface Part permits Literal, Run {}

    private static final class Literal implements Part {
        private final byte[] bytes;

        Literal(String word) {
            bytes = word.getBytes(US_ASCII);
        }
    }

    private record Run(ByteClass members, int least, int most) implements Part {}

    /** A run longer than this is read once only: a candidate may not start within another one's. */
    private static final int LONG_RUN = 200;

    private final String notation;
    private final List<Part> parts;
    private final int anchor;

    private Shape(String notation, List<Part> parts) {
        this.notation = notation;
        this.parts = List.copyOf(parts);
        this.anchor = longestLiteral(parts);
    }

    /** Reads the notation above; a mistake in it is a mistake in our own tables. */
    static Shape of(String notation) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < notation.length()) {
            int open = notation.indexOf('<', at);
            int literalEnd = open < 0 ? notation.length() : open;
            if (literalEnd > at) {
                parts.add(new Literal(notation.substring(at, literalEnd)));
            }
            if (open < 0) {
                break;
            }
            int close = notation.indexOf('>', open);
            parts.add(run(notation.substring(open + 1, close)));
            at = close + 1;
        }
        return new Shape(notation, parts);
    }

    private static Run run(String notation) {
        int colon = notation.indexOf(':');
        String lengths = notation.substring(colon + 1);
        int dash = lengths.indexOf('-');
        int least = Integer.parseInt(dash < 0 ? lengths : lengths.substring(0, dash));
        int most = Integer.parseInt(lengths.substring(dash + 1));
        return new Run(ByteClass.named(notation.substring(0, colon)), least, most);
    }

    private static int longestLiteral(List<Part> parts) {
        int best = -1;
        int length = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Literal literal && literal.bytes.length > length) {
                best = i;
                length = literal.bytes.length;
            }
        }
        Preconditions.check(best >= 0, "shape", parts.size() + " runs", "must have a literal to be found by");
        return best;
    }

    byte[] anchor() {
        return ((Literal) parts.get(anchor)).bytes.clone();
    }

    /** Matches around the anchor that starts at {@code anchorStart}. */
    @Nullable
    Span matchAt(Text text, int anchorStart) {
        int start = startOf(text, anchorStart);
        int end = start < 0 ? -1 : endOf(text, anchorStart);
        return end < 0 ? null : new Span(start, end);
    }

    private int startOf(Text text, int anchorStart) {
        int at = anchorStart;
        for (int i = anchor - 1; i >= 0 && at >= 0; i--) {
            at = before(text, parts.get(i), at);
        }
        boolean starts =
                at >= 0 && Words.startAt(text, at) && (Words.escapeBefore(text, at) || !continues(text, at - 1));
        return starts ? at : -1;
    }

    /** Whether the byte before a candidate belongs to the run that the candidate begins with, or to a long one in it. */
    private boolean continues(Text text, int before) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Run run && (i == 0 || run.most > LONG_RUN) && text.holds(run.members, before)) {
                return true;
            }
        }
        return false;
    }

    private static int before(Text text, Part part, int at) {
        if (part instanceof Run run) {
            int length = text.runBefore(run.members, at, run.most);
            return length < run.least ? -1 : at - length;
        }
        byte[] literal = ((Literal) part).bytes;
        return text.startsWith(literal, at - literal.length) ? at - literal.length : -1;
    }

    private int endOf(Text text, int anchorStart) {
        int at = anchorStart;
        for (int i = anchor; i < parts.size() && at >= 0; i++) {
            at = after(text, parts.get(i), at);
        }
        if (at < 0 || text.holds(ByteClass.ALNUM, at) || text.holds(lastClass(), at)) {
            return -1;
        }
        return at;
    }

    private static int after(Text text, Part part, int at) {
        if (part instanceof Run run) {
            int length = text.run(run.members, at, run.most);
            return length < run.least ? -1 : at + length;
        }
        byte[] literal = ((Literal) part).bytes;
        return text.startsWith(literal, at) ? at + literal.length : -1;
    }

    private ByteClass lastClass() {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i) instanceof Run run) {
                return run.members;
            }
        }
        return ByteClass.ALNUM;
    }

    /** Where the public prefix of a match ends: the literal that the shape begins with, if it begins with one. */
    int prefixLength() {
        return parts.get(0) instanceof Literal literal ? literal.bytes.length : 0;
    }

    /** The size of the widest class in the shape: how many values a byte of the secret part can have. */
    int alphabet() {
        int widest = 1;
        for (Part part : parts) {
            if (part instanceof Run run) {
                widest = Math.max(widest, run.members.size());
            }
        }
        return widest;
    }

    /** The notation that it was read from. */
    @Override
    public String toString() {
        return notation;
    }
}
