package io.imprimatur.change;

/** What happened to a file. */
public enum ChangeStatus {
    /** It is new. */
    ADDED,
    /** Its content changed, and perhaps its mode. */
    MODIFIED,
    /** Only its mode changed between ordinary and executable. */
    MODE_CHANGED,
    /** It became something else: a file, a link, a submodule. */
    TYPE_CHANGED,
    /** It moved, and perhaps changed. */
    RENAMED,
    /** It is new and began as a copy of a file of the base. */
    COPIED,
    /** It is gone. */
    DELETED
}
