package io.imprimatur.core.json.value;

import io.imprimatur.core.document.DocumentReader;
import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonBoolean;
import io.imprimatur.core.json.value.JsonValue.JsonDouble;
import io.imprimatur.core.json.value.JsonValue.JsonInteger;
import io.imprimatur.core.json.value.JsonValue.JsonNull;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values from texts, so that what is written can be compared with what was read. */
final class JsonValues {

    private JsonValues() {}

    static JsonValue read(String text, Format format, Limits limits) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return of(DocumentReader.read(content, format, "text", limits, problem -> {
                    throw new AssertionError(problem + " in\n" + text);
                })
                .orElseThrow());
    }

    private static JsonValue of(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> members.put(entry.key(), of(entry.value())));
            return new JsonObject(members);
        }
        if (node instanceof Node.Sequence sequence) {
            return JsonArray.of(sequence.items(), JsonValues::of);
        }
        if (node instanceof Node.Text text) {
            return new JsonString(text.value());
        }
        if (node instanceof Node.Number number) {
            return number.source().matches("-?[0-9]{1,15}")
                    ? new JsonInteger(number.value().longValueExact())
                    : new JsonDouble(number.value().doubleValue());
        }
        return node instanceof Node.Flag flag ? new JsonBoolean(flag.value()) : JsonNull.NULL;
    }
}
