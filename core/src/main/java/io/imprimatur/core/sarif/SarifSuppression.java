package io.imprimatur.core.sarif;

import io.imprimatur.error.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * A suppression of a result (3.35).
 *
 * @param kind as it is written: {@code inSource}, {@code external}; empty where nothing is
 * @param status as it is written: {@code accepted}, {@code underReview}, {@code rejected}; absent where nothing is, which
 *     counts as accepted
 * @param location where it stands; absent where it does not say
 */
public record SarifSuppression(
        String kind, @Nullable String status, @Nullable SarifLocation location) {
    public SarifSuppression {
        Preconditions.notNull(kind, "kind");
    }

    /** Whether somebody still looks at it, or has turned it down (3.27.23). */
    boolean isRefused() {
        return "underReview".equalsIgnoreCase(status) || "rejected".equalsIgnoreCase(status);
    }

    boolean isInSource() {
        return !kind.equalsIgnoreCase("external");
    }
}
