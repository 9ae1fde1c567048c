package io.imprimatur.decision;

import io.imprimatur.change.Digest;
import io.imprimatur.error.Preconditions;

/**
 * Under which policy a decision was made.
 *
 * @param name the policy
 * @param version of the policy
 * @param digest over the canonical JSON of the policy
 * @param origin where it came from
 */
public record PolicyReference(String name, int version, Digest digest, PolicyOrigin origin) {
    public PolicyReference {
        Preconditions.id(name, "name");
        Preconditions.check(version >= 1, "version", version, "must be at least 1");
        Preconditions.notNull(digest, "digest");
        Preconditions.notNull(origin, "origin");
    }
}
