package io.imprimatur.core.json.codec;

import io.imprimatur.core.document.Node;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of a document that is being read. A type is read by asking for each of its fields in the call of its
 * constructor: {@code new Person(in.text("name"), in.text("email"))}. What is wrong with a field is noted where it stands,
 * and a stand-in returned, so that the other fields are asked for too; the constructor may then say what it likes, nothing
 * comes of it. A key that nobody asked for is refused.
 */
public final class Fields {
    private final Node.Mapping object;
    private final Refusals refusals;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(Node.Mapping object, Refusals refusals) {
        this.object = object;
        this.refusals = refusals;
    }

    /** Reads a node as an object; what is wrong with it is noted, and a stand-in returned. */
    @SuppressWarnings("NullAway") // null is the stand-in, here and below
    public static <T> T read(Node node, Refusals refusals, Function<Fields, T> type) {
        if (!(node instanceof Node.Mapping object)) {
            refusals.add(node.problem("must be an object").value(shown(node)));
            return null;
        }
        Fields fields = new Fields(object, refusals);
        int before = refusals.count();
        try {
            T value = type.apply(fields);
            fields.refuseUnknown();
            return value;
        } catch (ImprimaturException refused) {
            fields.refuseUnknown();
            if (refusals.count() == before) {
                refused.problems().forEach(fields::refuse);
            }
            return null;
        }
    }

    /** A text. */
    public String text(String key) {
        return text(key, text -> text);
    }

    /** What a type makes of a text. */
    public <T> T text(String key, Function<String, T> type) {
        return value(key, node -> type.apply(text(node)));
    }

    /** A list of texts. */
    public List<String> texts(String key) {
        return texts(key, text -> text);
    }

    /** A list of what a type makes of texts. */
    public <T> List<T> texts(String key, Function<String, T> type) {
        return value(key, node -> items(node, item -> type.apply(text(item))));
    }

    /** An object. */
    public <T> T object(String key, Function<Fields, T> type) {
        return value(key, node -> object(node, type));
    }

    /** A list of objects. */
    public <T> List<T> objects(String key, Function<Fields, T> type) {
        return list(key, node -> object(node, type));
    }

    /** A list of what is made of its items. */
    public <T> List<T> list(String key, Function<Node, T> item) {
        return value(key, node -> items(node, item));
    }

    /** One of the constants of an enum, in lower case with hyphens. */
    public <E extends Enum<E>> E constant(String key, Class<E> type) {
        return text(key, text -> Words.constant(type, text));
    }

    /** True or false. */
    public boolean flag(String key) {
        Boolean flag = value(key, Fields::flag);
        return flag != null && flag;
    }

    /** A whole number that an {@code int} holds. */
    public int number(String key) {
        return (int) whole(key, Integer.MAX_VALUE);
    }

    /** A whole number within ± {@code most}. */
    public long whole(String key, long most) {
        Long whole = value(key, node -> whole(node, most));
        return whole == null ? 0 : whole;
    }

    /** What {@code reader} makes of a key, null where the key is left out. */
    public <T> @Nullable T optional(String key, Function<String, T> reader) {
        asked.add(key);
        return object.get(key) == null ? null : reader.apply(key);
    }

    /** As {@link #optional}, and an empty list where the key is left out. */
    public <T> List<T> optionalList(String key, Function<String, List<T>> reader) {
        List<T> list = optional(key, reader);
        return list == null ? List.of() : list;
    }

    /** What {@code reader} makes of the node at a key. */
    @SuppressWarnings("NullAway")
    public <T> T value(String key, Function<Node, T> reader) {
        asked.add(key);
        Node node = object.get(key);
        if (node == null) {
            refusals.add(object.problem("must be given")
                    .field(object.path().key(key).field())
                    .remedy("add the key " + key));
            return null;
        }
        return guarded(node, reader);
    }

    /** Which form the object has, by the constant at a key. Where it has none, nothing else can be read. */
    public <E extends Enum<E>> E form(String key, Class<E> type) {
        E form = constant(key, type);
        if (form == null) {
            object.entries().forEach(entry -> asked.add(entry.key()));
        }
        return given(form);
    }

    /** Which form the object has, by the one key that it has of these. Where it has none, nothing else can be read. */
    public String form(List<String> keys) {
        asked.addAll(keys);
        List<String> given = keys.stream().filter(this::has).toList();
        if (given.size() != 1) {
            object.entries().forEach(entry -> asked.add(entry.key()));
            throw Words.refusal("must have one of the keys " + String.join(", ", keys) + ", and one alone", null);
        }
        return given.get(0);
    }

