package io.imprimatur.policy;

import io.imprimatur.change.Digest;
import io.imprimatur.error.Preconditions;

/**
 * That someone has agreed to a policy: to this content and to no other.
 *
 * @param by who, by name
 * @param role for whom, for example {@code legal}
 * @param digest what was agreed to: the digest of the policy without its sign-offs
 */
public record SignOff(String by, String role, Digest digest) {
    public SignOff {
        Preconditions.text(by, "by", 250);
        Preconditions.id(role, "role");
        Preconditions.notNull(digest, "digest");
    }
}
