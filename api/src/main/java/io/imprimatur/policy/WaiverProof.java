package io.imprimatur.policy;

import java.util.List;

/**
 * Proves waivers: asks whoever keeps the reviews of changes, such as the forge, who approved the change that brought a
 * waiver to the target branch, or that last touched it. An implementation MUST NOT take the word of the waiver, nor of the
 * change that is judged; it MUST leave out those whose approval did not count, such as the change's author.
 */
@FunctionalInterface
public interface WaiverProof {
    /** Knows nothing: no waiver is proved. */
    WaiverProof NONE = waiver -> List.of();

    /** Who approved that a waiver came in as it stands, by the names that the policy's roles have; none where not known. */
    List<String> approvers(Waiver waiver);
}
