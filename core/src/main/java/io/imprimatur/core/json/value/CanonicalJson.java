package io.imprimatur.core.json.value;

import io.imprimatur.change.Digest;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonDouble;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.error.Preconditions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical form of a JSON value by the JSON Canonicalization Scheme, RFC 8785: UTF-8, no white space, members
 * sorted by the UTF-16 code units of their keys, numbers as ECMAScript prints them.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** The canonical form. */
    public static byte[] bytes(JsonValue value) {
        StringBuilder out = new StringBuilder();
        append(value, 0, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The digest of the canonical form. Refuses floating point, on which no two programs need agree. */
    public static Digest sha256(JsonValue value) {
        byte[] canonical = bytes(value);
        Preconditions.check(!holdsDouble(value), "number", null, "must not be floating point in what is digested");
        return Digest.of(canonical);
    }

    private static void append(JsonValue value, int depth, StringBuilder out) {
        JsonText.requireReadable(depth);
        if (value instanceof JsonObject object && !object.members().isEmpty()) {
            // Strings compare by UTF-16 code units, which is the order that the RFC asks for.
            Map<String, JsonValue> sorted = new TreeMap<>(object.members());
            char separator = '{';
            for (Map.Entry<String, JsonValue> member : sorted.entrySet()) {
                out.append(separator);
                JsonText.appendQuoted(member.getKey(), false, out);
                out.append(':');
                append(member.getValue(), depth + 1, out);
                separator = ',';
            }
            out.append('}');
        } else if (value instanceof JsonArray array && !array.items().isEmpty()) {
            char separator = '[';
            for (JsonValue item : array.items()) {
                out.append(separator);
                append(item, depth + 1, out);
                separator = ',';
            }
            out.append(']');
        } else {
            JsonText.appendScalar(value, false, out);
        }
    }

    private static boolean holdsDouble(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.members().values().stream().anyMatch(CanonicalJson::holdsDouble);
        }
        if (value instanceof JsonArray array) {
            return array.items().stream().anyMatch(CanonicalJson::holdsDouble);
        }
        return value instanceof JsonDouble;
    }
}
