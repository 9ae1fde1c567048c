package io.imprimatur.core.scan;

import java.util.ArrayList;
import java.util.List;

/** Threads that keep no program alive: one for each scan, named by its scanner. Thread-safe. */
final class OwnThreads {
    private final List<Thread> threads = new ArrayList<>();

    void start(String scanner, Runnable work) {
        // Without what the caller's thread would pass on to it.
        Thread thread = new Thread(null, work, "imprimatur-scan-" + scanner, 0, false);
        thread.setDaemon(true);
        synchronized (threads) {
            threads.removeIf(old -> !old.isAlive());
            thread.start();
            threads.add(thread);
        }
    }

    /** Waits until none is left, though not beyond a moment. */
    void join(long until) throws InterruptedException {
        List<Thread> left;
        synchronized (threads) {
            left = List.copyOf(threads);
        }
        for (Thread thread : left) {
            thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
    }
}
