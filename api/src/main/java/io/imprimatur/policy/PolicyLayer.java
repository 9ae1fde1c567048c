package io.imprimatur.policy;

import io.imprimatur.change.Digest;
import io.imprimatur.error.Preconditions;
import java.util.List;

/**
 * A policy that another one extends, and so can only tighten.
 *
 * @param name the policy
 * @param version of the policy
 * @param digest of the policy, with all that it extends in turn and without its sign-offs
 * @param source where it came from, for the places of its rules: the name of a file
 * @param signOffs who has agreed to it
 */
public record PolicyLayer(String name, int version, Digest digest, String source, List<SignOff> signOffs) {
    public PolicyLayer {
        Preconditions.id(name, "layer");
        Preconditions.check(version >= 1, "version", version, "must be at least 1");
        Preconditions.notNull(digest, "digest");
        Preconditions.text(source, "source", 20_000);
        signOffs = Preconditions.copy(signOffs, "signOffs");
    }
}
