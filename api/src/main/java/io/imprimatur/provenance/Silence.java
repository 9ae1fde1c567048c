package io.imprimatur.provenance;

/** What it means that nothing is said about who wrote a line: an assumption that an organisation's policy declares. */
public enum Silence {
    /** Anyone may have written it. The default. */
    UNKNOWN,
    /** A person wrote it: for organisations whose tools record every use of a model. */
    HUMAN
}
