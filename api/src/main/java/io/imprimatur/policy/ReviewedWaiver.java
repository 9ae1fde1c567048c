package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import java.util.Collection;
import java.util.List;

/**
 * A waiver of the target branch, and what is known of the review that let it in.
 *
 * @param waiver the waiver
 * @param approvedBy who approved it, ordered; none where that is not known
 */
public record ReviewedWaiver(Waiver waiver, List<String> approvedBy) {
    public ReviewedWaiver {
        Preconditions.notNull(waiver, "waiver");
        approvedBy = Preconditions.ordered(approvedBy, "approvedBy");
    }

    /** Waivers with what a proof says of each. */
    public static List<ReviewedWaiver> of(Collection<Waiver> waivers, WaiverProof proof) {
        return waivers.stream()
                .map(waiver -> new ReviewedWaiver(waiver, proof.approvers(waiver)))
                .toList();
    }
}
