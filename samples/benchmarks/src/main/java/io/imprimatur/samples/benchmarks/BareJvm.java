package io.imprimatur.samples.benchmarks;

/** A program that does nothing: what a fresh JVM costs whatever it runs. */
final class BareJvm {
    private BareJvm() {}

    public static void main(String[] arguments) {}
}
