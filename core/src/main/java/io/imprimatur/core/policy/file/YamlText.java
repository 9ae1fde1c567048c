package io.imprimatur.core.policy.file;

import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A JSON value as YAML for people: mappings in blocks, short lists of scalars on one line, and quotes only where they are
 * needed. What is quoted is written as JSON would, which YAML 1.2 reads alike.
 */
public final class YamlText {
    private static final int WIDTH = 100;

    /** Words that some version of YAML takes for true, false or null. */
    private static final Set<String> RESERVED = Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private YamlText() {}

    /** The text. */
    public static String of(JsonObject object) {
        StringBuilder out = new StringBuilder();
        mapping(object, "", out);
        return out.toString();
    }

    /** The members, the first where the writer stands and the others on lines of their own. */
    private static void mapping(JsonObject object, String indent, StringBuilder out) {
        String before = "";
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            out.append(before).append(scalar(member.getKey())).append(':');
            value(member.getValue(), indent, out);
            before = indent;
        }
    }

    private static void value(JsonValue value, String indent, StringBuilder out) {
        String inner = indent + "  ";
        if (value instanceof JsonObject object && !object.members().isEmpty()) {
            out.append('\n').append(inner);
            mapping(object, inner, out);
        } else if (value instanceof JsonArray array && !fitsOnALine(array.items())) {
            out.append('\n');
            for (JsonValue item : array.items()) {
                out.append(inner).append("-");
                if (item instanceof JsonObject object && !object.members().isEmpty()) {
                    out.append(' ');
                    mapping(object, inner + "  ", out);
                } else {
                    value(item, inner, out);
                }
            }
        } else {
            out.append(' ').append(inline(value)).append('\n');
        }
    }

    private static boolean fitsOnALine(List<JsonValue> items) {
        int width = 0;
        for (JsonValue item : items) {
            if (item instanceof JsonObject || item instanceof JsonArray) {
                return false;
            }
            width += inline(item).length() + 2;
        }
        return width <= WIDTH;
    }

    /** The value on one line, to stand within others. */
    public static String inline(JsonValue value) {
        if (value instanceof JsonString string) {
            return scalar(string.value());
        }
        if (value instanceof JsonArray array) {
            StringBuilder list = new StringBuilder("[");
            for (JsonValue item : array.items()) {
                list.append(list.length() == 1 ? "" : ", ").append(inline(item));
            }
            return list.append(']').toString();
        }
        if (value instanceof JsonObject object && !object.members().isEmpty()) {
            StringBuilder map = new StringBuilder("{ ");
            object.members()
                    .forEach((key, member) -> map.append(map.length() == 2 ? "" : ", ")
                            .append(scalar(key))
                            .append(": ")
                            .append(inline(member)));
            return map.append(" }").toString();
        }
        return json(value);
    }

    private static String scalar(String text) {
        return isPlain(text) ? text : json(new JsonString(text));
    }

    private static String json(JsonValue value) {
        return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
    }

    /** Whether a text needs no quotes: it begins with a letter, and holds nothing that could mean something in YAML. */
    private static boolean isPlain(String text) {
        if (text.isEmpty() || !isLetter(text.charAt(0)) || text.endsWith(" ")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean digit = character >= '0' && character <= '9';
            if (!isLetter(character) && !digit && " ._/-;()'".indexOf(character) < 0) {
                return false;
            }
        }
        return !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }
}
