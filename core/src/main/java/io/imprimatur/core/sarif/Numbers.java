package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonStream;

/** Numbers as tools write them: some as text, some negative, some beyond an int. */
final class Numbers {
    private Numbers() {}

    /** An index into an array; -1 where there is none. */
    static int index(JsonStream json) {
        return Math.max(-1, number(json, -1));
    }

    /** A line or a column; 0 where there is none, negative where it cannot be. */
    static int place(JsonStream json) {
        return number(json, 0);
    }

    private static int number(JsonStream json, int absent) {
        if (json.kind() == JsonStream.Kind.TEXT) {
            String text = String.valueOf(json.text()).strip();
            return text.matches("-?[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        }
        if (json.kind() != JsonStream.Kind.NUMBER && json.kind() != JsonStream.Kind.NULL) {
            return -1;
        }
        long value = json.whole().orElse(absent);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }
}
