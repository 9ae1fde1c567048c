package io.imprimatur.scan;

import io.imprimatur.finding.FindingDraft;

/**
 * Takes findings as a scanner makes them. Bounded: it never holds more than the gate's limit. Safe for use by several
 * threads.
 */
@FunctionalInterface
public interface FindingSink {
    /**
     * Takes a finding. A draft that breaks its constraints, or names a place that does not exist, does not become a
     * finding: it is reported as a gap in the scanner's coverage.
     *
     * @return false where the sink is full or closed: the finding was dropped, that is noted as a gap, and the scanner
     *     MUST stop soon
     */
    boolean accept(FindingDraft finding);
}
