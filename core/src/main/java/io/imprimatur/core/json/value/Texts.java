package io.imprimatur.core.json.value;

import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The texts of a JSON value. Keys are none of them. Pure. */
public final class Texts {
    private Texts() {}

    /** The same value with each text put through a function, in the order in which they stand. */
    public static JsonValue map(JsonValue value, UnaryOperator<String> texts) {
        if (value instanceof JsonString string) {
            return new JsonString(texts.apply(string.value()));
        }
        if (value instanceof JsonArray array) {
            return JsonArray.of(array.items(), item -> map(item, texts));
        }
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((key, member) -> members.put(key, map(member, texts)));
            return new JsonObject(members);
        }
        return value;
    }
}
