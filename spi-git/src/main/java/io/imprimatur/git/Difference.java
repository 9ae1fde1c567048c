package io.imprimatur.git;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A file that is not the same before and after. Only a rename or a copy has two paths.
 *
 * @param before null where the file was added
 * @param after null where the file was deleted
 */
record Difference(
        Kind kind, @Nullable TreeEntry before, @Nullable TreeEntry after) {
    enum Kind {
        ADDED,
        DELETED,
        CHANGED,
        RENAMED,
        COPIED
    }

    static Difference of(@Nullable TreeEntry before, @Nullable TreeEntry after) {
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.DELETED : Kind.CHANGED;
        return new Difference(kind, before, after);
    }

    TreeEntry old() {
        return requireNonNull(before);
    }

    TreeEntry current() {
        return requireNonNull(after);
    }

    String path() {
        return after == null ? old().path() : after.path();
    }
}
