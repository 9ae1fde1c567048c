package io.imprimatur.kit;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One scan in a thread of its own, so that a scanner that hangs fails a test instead of holding it up. */
final class TestScan implements ScanRequest {
    private final Change change;
    private final ChangeContent content;
    private final RecordingSink sink;
    private volatile boolean cancelled;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Coverage coverage;
    private volatile @Nullable Throwable thrown;

    TestScan(Change change, ChangeContent content, RecordingSink sink) {
        this.change = change;
        this.content = content;
        this.sink = sink;
    }

    TestScan start(Scanner scanner) {
        Thread started = new Thread(() -> scan(scanner), "contract-kit-scan");
        started.setDaemon(true);
        thread = started;
        started.start();
        return this;
    }

    private void scan(Scanner scanner) {
        try {
            coverage = scanner.scan(this, sink);
        } catch (Throwable failure) {
            thrown = failure;
        }
        sink.close();
    }

    /** Whether the scan has ended, waiting for it no longer than this. */
    boolean endsWithin(Duration patience) throws InterruptedException {
        Thread running = running();
        running.join(patience.toMillis());
        return !running.isAlive();
    }

    void interrupt() {
        running().interrupt();
    }

    void cancel() {
        cancelled = true;
    }

    RecordingSink sink() {
        return sink;
    }

    @Nullable
    Coverage coverage() {
        return coverage;
    }

    @Nullable
    Throwable thrown() {
        return thrown;
    }

    StackTraceElement[] stack() {
        return running().getStackTrace();
    }

    @Override
    public Change change() {
        return change;
    }

    @Override
    public ChangeContent content() {
        return content;
    }

    @Override
    public Duration remaining() {
        return cancelled ? Duration.ZERO : Duration.ofMinutes(1);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    private Thread running() {
        Thread running = thread;
        if (running == null) {
            throw new IllegalStateException("the scan was not started");
        }
        return running;
    }
}
