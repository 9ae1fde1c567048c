package io.imprimatur.core.json.value;

import io.imprimatur.core.document.Limits;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonInteger;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.error.Preconditions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the canonical form of RFC 8785 piece by piece, so that what is large need not become a tree first. The
 * members of an object have to come in the order of their keys, by UTF-16 code units; what does not is refused. Whoever
 * writes ends what he begins, then calls {@link #end}. Not thread-safe.
 */
public final class CanonicalWriter {
    /** Takes what was written, some bytes at a time. */
    @FunctionalInterface
    public interface Sink {
        /** Takes bytes; the array is used again after that. */
        void take(byte[] bytes, int offset, int length);
    }

    private final Sink sink;
    private final byte[] buffer = new byte[1 << 13];
    private int size;

    private int depth;
    /** At each depth the key that was written last; null in an array. */
    private final @Nullable String[] keys = new String[Limits.RECORDED.depth() + 2];
    /** At each depth whether something was written there. */
    private final boolean[] begun = new boolean[keys.length];

    private boolean afterKey;

    public CanonicalWriter(Sink sink) {
        this.sink = sink;
    }

    public CanonicalWriter beginObject() {
        return begin('{', "");
    }

    public CanonicalWriter endObject() {
        return end('}');
    }

    public CanonicalWriter beginArray() {
        return begin('[', null);
    }

    public CanonicalWriter endArray() {
        return end(']');
    }

    /** The key of the value that comes next. */
    public CanonicalWriter key(String key) {
        String before = keys[depth];
        Preconditions.check(
                before != null && (before.compareTo(key) < 0 || !begun[depth]),
                "key",
                key,
                "must stand in an object, after a smaller one");
        separate();
        keys[depth] = key;
        quoted(key);
        put(':');
        afterKey = true;
        return this;
    }

    public CanonicalWriter text(String text) {
        separate();
        quoted(text);
        return this;
    }

    public CanonicalWriter number(long number) {
        separate();
        ascii(Long.toString(new JsonInteger(number).value()));
        return this;
    }

    public CanonicalWriter flag(boolean flag) {
        separate();
        ascii(flag ? "true" : "false");
        return this;
    }

    /** A member that is a text. */
    public CanonicalWriter member(String key, String text) {
        return key(key).text(text);
    }

    /** A member that is the text that something prints as; nothing where it is absent. */
    public CanonicalWriter memberIfPresent(String key, @Nullable Object value) {
        return value == null ? this : key(key).text(value.toString());
    }

    /** A member that is a whole number. */
    public CanonicalWriter member(String key, long number) {
        return key(key).number(number);
    }

    /** A member that is a list of the texts that some things print as. */
    public CanonicalWriter member(String key, Iterable<?> texts) {
        key(key).beginArray();
        for (Object text : texts) {
            text(text.toString());
        }
        return endArray();
    }

    /** A whole value, its members in any order. */
    public CanonicalWriter value(JsonValue value) {
        if (value instanceof JsonObject object) {
            beginObject();
            // Strings compare by UTF-16 code units, which is the order that the RFC asks for.
            for (Map.Entry<String, JsonValue> member : new TreeMap<>(object.members()).entrySet()) {
                key(member.getKey()).value(member.getValue());
            }
            return endObject();
        }
        if (value instanceof JsonArray array) {
            beginArray();
            for (JsonValue item : array.items()) {
                value(item);
            }
            return endArray();
        }
        if (value instanceof JsonString string) {
            return text(string.value());
        }
        separate();
        StringBuilder scalar = new StringBuilder();
        JsonText.appendScalar(value, false, scalar);
        ascii(scalar.toString());
        return this;
    }

    /** Gives the sink what it has not yet. */
    public void end() {
        sink.take(buffer, 0, size);
        size = 0;
    }

    private CanonicalWriter begin(char bracket, @Nullable String key) {
        separate();
        put(bracket);
        depth++;
        keys[depth] = key;
        begun[depth] = false;
        return this;
    }

    private CanonicalWriter end(char bracket) {
        put(bracket);
        depth--;
        return this;
    }

    private void separate() {
        JsonText.requireReadable(depth);
        if (afterKey) {
            afterKey = false;
        } else {
            if (begun[depth]) {
                put(',');
            }
            begun[depth] = true;
        }
    }

    /** Most texts are all characters that stand for themselves, each one byte. */
    private void quoted(String text) {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (!JsonText.isPlain(character)) {
                escaped(text.substring(i));
                break;
            }
            put(character);
        }
        put('"');
    }

    private void escaped(String rest) {
        StringBuilder out = new StringBuilder();
        JsonText.appendQuoted(new JsonString(rest).value(), false, out);
        byte[] bytes = out.substring(1, out.length() - 1).getBytes(StandardCharsets.UTF_8);
        end();
        sink.take(bytes, 0, bytes.length);
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(char ascii) {
        if (size == buffer.length) {
            end();
        }
        buffer[size++] = (byte) ascii;
    }
}
