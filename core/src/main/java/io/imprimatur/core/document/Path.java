package io.imprimatur.core.document;

import io.imprimatur.error.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The way from the root of a document to a node, for messages: {@code rules[2].when.all[0].finding.severity}.
 *
 * <p>A key that is not a plain word is quoted, {@code scanners["acme.io/x"]}. Immutable; a path shares its beginning
 * with those of its siblings and is spelled only when asked for. A long key is cut.
 */
public final class Path {

    /** The path of the document itself; spelled as the empty text. */
    public static final Path ROOT = new Path(null, null, 0);

    private static final int LONGEST_SHOWN = 60;

    private final @Nullable Path parent;
    private final @Nullable String key;
    private final int index;

    private Path(@Nullable Path parent, @Nullable String key, int index) {
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    /** The path of the value under a key of the mapping at this path. */
    public Path key(String name) {
        return new Path(this, name, 0);
    }

    /** The path of an item, from 0, of the sequence at this path. */
    public Path index(int item) {
        return new Path(this, null, item);
    }

    /** The path as the field of a problem; null for the document itself. */
    public @Nullable String field() {
        return parent == null ? null : toString();
    }

    @Override
    public String toString() {
        StringBuilder spelled = new StringBuilder();
        spell(spelled);
        return spelled.toString();
    }

    private void spell(StringBuilder spelled) {
        if (parent == null) {
            return;
        }
        parent.spell(spelled);
        if (key == null) {
            spelled.append('[').append(index).append(']');
        } else if (isWord(key)) {
            spelled.append(spelled.length() == 0 ? "" : ".").append(key);
        } else {
            spelled.append("[\"")
                    .append(Printable.of(key, LONGEST_SHOWN).replace("\"", "\\\""))
                    .append("\"]");
        }
    }

    private static boolean isWord(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean word =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (!word) {
                return false;
            }
        }
        return !key.isEmpty() && key.length() <= LONGEST_SHOWN;
    }
}
