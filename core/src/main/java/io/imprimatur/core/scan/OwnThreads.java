package io.imprimatur.core.scan;

import java.util.ArrayList;
import java.util.List;

/** Threads that keep no program alive: one for each scan, named by its scanner. Thread-safe. */
final class OwnThreads {
    private final List<Thread> threads = new ArrayList<>();

    Thread start(String scanner, Runnable work) {
        // Without what the caller's thread would pass on to it.
        Thread thread = new Thread(null, work, "imprimatur-scan-" + scanner, 0, false);
        thread.setDaemon(true);
        synchronized (threads) {
            threads.removeIf(old -> !old.isAlive());
            thread.start();
            threads.add(thread);
        }
        return thread;
    }

    /** Those that are left, and perhaps some that are not. */
    List<Thread> all() {
        synchronized (threads) {
            return List.copyOf(threads);
        }
    }

    /** Waits until these have ended, though not beyond a moment. */
    static void join(List<Thread> threads, long until) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
    }
}
