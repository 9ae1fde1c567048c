package io.imprimatur.samples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What {@link RuleBenchmark} measures, by engines of others: the same rules on the same findings, with the same answer.
 * Rules are compiled and findings are made into the facts that an engine wants before the clock starts.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PeerBenchmark {
    /** One engine in each run: both in one JVM would share its compiler's guesses. */
    @Param({"drools", "cel"})
    public String engine = "drools";

    @Param({"tiny", "big", "huge"})
    public String size = "tiny";

    private Peer peer = () -> 0;

    /** An engine with its rules and facts. */
    interface Peer {
        /** How many pairs of a rule and a finding there are on which the rule fires. */
        int pairs();
    }

    @Setup
    public void prepare() {
        RuleSample sample = RuleSample.of(size);
        peer = engine.equals("drools") ? new DroolsPeer(sample) : new CelPeer(sample);
        Answers.requireEqual(engine, pairs(), new PlainLoop(sample).pairs());
    }

    @Benchmark
    public int pairs() {
        return peer.pairs();
    }
}
