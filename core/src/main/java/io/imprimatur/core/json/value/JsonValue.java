package io.imprimatur.core.json.value;

import io.imprimatur.error.Preconditions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value to be written. Immutable, and always valid I-JSON (RFC 7493): text is well-formed Unicode, no key
 * stands twice in an object, integers are exact in every reader and doubles are finite. What is not is refused when the
 * value is made.
 */
public sealed interface JsonValue {

    /** Members by key, in the order in which they were put. */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {

        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            members.keySet().forEach(JsonValue::requireWellFormed);
        }

        /** An object to be put together. */
        public static Builder builder() {
            return new Builder();
        }

        /** Takes each key once. */
        public static final class Builder {

            private final Map<String, JsonValue> members = new LinkedHashMap<>();

            private Builder() {}

            /** Adds a member. */
            public Builder put(String key, JsonValue value) {
                Preconditions.check(members.putIfAbsent(key, value) == null, "key", key, "must be put once");
                return this;
            }

            /** Adds a text. */
            public Builder put(String key, String value) {
                return put(key, new JsonString(value));
            }

            /** Adds a whole number. */
            public Builder put(String key, long value) {
                return put(key, new JsonInteger(value));
            }

            /** Adds true or false. */
            public Builder put(String key, boolean value) {
                return put(key, new JsonBoolean(value));
            }

            /** Adds the list of what is made of some values; leaves the key out where there is none. */
            public <T> Builder putUnlessEmpty(
                    String key, List<T> values, Function<? super T, ? extends JsonValue> writer) {
                return values.isEmpty() ? this : put(key, JsonArray.of(values, writer));
            }

            /** Adds the text that a value prints as; leaves the key out where there is none. */
            public Builder putIfPresent(String key, @Nullable Object value) {
                return value == null ? this : put(key, value.toString());
            }

            /** Adds what a value is written as; leaves the key out where there is none. */
            public <T> Builder putIfPresent(String key, @Nullable T value, Function<T, ? extends JsonValue> writer) {
                return value == null ? this : put(key, writer.apply(value));
            }

            /** The object as put together so far. */
            public JsonObject build() {
                return new JsonObject(members);
            }
        }
    }

    /** Items in order. */
    record JsonArray(List<JsonValue> items) implements JsonValue {

        public JsonArray {
            items = List.copyOf(items);
        }

        /** The text that each element prints as. */
        public static JsonArray ofTexts(Iterable<?> elements) {
            List<JsonValue> items = new ArrayList<>();
            for (Object element : elements) {
                items.add(new JsonString(element.toString()));
            }
            return new JsonArray(items);
        }

        /** One item for each element. */
        public static <T> JsonArray of(Iterable<T> elements, Function<? super T, ? extends JsonValue> item) {
            List<JsonValue> items = new ArrayList<>();
            for (T element : elements) {
                items.add(item.apply(element));
            }
            return new JsonArray(items);
        }
    }

    /** Text without lone surrogates. */
    record JsonString(String value) implements JsonValue {

        public JsonString {
            requireWellFormed(value);
        }
    }

    /** A whole number from -(2^53 - 1) to 2^53 - 1. */
    record JsonInteger(long value) implements JsonValue {

        private static final long LARGEST = (1L << 53) - 1;

        public JsonInteger {
            Preconditions.check(value >= -LARGEST && value <= LARGEST, "integer", value, "must be within 2^53 - 1");
        }
    }

    /** A finite number in floating point; nothing that is digested holds one. */
    record JsonDouble(double value) implements JsonValue {

        public JsonDouble {
            Preconditions.check(Double.isFinite(value), "number", value, "must be finite");
        }
    }

    /** True or false. */
    record JsonBoolean(boolean value) implements JsonValue {}

    /** Null. */
    enum JsonNull implements JsonValue {
        NULL
    }

    private static void requireWellFormed(String text) {
        // A loop and not a stream: each text of all that is digested passes here.
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                Preconditions.check(pair, "text", text, "must not hold half of a surrogate pair");
                i++;
            }
        }
    }
}
