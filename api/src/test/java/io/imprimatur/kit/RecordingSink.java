package io.imprimatur.kit;

import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.FindingSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is given up to a capacity, and notes what comes after it was full or closed. */
final class RecordingSink implements FindingSink {
    private final int capacity;
    private final List<FindingDraft> findings = new ArrayList<>();
    private boolean refused;
    private boolean closed;
    private boolean usedLate;

    RecordingSink(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public synchronized boolean accept(FindingDraft finding) {
        usedLate |= closed;
        refused |= findings.size() >= capacity;
        return !closed && !refused && findings.add(finding);
    }

    synchronized void close() {
        closed = true;
    }

    synchronized boolean hasRefused() {
        return refused;
    }

    synchronized boolean wasUsedLate() {
        return usedLate;
    }

    synchronized List<FindingDraft> findings() {
        return new ArrayList<>(findings);
    }
}
