package io.imprimatur.core.scan;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.scan.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The scans of one change, and the thread that waits for them. Its monitor is theirs. */
final class Run {
    private final Change change;
    private final ChangeContent content;
    private final Thread waiting = Thread.currentThread();
    private final List<Scan> scans = new ArrayList<>();

    Run(Change change, ChangeContent content) {
        this.change = change;
        this.content = content;
    }

    Change change() {
        return change;
    }

    ChangeContent content() {
        return content;
    }

    boolean isWaitingIn(Thread thread) {
        return waiting == thread;
    }

    synchronized void add(Scan scan) {
        scans.add(scan);
    }

    /** Starts all scans and waits until each has ended, however it does. */
    void await(Consumer<Scan> executor, long nanos) {
        long overall = System.nanoTime() + nanos;
        for (Scan scan : List.copyOf(scans)) {
            try {
                executor.accept(scan);
            } catch (Throwable refused) { // among them that there is no memory for one more thread
                scan.end(Gap.Cause.FAILED, "was not taken by the executor: " + Failures.name(refused));
            }
        }
        try {
            awaitEnd(overall);
        } catch (InterruptedException told) {
            cancel("was told to stop: the caller was interrupted");
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitEnd(long overall) throws InterruptedException {
        while (true) {
            long next = Long.MAX_VALUE;
            for (Scan scan : scans) {
                if (scan.report() == null) {
                    long left = scan.endUnlessLeft(overall);
                    next = left > 0 ? Math.min(next, left) : next;
                }
            }
            if (next == Long.MAX_VALUE) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, next);
        }
    }

    synchronized void cancel(String detail) {
        scans.forEach(scan -> scan.end(Gap.Cause.CANCELLED, detail));
    }

    synchronized boolean hasEnded() {
        return scans.stream().noneMatch(scan -> scan.report() == null);
    }

    synchronized boolean isRunning() {
        return scans.stream().anyMatch(Scan::isRunning);
    }

    /** Waits until no scanner runs, though not beyond a moment. */
    synchronized void awaitStop(long until) throws InterruptedException {
        long left = until - System.nanoTime();
        while (left > 0 && isRunning()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
    }
}
