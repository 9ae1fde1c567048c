package io.imprimatur.risk;

import io.imprimatur.change.Change;
import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.ScanReport;
import java.util.List;

/**
 * What a risk is computed from.
 *
 * @param change what changed
 * @param provenance who wrote it
 * @param silence what the policy takes silence about who wrote it to mean
 * @param aiShare how much of it a model wrote, under that meaning
 * @param reports what the scanners found, and did not cover
 */
public record RiskInput(
        Change change, Provenance provenance, Silence silence, RatioRange aiShare, List<ScanReport> reports) {
    public RiskInput {
        Preconditions.notNull(change, "change");
        Preconditions.notNull(provenance, "provenance");
        Preconditions.notNull(silence, "silence");
        Preconditions.notNull(aiShare, "aiShare");
        reports = Preconditions.copy(reports, "reports");
    }
}
