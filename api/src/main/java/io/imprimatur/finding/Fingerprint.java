package io.imprimatur.finding;

import io.imprimatur.change.Digest;
import io.imprimatur.error.Preconditions;

/**
 * What stays the same of a finding when the lines around it move: two findings with one fingerprint are one defect seen
 * twice. Made by the core, never from the text of a secret.
 *
 * @param digest SHA-256 of what identifies the defect
 */
public record Fingerprint(Digest digest) implements Comparable<Fingerprint> {
    public Fingerprint {
        Preconditions.notNull(digest, "fingerprint");
    }

    /** The first 12 hexadecimal digits, for people. */
    public String shortForm() {
        return digest.hex().substring(0, 12);
    }

    @Override
    public int compareTo(Fingerprint other) {
        return digest.compareTo(other.digest);
    }

    @Override
    public String toString() {
        return digest.hex();
    }
}
