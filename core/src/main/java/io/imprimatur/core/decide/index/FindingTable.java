package io.imprimatur.core.decide.index;

import io.imprimatur.finding.Finding;
import java.util.List;

/**
 * The findings of an assessment as columns: of each finding the words of filters that its category and severity reach, and
 * for each column the row of its value. Never changed once made.
 */
public final class FindingTable {
    final List<Finding> findings;
    final Reach.Words[] reached;
    /** One row after another for each finding. */
    final Row[] rows;

    FindingTable(List<Finding> findings, Reach.Words[] reached, Row[] rows) {
        this.findings = findings;
        this.reached = reached;
        this.rows = rows;
    }
}
