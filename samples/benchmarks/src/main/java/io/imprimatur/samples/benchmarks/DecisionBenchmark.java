package io.imprimatur.samples.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

public class DecisionBenchmark {
    @Benchmark
    public int nothing() {
        return 1;
    }
}
