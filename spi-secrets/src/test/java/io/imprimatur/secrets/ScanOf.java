package io.imprimatur.secrets;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.kit.MemoryChange;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One scan of a change in memory, in the thread of the test. */
final class ScanOf implements ScanRequest {
    final List<FindingDraft> findings = new ArrayList<>();
    int room = Integer.MAX_VALUE;
    BooleanSupplier cancelled = () -> false;

    private final MemoryChange change;

    ScanOf(MemoryChange.Builder change) {
        this.change = change.build();
    }

    Coverage by(Scanner scanner) throws InterruptedException {
        return scanner.scan(this, finding -> findings.size() < room && findings.add(finding));
    }

    @Override
    public Change change() {
        return change.change();
    }

    @Override
    public ChangeContent content() {
        return change;
    }

    @Override
    public Duration remaining() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }
}
