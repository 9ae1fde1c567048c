package io.imprimatur.provenance;

import io.imprimatur.error.Preconditions;

/**
 * A commitment to an exact prompt that does not reveal it: HMAC-SHA256 under a random key that is kept with the prompt.
 * A bare hash would let a short prompt be guessed.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record PromptCommitment(String hex) {
    public PromptCommitment {
        Preconditions.notNull(hex, "prompt commitment");
        Preconditions.check(
                hex.matches("[0-9a-f]{64}"), "prompt commitment", hex, "must be 64 lower-case hexadecimal digits");
    }
}
