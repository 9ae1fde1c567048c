package io.imprimatur.samples.benchmarks;

/** Holds that all who are measured do the same work. */
final class Answers {
    private Answers() {}

    static void requireEqual(String who, long answer, long expected) {
        if (answer != expected || expected == 0) {
            throw new IllegalStateException(
                    who + " answers " + answer + " where " + expected + " is right, or nothing is");
        }
    }
}
