package io.imprimatur.risk;

import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.Truth;

/** A risk to compare with: a number, or a level in the risk model's own words. */
public sealed interface RiskBound {

    /** Whether a score is at least this; unknown where only a part of its range is. */
    Truth isReachedBy(RiskScore score);

    /** At least a number. */
    record OfValue(Ratio value) implements RiskBound {
        public OfValue {
            Preconditions.notNull(value, "risk");
        }

        @Override
        public Truth isReachedBy(RiskScore score) {
            return Comparison.AT_LEAST.holds(score.value().low(), score.value().high(), value);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** At least a level. */
    record OfLevel(RiskLevel level) implements RiskBound {
        public OfLevel {
            Preconditions.notNull(level, "risk");
        }

        @Override
        public Truth isReachedBy(RiskScore score) {
            return Comparison.AT_LEAST.holds(score.leastLevel(), score.level(), level);
        }

        @Override
        public String toString() {
            return level.id();
        }
    }
}
