package io.imprimatur.core.report;

import io.imprimatur.error.Printable;

/** A page of text under the pen. Whatever is put on it is made printable first. Not thread-safe. */
final class Page {
    /** A longer piece is cut: nobody reads on, and one hostile message must not push the rest off the screen. */
    static final int MAX_PIECE = 500;

    private final StringBuilder text = new StringBuilder();
    private final boolean colour;

    Page(boolean colour) {
        this.colour = colour;
    }

    Page put(Ink ink, String piece) {
        String safe = Printable.of(piece, MAX_PIECE);
        text.append(colour ? ink.on(safe) : safe);
        return this;
    }

    Page put(String piece) {
        return put(Ink.PLAIN, piece);
    }

    Page endLine() {
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
