package io.imprimatur.decision;

import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Finding;
import io.imprimatur.policy.Waiver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A waiver that concerns a change: what it lifted, or why it does not count.
 *
 * @param waiver the waiver
 * @param refusal why it does not count; absent where it does
 * @param findings that count for no rule but the hard ones, for this waiver; ordered
 * @param lifted rules that would have fired, as they would have; none of them hard
 */
public record WaiverUse(
        Waiver waiver, @Nullable WaiverRefusal refusal, List<Finding> findings, List<FiredRule> lifted) {
    public WaiverUse {
        Preconditions.notNull(waiver, "waiver");
        findings = Preconditions.ordered(findings, "findings");
        lifted = Preconditions.copy(lifted, "lifted");
        Preconditions.check(
                refusal == null || (findings.isEmpty() && lifted.isEmpty()),
                "refusal",
                refusal,
                "must be absent where the waiver lifts something");
        for (FiredRule rule : lifted) {
            Preconditions.check(!rule.rule().hard(), "lifted", rule.rule().id(), "must not be hard");
        }
    }

    /** Whether it counts. */
    public boolean counts() {
        return refusal == null;
    }

    /** A waiver that does not count. */
    public static WaiverUse refused(Waiver waiver, WaiverRefusal refusal) {
        return new WaiverUse(waiver, refusal, List.of(), List.of());
    }
}
