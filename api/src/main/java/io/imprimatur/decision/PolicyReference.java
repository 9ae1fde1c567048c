package io.imprimatur.decision;

import io.imprimatur.change.Digest;
import io.imprimatur.error.Preconditions;
import io.imprimatur.policy.PolicyLayer;
import io.imprimatur.policy.SignOff;
import java.util.List;

/**
 * Under which policy a decision was made.
 *
 * @param name the policy
 * @param version of the policy
 * @param digest over the canonical JSON of the policy
 * @param origin where it came from
 * @param signOffs who has agreed to it
 * @param layers what it extends, the outermost first
 */
public record PolicyReference(
        String name,
        int version,
        Digest digest,
        PolicyOrigin origin,
        List<SignOff> signOffs,
        List<PolicyLayer> layers) {
    public PolicyReference {
        Preconditions.id(name, "name");
        Preconditions.check(version >= 1, "version", version, "must be at least 1");
        Preconditions.notNull(digest, "digest");
        Preconditions.notNull(origin, "origin");
        signOffs = Preconditions.copy(signOffs, "signOffs");
        layers = Preconditions.copy(layers, "layers");
    }

    /** A policy that extends none. */
    public PolicyReference(String name, int version, Digest digest, PolicyOrigin origin, List<SignOff> signOffs) {
        this(name, version, digest, origin, signOffs, List.of());
    }
}
