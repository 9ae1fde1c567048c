package io.imprimatur.core.arbitrary;

import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskFactor;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.risk.RiskScore;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Risks. */
public final class Risks {
    private Risks() {}

    /** Any score. */
    public static Arbitrary<RiskScore> scores() {
        return Combinators.combine(
                        Arbitraries.of("imprimatur.default/1", "acme.risk/7"),
                        Measures.ranges(),
                        levels(),
                        levels(),
                        factors().list().ofMaxSize(4))
                .as((model, value, a, b, factors) ->
                        new RiskScore(model, value, a.compareTo(b) <= 0 ? a : b, a.compareTo(b) <= 0 ? b : a, factors));
    }

    /** Any factor. */
    public static Arbitrary<RiskFactor> factors() {
        return Combinators.combine(Texts.ids(), Measures.ranges(), Texts.any(1000))
                .as(RiskFactor::new);
    }

    /** Any bound. */
    public static Arbitrary<RiskBound> bounds() {
        return Arbitraries.oneOf(Measures.ratios().map(RiskBound.OfValue::new), levels().map(RiskBound.OfLevel::new));
    }

    private static Arbitrary<RiskLevel> levels() {
        return Arbitraries.of(RiskLevel.values());
    }
}
