package io.imprimatur.risk;

import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.RatioRange;

/**
 * One thing that contributes to a risk.
 *
 * @param id an identifier, for example {@code sensitive-paths}
 * @param contribution how much of the score it is: from what is known for certain to the worst that is possible
 * @param detail on what facts, in words, at most 1,000 characters
 */
public record RiskFactor(String id, RatioRange contribution, String detail) {
    public RiskFactor {
        Preconditions.id(id, "id");
        Preconditions.notNull(contribution, "contribution");
        Preconditions.text(detail, "detail", 1000);
    }
}
