package io.imprimatur.change;

import io.imprimatur.error.Preconditions;
import java.util.Locale;

/**
 * A {@code Key: value} line at the end of a commit message, as {@code git interpret-trailers --parse} reads it.
 *
 * @param key as written; compare with {@link #hasKey}
 * @param value with continuation lines joined by a space
 */
public record Trailer(String key, String value) {
    public Trailer {
        Preconditions.text(key, "key", 1000);
        Preconditions.wellFormed(value, "value");
    }

    /** Whether this is the key, without regard to case. */
    public boolean hasKey(String other) {
        return key.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
