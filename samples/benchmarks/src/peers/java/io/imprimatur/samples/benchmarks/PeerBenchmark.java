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

    private Pairs.Source peer = pairs -> {};

    @Setup
    public void prepare() {
        RuleSample sample = RuleSample.of(size);
        peer = engine.equals("drools") ? new DroolsPeer(sample) : new CelPeer(sample);
        Pairs.requireSame(engine, peer, new PlainLoop(sample));
    }

    @Benchmark
    public int pairs() {
        return peer.count();
    }
}