    /** Refuses a document of another schema; nothing else of it is read then. */
    public void requireSchema(String schema) {
        String given = text("schema", text -> {
            if (!text.equals(schema)) {
                throw new ImprimaturException(
                        ErrorCode.INVALID_VALUE,
                        Problem.of("must be " + schema)
                                .value(text)
                                .remedy("read it as what it is, with a release that knows its version"));
            }
            return text;
        });
        if (given == null) {
            object.entries().forEach(entry -> asked.add(entry.key()));
        }
        given(given);
    }

    /** Whether the object has a key. */
    public boolean has(String key) {
        return object.get(key) != null;
    }

    /** A value without which nothing can be made of the object. Asked for last: where it was refused, reading ends. */
    static <T> T given(T value) {
        return Preconditions.notNull(value, "a part of it");
    }

    /** Notes a problem with the object, which names a field of it or none. */
    public void refuse(Problem problem) {
        // A type names its own fields, such as findings.scanner: here they are keys.
        String field = problem.field();
        Node node = field == null ? null : object.get(field.split("[.\\[]", 2)[0]);
        if (node != null) {
            refusals.add(problem.at(node.position()).field(node.path().field()));
        } else {
            String message = field == null ? problem.message() : field + " " + problem.message();
            refusals.add(object.problem(message).value(problem.value()).remedy(problem.remedy()));
        }
    }

    /** A node as an object. */
    <T> T object(Node node, Function<Fields, T> type) {
        return read(node, refusals, type);
    }

    /** A node as a list. */
    <T> List<T> items(Node node, Function<Node, T> item) {
        if (!(node instanceof Node.Sequence sequence)) {
            throw wrong(node, "must be a list", "put it between [ and ]");
        }
        List<T> items = new ArrayList<>(sequence.items().size());
        for (Node each : sequence.items()) {
            items.add(guarded(each, item));
        }
        return items;
    }

    /** A node as a text. */
    static String text(Node node) {
        if (node instanceof Node.Text text) {
            return text.value();
        }
        boolean quotable = node instanceof Node.Number || node instanceof Node.Flag;
        throw wrong(node, "must be a text", quotable ? "put it between quotes" : null);
    }

    /** A node as a whole number within ± {@code most}. */
    static long whole(Node node, long most) {
        OptionalLong whole = node instanceof Node.Number number ? Words.whole(number.source()) : OptionalLong.empty();
        if (whole.isPresent() && Math.abs(whole.getAsLong()) <= most) {
            return whole.getAsLong();
        }
        throw wrong(node, "must be a whole number of at most " + most, unquote(node));
    }

    private static boolean flag(Node node) {
        if (node instanceof Node.Flag flag) {
            return flag.value();
        }
        throw wrong(node, "must be true or false", unquote(node));
    }

    /** Says that a node is not what it must be; whoever reads the node notes it. */
    static ImprimaturException wrong(Node node, String rule, @Nullable String remedy) {
        return new ImprimaturException(
                ErrorCode.INVALID_VALUE, Problem.of(rule).value(shown(node)).remedy(remedy));
    }

    private static @Nullable String unquote(Node node) {
        return node instanceof Node.Text ? "leave the quotes out" : null;
    }

    @SuppressWarnings("NullAway")
    private <T> T guarded(Node node, Function<Node, T> reader) {
        if (node instanceof Node.Null) {
            refusals.add(node.problem("must not be null").remedy("leave out the key of what is absent"));
            return null;
        }
        try {
            return reader.apply(node);
        } catch (ImprimaturException refused) {
            for (Problem problem : refused.problems()) {
                boolean placed = problem.position().isKnown();
                refusals.add(
                        placed
                                ? problem
                                : problem.at(node.position()).field(node.path().field()));
            }
            return null;
        }
    }

    private void refuseUnknown() {
        for (Node.Entry entry : object.entries()) {
            if (!asked.contains(entry.key())) {
                refusals.add(entry.value()
                        .problem("unknown key")
                        .at(entry.position())
                        .remedy("leave it out; known are " + String.join(", ", asked)));
            }
        }
    }

    private static String shown(Node node) {
        if (node instanceof Node.Text text) {
            return '"' + text.value() + '"';
        }
        if (node instanceof Node.Number number) {
            return number.source();
        }
        if (node instanceof Node.Flag flag) {
            return Boolean.toString(flag.value());
        }
        return node instanceof Node.Mapping ? "an object" : node instanceof Node.Sequence ? "a list" : "null";
    }
}
