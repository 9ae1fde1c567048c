package io.imprimatur.core.scan;

import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.FindingSink;
import java.util.ArrayList;
import java.util.List;

/** Hands findings on and remembers them. Thread-safe. */
final class Recorder implements FindingSink {
    private final FindingSink sink;
    private final List<FindingDraft> drafts = new ArrayList<>();
    private boolean whole = true;

    Recorder(FindingSink sink) {
        this.sink = sink;
    }

    @Override
    public boolean accept(FindingDraft draft) {
        boolean accepted = sink.accept(draft);
        synchronized (this) {
            // Who makes none where one is due is not to be trusted with the next.
            whole &= accepted && draft != null;
            drafts.add(draft);
        }
        return accepted;
    }

    synchronized List<FindingDraft> drafts() {
        return new ArrayList<>(drafts);
    }

    /** Whether every finding was taken. */
    synchronized boolean isWhole() {
        return whole;
    }
}
