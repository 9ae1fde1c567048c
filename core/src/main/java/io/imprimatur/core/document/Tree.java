package io.imprimatur.core.document;

import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree from the events, refusing on the way what a document must not hold.
 *
 * <p>A refused scalar stays in the tree as the text it was written as, and a refused key takes its value with it, so
 * that reading goes on and everything wrong is told at once.
 */
final class Tree {

    private final Events events;
    private final Limits limits;
    private final Report report;
    private int nodes;

    Tree(Events events, Limits limits, Report report) {
        this.events = events;
        this.limits = limits;
        this.report = report;
    }

    Node read() {
        Event first = events.next();
        if (first.kind() == Event.Kind.DOCUMENT) {
            if (!first.text().isEmpty()) {
                refuse(
                        first,
                        Path.ROOT,
                        "directives are refused",
                        first.text(),
                        "leave it out: the file is read as YAML 1.2");
            }
            first = events.next();
        }
        if (first.kind() == Event.Kind.FINISH || isNothing(first)) {
            throw unreadable(first, "must not be empty", "write a document");
        }
        Node root = node(first, Path.ROOT, 0);
        Event last = events.next();
        if (last.kind() != Event.Kind.FINISH) {
            throw unreadable(last, "must be one document, and a second begins", "keep one document in a file");
        }
        return root;
    }

    private static boolean isNothing(Event event) {
        return event.kind() == Event.Kind.SCALAR
                && event.plain()
                && event.text().isEmpty()
                && event.anchor() == null
                && event.tag() == null;
    }

    private Node node(Event event, Path path, int depth) {
        if (++nodes > limits.nodes()) {
            throw unreadable(event, "must hold at most " + limits.nodes() + " values", "split or shorten the document");
        }
        refuseProperties(event, path);
        return switch (event.kind()) {
            case MAPPING -> mapping(event.position(), path, deeper(event, depth));
            case SEQUENCE -> sequence(event.position(), path, deeper(event, depth));
            case ALIAS -> alias(event, path);
            default -> scalar(event, path);
        };
    }

    private int deeper(Event event, int depth) {
        if (depth == limits.depth()) {
            throw unreadable(event, "must be nested at most " + limits.depth() + " deep", "flatten the document");
        }
        return depth + 1;
    }

    private Node sequence(Position position, Path path, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.kind() != Event.Kind.END; event = events.next()) {
            items.add(node(event, path.index(items.size()), depth));
        }
        return new Node.Sequence(items, position, path);
    }

    private Node mapping(Position position, Path path, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        for (Event event = events.next(); event.kind() != Event.Kind.END; event = events.next()) {
            String key = key(event, path, depth);
            Path place = path.key(key == null ? "?" : key);
            Position earlier = key == null ? null : seen.putIfAbsent(key, event.position());
            if (earlier != null) {
                refuseDuplicate(event, place, earlier);
            }
            Node value = node(events.next(), place, depth);
            if (key != null && earlier == null) {
                entries.add(new Node.Entry(key, event.position(), value));
            }
        }
        return new Node.Mapping(entries, position, path);
    }

    /** The key that an event is, or null, and a problem, where it is none. */
    private @Nullable String key(Event event, Path path, int depth) {
        if (event.kind() != Event.Kind.SCALAR) {
            node(event, path, depth);
            if (event.kind() != Event.Kind.ALIAS) {
                refuse(event, path, "keys must be text", null, "write a plain word as the key");
            }
            return null;
        }
        String text = event.text();
        refuseProperties(event, path);
        refuseCharacters(event, path);
        if (event.plain() && text.equals("<<")) {
            refuse(event, path, "merge keys are refused", text, "write the merged entries out");
            return null;
        }
        if (event.plain() && !(Scalars.resolve(text, event.position(), path) instanceof Node.Text)) {
            refuse(
                    event,
                    path,
                    "keys must be text",
                    text,
                    text.isEmpty() ? "write a plain word as the key" : "put it between quotes: \"" + text + "\"");
            return null;
        }
        return text;
    }

    private void refuseDuplicate(Event key, Path place, Position earlier) {
        String where = "line " + earlier.line() + ", column " + earlier.column();
        refuse(key, place, "keys must be unique, and this one stands at " + where, key.text(), "keep one of the two");
    }

    private Node alias(Event event, Path path) {
        String written = "*" + event.text();
        refuse(
                event,
                path,
                "aliases are refused",
                written,
                "write the value out, or put text that begins with '*' between quotes");
        return new Node.Text(written, event.position(), path);
    }

    private Node scalar(Event event, Path path) {
        String text = event.text();
        if (event.plain()) {
            Node node = Scalars.resolve(text, event.position(), path);
            if (node instanceof Node.Number && !Scalars.isInRange(text)) {
                refuse(
                        event,
                        path,
                        "numbers must be within the range of a double, in at most 64 characters",
                        text,
                        "write a number in range, or put text between quotes");
                return new Node.Text(text, event.position(), path);
            }
            return node;
        }
        refuseCharacters(event, path);
        return new Node.Text(text, event.position(), path);
    }

    private void refuseProperties(Event event, Path path) {
        if (event.anchor() != null) {
            refuse(
                    event,
                    path,
                    "anchors are refused",
                    "&" + event.anchor(),
                    "leave it out, or put text that begins with '&' between quotes");
        }
        if (event.tag() != null) {
            refuse(
                    event,
                    path,
                    "tags are refused",
                    event.tag(),
                    "leave it out, or put text that begins with '!' between quotes");
        }
    }

    /** Characters that only an escape can bring in: those that stand in the text as they are were refused before. */
    private void refuseCharacters(Event event, Path path) {
        int lone = loneSurrogate(event.text());
        if (lone >= 0) {
            String name = Hidden.name(event.text().charAt(lone));
            refuse(event, path, "surrogates must come in pairs", name, "write the whole character");
        }
        int hidden = limits.hidden() ? -1 : Hidden.indexIn(event.text());
        if (hidden >= 0) {
            report.add(Hidden.problem(event.text().codePointAt(hidden))
                    .at(event.position())
                    .field(path.field()));
        }
    }

    private void refuse(Event event, Path path, String what, @Nullable String value, String remedy) {
        report.add(Problem.of(what)
                .at(event.position())
                .field(path.field())
                .value(value)
                .remedy(remedy));
    }

    private static UnreadableException unreadable(Event event, String what, String remedy) {
        return new UnreadableException(Problem.of(what).at(event.position()).remedy(remedy));
    }

    private static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
