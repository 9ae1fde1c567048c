package io.imprimatur.core.json.value;

import io.imprimatur.core.document.Limits;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonBoolean;
import io.imprimatur.core.json.value.JsonValue.JsonDouble;
import io.imprimatur.core.json.value.JsonValue.JsonInteger;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Printable;

/** Scalars and empty values as JSON text, by RFC 8785, section 3.2.2. */
final class JsonText {

    private JsonText() {}

    /** Refuses to write what {@link Limits#RECORDED} would not read back. */
    static void requireReadable(int depth) {
        int deepest = Limits.RECORDED.depth();
        Preconditions.check(depth <= deepest, "depth", depth, "must be at most " + deepest);
    }

    /**
     * Appends a value that has no parts.
     *
     * @param escapesHidden whether characters that cannot be seen become escapes, beyond those that must
     */
    static void appendScalar(JsonValue value, boolean escapesHidden, StringBuilder out) {
        if (value instanceof JsonString string) {
            appendQuoted(string.value(), escapesHidden, out);
        } else if (value instanceof JsonInteger integer) {
            out.append(integer.value());
        } else if (value instanceof JsonDouble number) {
            out.append(EcmaScriptNumber.toString(number.value()));
        } else if (value instanceof JsonBoolean flag) {
            out.append(flag.value());
        } else if (value instanceof JsonObject) {
            out.append("{}");
        } else if (value instanceof JsonArray) {
            out.append("[]");
        } else {
            out.append("null");
        }
    }

    static void appendQuoted(String text, boolean escapesHidden, StringBuilder out) {
        out.append('"');
        int plain = plain(text);
        out.append(text, 0, plain);
        for (int offset = plain; offset < text.length(); ) {
            int character = text.codePointAt(offset);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (character < ' ' || (escapesHidden && !Printable.prints(character))) {
                        appendEscaped(character, out);
                    } else {
                        out.appendCodePoint(character);
                    }
                }
            }
            offset += Character.charCount(character);
        }
        out.append('"');
    }

    /** How many characters at the beginning stand for themselves in every JSON text: mostly all of them. */
    private static int plain(String text) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        return plain;
    }

    static boolean isPlain(char character) {
        return character >= ' ' && character <= '~' && character != '"' && character != '\\';
    }

    private static void appendEscaped(int character, StringBuilder out) {
        for (char unit : Character.toChars(character)) {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                out.append(Character.forDigit(unit >> shift & 0xF, 16));
            }
        }
    }
}
