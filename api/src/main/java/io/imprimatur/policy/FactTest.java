package io.imprimatur.policy;

import io.imprimatur.assessment.FactValue;
import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Comparison;
import java.util.List;

/** What a policy asks of a fact that the embedder adds. */
public sealed interface FactTest {

    /** The text, or one of the texts, matches one of the patterns. */
    record Matches(List<Glob> globs) implements FactTest {
        public Matches {
            globs = Preconditions.ordered(globs, "matches");
            Preconditions.check(!globs.isEmpty(), "matches", "none", "must have at least one pattern");
        }
    }

    /** The whole number compares so. */
    record Compares(Comparison comparison, long bound) implements FactTest {
        public Compares {
            Preconditions.notNull(comparison, "comparison");
            Preconditions.check(
                    bound >= -FactValue.Whole.MAX && bound <= FactValue.Whole.MAX,
                    "bound",
                    bound,
                    "must be within ±" + FactValue.Whole.MAX);
        }
    }

    /** The flag is this. */
    record Is(boolean value) implements FactTest {}
}
