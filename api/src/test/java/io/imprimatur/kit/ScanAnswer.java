package io.imprimatur.kit;

import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Scanner;
import java.util.Comparator;
import java.util.List;

/**
 * What a scanner said about a change.
 *
 * @param findings in an order that does not depend on when they came
 * @param coverage what was not covered
 */
public record ScanAnswer(List<FindingDraft> findings, Coverage coverage) {
    public ScanAnswer {
        findings = findings.stream()
                .sorted(Comparator.comparing(FindingDraft::toString))
                .toList();
    }

    /**
     * Lets a scanner scan in the calling thread, without a limit of time and of findings: for an author's own tests.
     *
     * @throws InterruptedException where the scanner stopped because the thread was interrupted
     */
    public static ScanAnswer of(Scanner scanner, MemoryChange change) throws InterruptedException {
        RecordingSink sink = new RecordingSink(Integer.MAX_VALUE);
        Coverage coverage = scanner.scan(new TestScan(change.change(), change, sink), sink);
        return new ScanAnswer(sink.findings(), coverage);
    }
}
