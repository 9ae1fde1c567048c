package io.imprimatur.risk;

/**
 * Computes the risk of a change.
 *
 * <p>A model MUST be a pure function and thread-safe. Its range MUST hold the risk under every completion of what is not
 * known: findings that a gap in coverage may hide, the share of AI, a confidence that is not recorded, lines that were not
 * counted. It MUST be monotone: one more finding, a higher severity, one more gap, a wider share of AI or less confidence
 * in a generation never gives a lower upper end, and with nothing unknown never a lower value.
 */
@FunctionalInterface
public interface RiskModel {
    /** The risk. */
    RiskScore score(RiskInput input);
}
