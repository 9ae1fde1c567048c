package io.imprimatur.samples.gate;

import io.imprimatur.core.Outcome;
import io.imprimatur.core.json.Json;
import io.imprimatur.core.report.MarkdownReport;
import io.imprimatur.core.report.SarifReport;
import io.imprimatur.core.report.TextReport;

/** The forms in which a decision is told. */
enum Format {
    TEXT,
    JSON,
    MARKDOWN,
    SARIF;

    String of(Outcome outcome, boolean colour) {
        return switch (this) {
            case TEXT -> TextReport.of(outcome, colour);
            case JSON -> Json.DECISION.write(outcome.decision());
            case MARKDOWN -> MarkdownReport.of(outcome);
            case SARIF -> SarifReport.of(outcome, GateCli.VERSION);
        };
    }
}
