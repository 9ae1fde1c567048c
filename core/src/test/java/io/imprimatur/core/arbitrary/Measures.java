package io.imprimatur.core.arbitrary;

import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Ratios, ranges of them, comparisons. */
public final class Measures {
    private Measures() {}

    /** Any ratio, round ones often. */
    public static Arbitrary<Ratio> ratios() {
        return Arbitraries.oneOf(
                Arbitraries.of(0, 10, 20, 25, 50, 80, 90, 100).map(Ratio::ofPercent),
                Arbitraries.integers().between(0, Ratio.SCALE).map(Ratio::new));
    }

    /** Any range. */
    public static Arbitrary<RatioRange> ranges() {
        return Combinators.combine(ratios(), ratios()).as((a, b) -> new RatioRange(a.min(b), a.max(b)));
    }

    /** Any comparison. */
    public static Arbitrary<Comparison> comparisons() {
        return Arbitraries.of(Comparison.values());
    }
}
