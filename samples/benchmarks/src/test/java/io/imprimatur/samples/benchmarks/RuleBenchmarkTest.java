package io.imprimatur.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a decision leaves for later, by the memory that it takes: there is no clock in it. */
class RuleBenchmarkTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aDecisionNeitherDigestsItsSubjectNorSearchesForWhatClearsItUntilItIsAsked() {
        RuleBenchmark benchmark = new RuleBenchmark();
        benchmark.size = "big";
        benchmark.prepare();
        long decision = allocated(benchmark::decision);
        assertThat(allocated(benchmark::subject)).as("subject").isGreaterThan(2 * decision);
        assertThat(allocated(benchmark::unblock)).as("unblock").isGreaterThan(10 * decision);
    }

    /** The bytes that something takes, once it has been done before. */
    private static long allocated(Supplier<?> work) {
        assertThat(work.get()).isNotNull();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Object kept = work.get();
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(kept).isNotNull();
        return allocated;
    }
}
