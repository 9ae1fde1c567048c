package io.imprimatur.change;

import java.util.Locale;

/** What a file is for, as far as its path tells. A file may be of several kinds, or of none. */
public enum FileKind {
    /** Code that tests other code, and its data. */
    TEST,
    /** What builds and delivers the software: build files, pipelines. */
    BUILD,
    /** What the software runs on: containers, clusters, clouds. */
    INFRASTRUCTURE,
    /** What the software depends on: manifests and lock files. */
    DEPENDENCY_MANIFEST,
    /** Words for people. */
    DOCUMENTATION;

    /** As it stands in a policy, for example {@code dependency-manifest}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
