package io.imprimatur.risk;

import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Ratio;

/** A risk to compare with: a number, or a level in the risk model's own words. */
public sealed interface RiskBound {

    /** Whether a score is at least this. */
    boolean isReachedBy(RiskScore score);

    /** At least a number. */
    record OfValue(Ratio value) implements RiskBound {
        public OfValue {
            Preconditions.notNull(value, "risk");
        }

        @Override
        public boolean isReachedBy(RiskScore score) {
            return score.value().compareTo(value) >= 0;
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
        public boolean isReachedBy(RiskScore score) {
            return score.level().compareTo(level) >= 0;
        }

        @Override
        public String toString() {
            return level.id();
        }
    }
}
