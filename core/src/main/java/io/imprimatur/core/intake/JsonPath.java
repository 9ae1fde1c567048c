package io.imprimatur.core.intake;

import com.fasterxml.jackson.core.JsonStreamContext;
import io.imprimatur.core.document.Path;

/** Where a parser stands, in the words of every other error: {@code runs[0].results[3].level}. */
final class JsonPath {
    private JsonPath() {}

    static String of(JsonStreamContext context) {
        return path(context).toString();
    }

    private static Path path(JsonStreamContext context) {
        JsonStreamContext parent = context.getParent();
        Path outer = parent == null ? Path.ROOT : path(parent);
        if (context.inObject() && context.getCurrentName() != null) {
            return outer.key(context.getCurrentName());
        }
        return context.inArray() && context.hasCurrentIndex() ? outer.index(context.getCurrentIndex()) : outer;
    }
}
