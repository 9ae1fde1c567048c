package io.imprimatur.risk;

import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.RatioRange;
import java.util.List;

/**
 * The risk of a change, as far as it is known: it lies somewhere in a range, whatever the unknown turns out to be.
 *
 * @param model the id and version of the model that computed it, for example {@code imprimatur.default/1}
 * @param value from the least that it can be to the most
 * @param leastLevel the least that it can be, in words, by the model's own thresholds
 * @param level the most that it can be, in words; what it is to be taken for
 * @param factors what contributes, in the model's order
 */
public record RiskScore(
        String model, RatioRange value, RiskLevel leastLevel, RiskLevel level, List<RiskFactor> factors) {
    public RiskScore {
        Preconditions.id(model, "model");
        Preconditions.notNull(value, "value");
        Preconditions.notNull(leastLevel, "leastLevel");
        Preconditions.notNull(level, "level");
        Preconditions.check(
                leastLevel.compareTo(level) <= 0, "leastLevel", leastLevel, "must not be above level, " + level);
        factors = Preconditions.copy(factors, "factors");
    }
}
