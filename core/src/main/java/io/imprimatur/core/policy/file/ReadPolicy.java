package io.imprimatur.core.policy.file;

import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.policy.layer.Layer;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicyLayer;

/**
 * A policy as it was read, with all that it extends.
 *
 * @param policy the policy
 * @param layer the same, with where each thing is said
 * @param source the name of its file
 */
record ReadPolicy(Policy policy, Layer layer, String source) {

    /** The policy, for those that extend it. */
    PolicyLayer reference() {
        return new PolicyLayer(
                policy.name(),
                policy.version(),
                CanonicalJson.sha256(PolicyTree.of(policy.withoutSignOffs())),
                source,
                policy.signOffs());
    }
}
