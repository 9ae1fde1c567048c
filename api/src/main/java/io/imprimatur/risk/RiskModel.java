package io.imprimatur.risk;

/**
 * Computes the risk of a change.
 *
 * <p>A model MUST be a pure function and thread-safe. It MUST be monotone: one more finding, a higher severity, one more
 * gap in coverage, a wider share of AI or less confidence never gives a lower score. What is unknown MUST count as the
 * worst that it can be.
 */
@FunctionalInterface
public interface RiskModel {
    /** The risk. */
    RiskScore score(RiskInput input);
}
