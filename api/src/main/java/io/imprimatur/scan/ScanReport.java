package io.imprimatur.scan;

import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Finding;
import java.util.List;

/**
 * What a scanner answered, checked: what it found and what it did not cover.
 *
 * @param scanner which scanner
 * @param findings ordered; every one from this scanner, in one of its categories
 * @param coverage what was not covered
 */
public record ScanReport(ScannerDescriptor scanner, List<Finding> findings, Coverage coverage) {
    public ScanReport {
        Preconditions.notNull(scanner, "scanner");
        findings = Preconditions.copy(findings, "findings").stream().sorted().toList();
        Preconditions.notNull(coverage, "coverage");
        for (Finding finding : findings) {
            Preconditions.check(
                    finding.scanner().equals(scanner.id()),
                    "findings.scanner",
                    finding.scanner(),
                    "must be the scanner of the report, " + scanner.id());
            Preconditions.check(
                    scanner.categories().contains(finding.category()),
                    "findings.category",
                    finding.category(),
                    "must be one that the scanner declares, " + scanner.categories());
        }
    }
}
