package io.imprimatur.core.policy.lint;

import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.FactTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that a quantity lies in an interval, counted in halves of its unit so that there is room between two
 * shares.
 *
 * @param of which quantity: two of them are one where these are equal
 * @param least the least that meets the condition
 * @param most the most that meets it; below {@code least} where nothing does
 * @param smallest the least that the quantity can be
 * @param largest the most that it can be
 * @param step how far apart two values are: 2 halves for whole numbers, 1 where there is always one in between
 * @param alwaysThere whether there always is such a quantity; where there is none, the condition does not hold
 */
record Quantity(Object of, long least, long most, long smallest, long largest, int step, boolean alwaysThere) {
    private static final long FAR = Long.MAX_VALUE / 4;

    /** The quantity that a condition asks for; nothing where it asks for something else. */
    static @Nullable Quantity of(Condition condition) {
        if (condition instanceof Size size) {
            List<Object> of = List.of(size.measure(), size.files());
            return of(of, size.comparison(), size.bound(), 0, FAR, 2, true);
        }
        if (condition instanceof AiShare share) {
            List<Object> of = List.of("share of AI", share.files());
            return of(of, share.comparison(), share.bound().millionths(), 0, 2L * Ratio.SCALE, 1, false);
        }
        if (condition instanceof EmbedderFact fact && fact.test() instanceof FactTest.Compares compares) {
            return of(List.of("fact", fact.name()), compares.comparison(), compares.bound(), -FAR, FAR, 2, true);
        }
        return null;
    }

    private static Quantity of(
            Object of, Comparison comparison, long bound, long smallest, long largest, int step, boolean alwaysThere) {
        long exact = 2 * bound;
        long least = switch (comparison) {
            case AT_LEAST, EQUAL -> exact;
            case ABOVE -> exact + step;
            case AT_MOST, BELOW -> smallest;
        };
        long most = switch (comparison) {
            case AT_MOST, EQUAL -> exact;
            case BELOW -> exact - step;
            case AT_LEAST, ABOVE -> largest;
        };
        return new Quantity(
                of, Math.max(least, smallest), Math.min(most, largest), smallest, largest, step, alwaysThere);
    }

    boolean isOfTheSame(Quantity other) {
        return of.equals(other.of);
    }

    /** Whether no value meets it. */
    boolean isNever() {
        return least > most;
    }

    /** Whether every value meets it, and there always is one. */
    boolean isAlways() {
        return alwaysThere && least <= smallest && most >= largest;
    }

    /** Whether each value that meets this meets the other. */
    boolean isWithin(Quantity other) {
        return isNever() || (least >= other.least && most <= other.most);
    }

    /** Whether no value meets both. */
    boolean excludes(Quantity other) {
        return isNever() || other.isNever() || most < other.least || other.most < least;
    }

    /** Whether each value meets one of the two, and there always is one. */
    boolean completes(Quantity other) {
        boolean first = least <= other.least;
        Quantity low = first ? this : other;
        Quantity high = first ? other : this;
        return alwaysThere
                && !isNever()
                && !other.isNever()
                && low.least <= smallest
                && high.least <= low.most + step
                && Math.max(low.most, high.most) >= largest;
    }
}
