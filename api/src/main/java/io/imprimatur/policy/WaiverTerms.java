package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import java.time.Duration;

/**
 * On which terms a policy lets waivers count. Without terms, none does.
 *
 * @param by the id of a role of the policy: who approves a waiver must hold it
 * @param longest how long a waiver may be in force
 */
public record WaiverTerms(String by, Duration longest) {
    public WaiverTerms {
        Preconditions.id(by, "waivers.by");
        Durations.check(longest, "waivers.longest");
    }

    /** Whether whatever these terms admit, the others admit too. */
    public boolean covers(WaiverTerms other) {
        return by.equals(other.by) && longest.compareTo(other.longest) <= 0;
    }
}
