package io.imprimatur.core.json.codec;

import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactValue;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonBoolean;
import io.imprimatur.core.json.value.JsonValue.JsonInteger;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;

/** A fact of the embedder's. Its value is JSON's own text, whole number, flag or list of texts. */
public final class FactJson {
    private FactJson() {}

    public static JsonObject write(Fact fact) {
        return JsonObject.builder()
                .put("name", fact.name())
                .put("value", write(fact.value()))
                .put("source", fact.source())
                .build();
    }

    public static Fact read(Fields in) {
        return new Fact(in.text("name"), in.value("value", node -> readValue(node, in)), in.text("source"));
    }

    private static FactValue readValue(Node node, Fields in) {
        if (node instanceof Node.Text text) {
            return new FactValue.Text(text.value());
        }
        if (node instanceof Node.Number) {
            return new FactValue.Whole(Fields.whole(node, FactValue.Whole.MAX));
        }
        if (node instanceof Node.Flag flag) {
            return new FactValue.Flag(flag.value());
        }
        if (node instanceof Node.Sequence) {
            return new FactValue.Texts(in.items(node, Fields::text));
        }
        throw Fields.wrong(node, "must be a text, a whole number, true or false, or a list of texts", null);
    }

    private static JsonValue write(FactValue value) {
        if (value instanceof FactValue.Text text) {
            return new JsonString(text.value());
        }
        if (value instanceof FactValue.Whole whole) {
            return new JsonInteger(whole.value());
        }
        if (value instanceof FactValue.Flag flag) {
            return new JsonBoolean(flag.value());
        }
        return JsonArray.ofTexts(((FactValue.Texts) value).values());
    }
}
