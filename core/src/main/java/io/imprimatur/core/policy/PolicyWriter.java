package io.imprimatur.core.policy;

import io.imprimatur.change.Digest;
import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.policy.file.PolicyTree;
import io.imprimatur.core.policy.file.YamlText;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.policy.Policy;
import java.nio.charset.StandardCharsets;

/**
 * Writes policies in the format that {@link PolicyReader} reads. What is read back equals what was written but for the
 * positions of its rules and settings, and but for its layers: what a policy extends is written as part of it. (A policy put together in code may hold what a file may not, such as characters
 * that cannot be seen; the reader then says so.) Pure and thread-safe.
 *
 * <p>Every method throws an {@link ImprimaturException} with {@link ErrorCode#INVALID_POLICY} where a condition is nested
 * deeper than a file may nest it.
 */
public final class PolicyWriter {
    private PolicyWriter() {}

    /** The policy as JSON in the canonical form of RFC 8785: one line, the same text for equal policies. */
    public static String json(Policy policy) {
        return new String(CanonicalJson.bytes(PolicyTree.of(policy)), StandardCharsets.UTF_8);
    }

    /** The policy as YAML for people; the same text for equal policies. */
    public static String yaml(Policy policy) {
        return YamlText.of(PolicyTree.of(policy));
    }

    /**
     * The digest of the policy: SHA-256 over the UTF-8 of {@link #json}. It says nothing of the file that the policy was
     * read from: neither its name nor where in it things stand, nor its notation, comments and order of keys, nor what of
     * it stands in which layer.
     */
    public static Digest digest(Policy policy) {
        return CanonicalJson.sha256(PolicyTree.of(policy));
    }
}
