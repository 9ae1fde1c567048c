package io.imprimatur.core.report;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.core.provenance.AiShare;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.PolicyReference;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Severity;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicyLayer;
import io.imprimatur.policy.Rule;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.ScanReport;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What every report says of an outcome, in words. Pure. */
final class Summary {
    private Summary() {}

    /** For example {@code acme/shop 4f5e6d7a1b2c..1a2b3c4d5e6f}. */
    static String change(Change change) {
        return change.repository() + " " + Words.revision(change.base().toString()) + ".."
                + Words.revision(change.head().toString());
    }

    /** For example {@code 3 files, 120 lines added, 4 deleted}. */
    static String size(Change change) {
        return Words.count(change.files().size(), "file") + ", " + (change.linesKnown() ? "" : "at least ")
                + Words.count(change.addedLines(), "line") + " added, " + change.deletedLines() + " deleted";
    }

    /** For example {@code policy acme version 3 from .imprimatur/policy.yaml at 4f5e6d7a1b2c}. */
    static String policy(PolicyReference policy) {
        String layers = policy.layers().stream()
                .map(layer -> layer.name() + " version " + layer.version())
                .collect(Collectors.joining(", "));
        return "policy " + policy.name() + " version " + policy.version() + " from " + Words.origin(policy.origin())
                + (layers.isEmpty() ? "" : ", on " + layers);
    }

    /** Where a rule stands, for example {@code .imprimatur/policy.yaml:14:5}. */
    static String place(Rule rule, PolicyReference policy) {
        if (Policy.isReserved(rule.id())) {
            return "built in, the same under every policy";
        }
        String file = policy.layers().stream()
                .filter(layer -> layer.name().equals(rule.layer()))
                .map(PolicyLayer::source)
                .findFirst()
                .orElseGet(() -> file(policy.origin()));
        return rule.position().isKnown() ? file + ":" + rule.position() : file;
    }

    private static String file(PolicyOrigin origin) {
        return origin instanceof PolicyOrigin.TargetBranch target ? target.path() : origin.toString();
    }

    static List<Finding> findings(Assessment assessment) {
        return assessment.reports().stream()
                .flatMap(report -> report.findings().stream())
                .toList();
    }

    /** For example {@code 3 (1 critical, 2 low)}. */
    static String findings(List<Finding> findings) {
        Map<Severity, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        findings.forEach(finding -> counts.merge(finding.severity(), 1L, Long::sum));
        String bySeverity = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().id())
                .collect(Collectors.joining(", "));
        return findings.isEmpty() ? "none" : findings.size() + " (" + bySeverity + ")";
    }

    /** For example {@code semgrep complete, secrets with 2 gaps}. */
    static String coverage(List<ScanReport> reports) {
        return reports.isEmpty()
                ? "no scanner ran"
                : reports.stream()
                        .map(report -> report.scanner().id() + " " + coverage(report))
                        .collect(Collectors.joining(", "));
    }

    private static String coverage(ScanReport report) {
        return report.coverage().isComplete()
                ? "complete"
                : "with " + Words.count(report.coverage().gaps().size(), "gap");
    }

    /** For example {@code low to high (0.2–0.62)}. */
    static String risk(RiskScore risk) {
        String least =
                risk.leastLevel() == risk.level() ? "" : risk.leastLevel().id() + " to ";
        return least + risk.level().id() + " (" + risk.value() + ")";
    }

    /** For example {@code 0 to 40 %}. */
    static String aiShare(Assessment assessment) {
        return Words.percent(AiShare.of(assessment.change(), assessment.provenance(), assessment.silence()));
    }
}
