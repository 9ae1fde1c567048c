package io.imprimatur.finding;

import java.util.Locale;

/** How bad a finding is if it is true, from the least to the worst. */
public enum Severity {
    /** Worth knowing. */
    INFO,
    /** Worth fixing some day. */
    LOW,
    /** Worth fixing soon. */
    MEDIUM,
    /** Not to be released. */
    HIGH,
    /** Dangerous at once. */
    CRITICAL;

    /** As it stands in policies and JSON, for example {@code high}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
