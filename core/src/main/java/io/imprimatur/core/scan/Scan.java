package io.imprimatur.core.scan;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scan of one change by one scanner. It ends once: with what the scanner answered, or with what kept it from
 * answering, whichever is first; nothing that comes later counts.
 *
 * <p>Everything that changes is guarded by the monitor of {@link #run}, on which the run waits for all its scans at once.
 */
final class Scan implements Runnable, ScanRequest {
    private final Run run;
    private final ScannerDescriptor descriptor;
    private final Scanner scanner;
    private final Gap noAnswer;
    private final BoundedSink sink;
    private final Statement statement;
    private final Duration deadline;
    private final @Nullable KeptAnswers kept;

    private @Nullable Thread thread;
    private boolean interrupted;
    private boolean started;
    private long due;
    private @Nullable ScanReport report;

    private volatile boolean cancelled;

    Scan(Run run, Seat seat, Scanner scanner, BoundedSink sink, Duration deadline, @Nullable KeptAnswers kept) {
        this.run = run;
        this.descriptor = seat.descriptor();
        this.scanner = scanner;
        this.noAnswer = seat.gap();
        this.sink = sink;
        this.statement = new Statement(descriptor, run.change(), run.content());
        this.deadline = deadline;
        this.kept = kept;
    }

    String scanner() {
        return descriptor.id();
    }

    @Override
    public void run() {
        if (begins()) {
            // What stands where even saying so fails.
            List<Gap> gaps = List.of(noAnswer);
            try {
                gaps = answer();
            } finally {
                leave(gaps);
            }
        }
    }

    private boolean begins() {
        synchronized (run) {
            // Once, whoever calls: an executor again, or the scanner, to whom this is its request.
            if (started || report != null) {
                return false;
            }
            if (run.isWaitingIn(Thread.currentThread())) {
                end(Gap.Cause.FAILED, "was not run: the executor runs in the thread that waits");
                return false;
            }
            thread = Thread.currentThread();
            started = true;
            due = System.nanoTime() + deadline.toNanos();
            run.notifyAll();
            return true;
        }
    }

    /** What the scanner did not cover, whatever it does. */
    private List<Gap> answer() {
        try {
            Coverage coverage = kept == null ? scanner.scan(this, sink) : kept.scan(descriptor, scanner, this, sink);
            return coverage == null
                    ? List.of(gap(Gap.Cause.INVALID_ANSWER, "answered null"))
                    : statement.gaps(coverage);
        } catch (InterruptedException unasked) { // where it was asked, the scan has ended
            return List.of(gap(Gap.Cause.FAILED, "stopped as if told to, and was not"));
        } catch (Throwable failure) {
            // Errors too, and those of memory: a scanner that took too much has failed, and the gate has not.
            return List.of(gap(Gap.Cause.FAILED, "failed with " + Failures.name(failure)));
        }
    }

    private void leave(List<Gap> gaps) {
        synchronized (run) {
            thread = null;
            if (interrupted) {
                // The thread is the executor's, and the interruption was ours.
                Thread.interrupted();
            }
            end(gaps);
        }
    }

    /**
     * Ends the scan, if it has not ended, and tells the scanner to stop, if it runs.
     *
     * @param detail what the scanner did, as the rest of a sentence
     */
    void end(Gap.Cause cause, String detail) {
        synchronized (run) {
            cancelled = true;
            if (thread != null) {
                interrupted = true;
                thread.interrupt();
            }
            end(List.of(gap(cause, detail)));
        }
    }

    private Gap gap(Gap.Cause cause, String detail) {
        return Gap.whole(cause, "Scanner " + descriptor.id() + " " + detail);
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    private void end(List<Gap> gaps) {
        if (report == null) {
            BoundedSink.Content content = sink.close();
            List<Gap> all = new ArrayList<>(gaps);
            all.addAll(content.gaps());
            report = new ScanReport(descriptor, content.findings(), new Coverage(all));
        }
        run.notifyAll();
    }

    /** What came of it; absent while it lasts. */
    @Nullable
    ScanReport report() {
        synchronized (run) {
            return report;
        }
    }

    /** Whether the scanner still runs, though the scan may have ended. */
    boolean isRunning() {
        synchronized (run) {
            return thread != null;
        }
    }

    /** How many nanoseconds it has left, where all have until {@code overall}; ends it where there are none. */
    long endUnlessLeft(long overall) {
        synchronized (run) {
            long now = System.nanoTime();
            long left = overall - now;
            if (started) {
                left = Math.min(left, due - now);
            }
            if (left <= 0) {
                end(
                        Gap.Cause.TIMED_OUT,
                        started
                                ? "did not answer within " + seconds(deadline) + " and was told to stop"
                                : "was never started by the executor");
            }
            return left;
        }
    }

    @Override
    public Change change() {
        return run.change();
    }

    @Override
    public ChangeContent content() {
        return run.content();
    }

    @Override
    public Duration remaining() {
        synchronized (run) {
            if (cancelled) {
                return Duration.ZERO;
            }
            long left = started ? due - System.nanoTime() : deadline.toNanos();
            return Duration.ofNanos(Math.max(0, left));
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
