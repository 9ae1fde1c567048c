package io.imprimatur.secrets;

import io.imprimatur.error.Preconditions;

/** The bytes from {@code start} up to, but not including, {@code end}. */
record Span(int start, int end) {
    Span {
        Preconditions.check(start >= 0, "start", start, "must not be negative");
        Preconditions.check(end > start, "end", end, "must be after the start, " + start);
    }

    int length() {
        return end - start;
    }
}
