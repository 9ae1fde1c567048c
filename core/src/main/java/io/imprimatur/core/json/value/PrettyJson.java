package io.imprimatur.core.json.value;

import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import java.util.Map;

/**
 * A JSON value for people: two spaces a level, members in their own order, and every character that cannot be seen as
 * an escape, so that no text can play with the terminal it is shown on. The same value gives the same text.
 */
public final class PrettyJson {

    private PrettyJson() {}

    /** The text, ending in a line feed. */
    public static String text(JsonValue value) {
        StringBuilder out = new StringBuilder();
        append(value, 0, out);
        return out.append('\n').toString();
    }

    private static void append(JsonValue value, int depth, StringBuilder out) {
        JsonText.requireReadable(depth);
        if (value instanceof JsonObject object && !object.members().isEmpty()) {
            char separator = '{';
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                newLine(out.append(separator), depth + 1);
                JsonText.appendQuoted(member.getKey(), true, out);
                out.append(": ");
                append(member.getValue(), depth + 1, out);
                separator = ',';
            }
            newLine(out, depth).append('}');
        } else if (value instanceof JsonArray array && !array.items().isEmpty()) {
            char separator = '[';
            for (JsonValue item : array.items()) {
                newLine(out.append(separator), depth + 1);
                append(item, depth + 1, out);
                separator = ',';
            }
            newLine(out, depth).append(']');
        } else {
            JsonText.appendScalar(value, true, out);
        }
    }

    private static StringBuilder newLine(StringBuilder out, int depth) {
        return out.append('\n').append("  ".repeat(depth));
    }
}
