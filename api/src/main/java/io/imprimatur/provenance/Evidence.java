package io.imprimatur.provenance;

import io.imprimatur.error.Preconditions;

/**
 * Why an attribution says what it says.
 *
 * @param kind where it was read
 * @param strength how hard it is to forge
 * @param detail what was read, at most 1,000 characters, for example the trailer as it stands and its commit
 */
public record Evidence(Kind kind, Strength strength, String detail) implements Comparable<Evidence> {

    /** Where evidence is read. */
    public enum Kind {
        /** A trailer of a commit message. */
        COMMIT_TRAILER,
        /** An author or committer that is known to be an agent. */
        AGENT_IDENTITY,
        /** A git note of authorship. */
        AUTHORSHIP_NOTE,
        /** A trace that the agent wrote while it worked. */
        AGENT_TRACE,
        /** A signed attestation. */
        ATTESTATION,
        /** Said by the tool that embeds this library. */
        EMBEDDER
    }

    /** How hard evidence is to forge. */
    public enum Strength {
        /** Anyone who can commit can write it or strip it. */
        CLAIMED,
        /** A system outside the author's control wrote it. */
        OBSERVED,
        /** A signature over it was verified. */
        VERIFIED
    }

    public Evidence {
        Preconditions.notNull(kind, "kind");
        Preconditions.notNull(strength, "strength");
        Preconditions.text(detail, "detail", 1000);
    }

    @Override
    public int compareTo(Evidence other) {
        int order = kind.compareTo(other.kind);
        order = order != 0 ? order : strength.compareTo(other.strength);
        return order != 0 ? order : detail.compareTo(other.detail);
    }
}
