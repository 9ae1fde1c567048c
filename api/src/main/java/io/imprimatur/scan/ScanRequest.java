package io.imprimatur.scan;

import io.imprimatur.change.Change;
import io.imprimatur.change.ChangeContent;
import java.time.Duration;

/** What a scanner is asked. Safe for use by several threads. */
public interface ScanRequest {
    /** What changed. */
    Change change();

    /** Read access to every file before and after, not only to those that changed. */
    ChangeContent content();

    /** How much time is left; zero where it ran out. */
    Duration remaining();

    /** Whether the answer is no longer wanted. */
    boolean isCancelled();

    /**
     * For loops: returns where the answer is still wanted.
     *
     * @throws InterruptedException where it is not
     */
    default void checkCancelled() throws InterruptedException {
        if (isCancelled() || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("the scan was cancelled");
        }
    }
}
