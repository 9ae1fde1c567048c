package io.imprimatur.core.decide;

import io.imprimatur.decision.Step.Establish;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.FactTest;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A step that brings a quantity to one side of a bound.
 *
 * @param quantity which quantity: two of them are one where these are equal
 * @param least the least that the quantity can be, in halves of its unit
 * @param most the most that it can be, in halves of its unit
 * @param comparison how the quantity compares
 * @param bound with what, in halves of its unit
 * @param holds whether that has to be so or not
 * @param step how far apart two values are at least: 2 halves for whole numbers, 1 where there is always one in between
 */
record Bounded(Object quantity, long least, long most, Comparison comparison, long bound, boolean holds, int step) {

    static Optional<Bounded> of(Establish establish) {
        if (establish.condition() instanceof Size size) {
            return Optional.of(new Bounded(
                    List.of(size.measure(), size.files()),
                    0,
                    Long.MAX_VALUE / 4,
                    size.comparison(),
                    2 * size.bound(),
                    establish.holds(),
                    2));
        }
        if (establish.condition() instanceof AiShare share) {
            List<Object> quantity = List.of("share of AI", share.files());
            long bound = 2L * share.bound().millionths();
            return Optional.of(
                    new Bounded(quantity, 0, 2L * Ratio.SCALE, share.comparison(), bound, establish.holds(), 1));
        }
        if (establish.condition() instanceof EmbedderFact fact && fact.test() instanceof FactTest.Compares compares) {
            return Optional.of(new Bounded(
                    List.of("fact", fact.name()),
                    Long.MIN_VALUE / 4,
                    Long.MAX_VALUE / 4,
                    compares.comparison(),
                    2 * compares.bound(),
                    establish.holds(),
                    2));
        }
        return Optional.empty();
    }

    /** Whether every value that this leaves, the other leaves too. */
    boolean implies(Bounded other) {
        return quantity.equals(other.quantity)
                && critical(other).filter(this::leaves).allMatch(other::leaves);
    }

    /** Whether no value is left by both. */
    boolean excludes(Bounded other) {
        return quantity.equals(other.quantity)
                && critical(other).noneMatch(value -> leaves(value) && other.leaves(value));
    }

    private boolean leaves(long value) {
        return comparison.holds(value, bound) == holds;
    }

    /** Between two neighbours of these, nothing changes: they speak for all values. */
    private LongStream critical(Bounded other) {
        return LongStream.of(bound - step, bound, bound + step, other.bound - step, other.bound, other.bound + step)
                .filter(value -> value >= least && value <= most);
    }
}
