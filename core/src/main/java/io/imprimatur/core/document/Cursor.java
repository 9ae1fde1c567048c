package io.imprimatur.core.document;

import io.imprimatur.error.Position;

/** Turns offsets into positions, walking forward over a text once. */
final class Cursor {

    private final CharSequence text;
    private int offset;
    private int line = 1;
    private int column = 1;

    Cursor(CharSequence text) {
        this.text = text;
    }

    /** The position of an offset in UTF-16 units, not before any asked for earlier. */
    Position at(int target) {
        int end = Math.min(target, text.length());
        for (; offset < end; offset++) {
            char c = text.charAt(offset);
            if (c == '\n' || (c == '\r' && !followedByLineFeed())) {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c)) {
                column++;
            }
        }
        return new Position(line, column);
    }

    private boolean followedByLineFeed() {
        return offset + 1 < text.length() && text.charAt(offset + 1) == '\n';
    }
}
