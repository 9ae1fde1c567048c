package io.imprimatur.core.document;

import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a document that knows where it stands. Immutable. */
public sealed interface Node {

    /** Where the node begins in the text. */
    Position position();

    /** The way to it from the root. */
    Path path();

    /** A problem with this node: knows its position and its path as the field, not yet its source. */
    default Problem problem(String message) {
        return Problem.of(message).at(position()).field(path().field());
    }

    /** What kind of node it is, for messages: {@code a mapping}, {@code text}, ... */
    String kind();

    /** Keys with their values, in the order of the text; no key twice. */
    record Mapping(List<Entry> entries, Position position, Path path) implements Node {

        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value under a key, or null where the mapping has no such key. */
        public @Nullable Node get(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key of a mapping, where it stands, and its value. */
    record Entry(String key, Position position, Node value) {}

    /** Items in the order of the text. */
    record Sequence(List<Node> items, Position position, Path path) implements Node {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Text, quoted or not. */
    record Text(String value, Position position, Path path) implements Node {
        @Override
        public String kind() {
            return "text";
        }
    }

    /**
     * A finite number in JSON's notation, exact.
     *
     * @param source the number as it was written, at most 64 characters and within the range of a double
     */
    @SuppressWarnings("JavaLangClash") // always written as Node.Number
    record Number(String source, Position position, Path path) implements Node {

        /** The exact value; trailing zeros are kept in its scale. */
        public BigDecimal value() {
            return new BigDecimal(source);
        }

        @Override
        public String kind() {
            return "a number";
        }
    }

    /** True or false. */
    record Flag(boolean value, Position position, Path path) implements Node {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    /** Nothing: null, or in YAML a value left out. */
    record Null(Position position, Path path) implements Node {
        @Override
        public String kind() {
            return "nothing";
        }
    }
}
