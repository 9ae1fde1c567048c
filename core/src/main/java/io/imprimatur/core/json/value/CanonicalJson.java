package io.imprimatur.core.json.value;

import io.imprimatur.change.Digest;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonDouble;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.error.Preconditions;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;

/**
 * The canonical form of a JSON value by the JSON Canonicalization Scheme, RFC 8785: UTF-8, no white space, members
 * sorted by the UTF-16 code units of their keys, numbers as ECMAScript prints them.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** The canonical form. */
    public static byte[] bytes(JsonValue value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new CanonicalWriter(bytes::write).value(value).end();
        return bytes.toByteArray();
    }

    /** The digest of the canonical form. Refuses floating point, on which no two programs need agree. */
    public static Digest sha256(JsonValue value) {
        Preconditions.check(!holdsDouble(value), "number", null, "must not be floating point in what is digested");
        MessageDigest digest = Digest.start();
        new CanonicalWriter(digest::update).value(value).end();
        return Digest.of(digest);
    }

    private static boolean holdsDouble(JsonValue value) {
        if (value instanceof JsonObject object) {
            return anyHoldsDouble(object.members().values());
        }
        if (value instanceof JsonArray array) {
            return anyHoldsDouble(array.items());
        }
        return value instanceof JsonDouble;
    }

    private static boolean anyHoldsDouble(Iterable<JsonValue> values) {
        for (JsonValue value : values) {
            if (holdsDouble(value)) {
                return true;
            }
        }
        return false;
    }
}
