package io.imprimatur.provenance;

/** What kind of author some lines have. */
public enum Contributor {
    /** A person. */
    HUMAN,
    /** A model. */
    AI,
    /** Both: some of the lines are a model's. */
    MIXED,
    /** Not known. */
    UNKNOWN
}
