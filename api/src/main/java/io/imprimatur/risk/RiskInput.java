package io.imprimatur.risk;

import io.imprimatur.change.Change;
import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.scan.ScanReport;
import java.util.List;

/**
 * What a risk is computed from.
 *
 * @param change what changed
 * @param provenance who wrote it
 * @param aiShare how much of it a model wrote, under what the policy says of silence
 * @param reports what the scanners found, and did not cover
 */
public record RiskInput(Change change, Provenance provenance, RatioRange aiShare, List<ScanReport> reports) {
    public RiskInput {
        Preconditions.notNull(change, "change");
        Preconditions.notNull(provenance, "provenance");
        Preconditions.notNull(aiShare, "aiShare");
        reports = Preconditions.copy(reports, "reports");
    }
}
