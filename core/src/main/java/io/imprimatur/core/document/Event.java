package io.imprimatur.core.document;

import io.imprimatur.error.Position;
import org.jspecify.annotations.Nullable;

/**
 * One step through a document.
 *
 * @param text the text of a scalar, the name of an alias, the directive that opens a document; else empty
 * @param plain whether a scalar stands without quotes, so that it may be a number, true, false or null
 */
record Event(
        Kind kind,
        Position position,
        String text,
        boolean plain,
        @Nullable String anchor,
        @Nullable String tag) {

    enum Kind {
        /** A document begins; JSON has no such mark. */
        DOCUMENT,
        MAPPING,
        SEQUENCE,
        /** The innermost mapping or sequence ends. */
        END,
        SCALAR,
        ALIAS,
        /** The text ends. */
        FINISH
    }

    static Event of(Kind kind, Position position) {
        return new Event(kind, position, "", false, null, null);
    }

    static Event scalar(String text, boolean plain, Position position) {
        return new Event(Kind.SCALAR, position, text, plain, null, null);
    }
}
