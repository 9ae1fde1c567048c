package io.imprimatur.risk;

import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Ratio;
import java.util.List;

/**
 * The risk of a change: the most that it can be given what is known.
 *
 * @param model the id and version of the model that computed it, for example {@code imprimatur.default/1}
 * @param value from 0 to 1
 * @param level the value in words, by the model's own thresholds
 * @param factors what contributes, in the model's order
 */
public record RiskScore(String model, Ratio value, RiskLevel level, List<RiskFactor> factors) {
    public RiskScore {
        Preconditions.id(model, "model");
        Preconditions.notNull(value, "value");
        Preconditions.notNull(level, "level");
        factors = Preconditions.copy(factors, "factors");
    }
}
