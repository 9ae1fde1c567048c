package io.imprimatur.risk;

import java.util.Locale;

/** A risk in words, from the least to the worst. */
public enum RiskLevel {
    /** Routine. */
    LOW,
    /** Worth a look. */
    MEDIUM,
    /** Worth a careful look. */
    HIGH,
    /** Not without the people who know. */
    CRITICAL;

    /** As it stands in policies and JSON, for example {@code high}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
