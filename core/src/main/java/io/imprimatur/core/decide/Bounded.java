package io.imprimatur.core.decide;

import io.imprimatur.assessment.FactValue;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.FactTest;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A claim that a quantity is to one side of a bound.
 *
 * @param quantity which quantity
 * @param comparison how it compares
 * @param bound with what, in halves of its unit
 * @param holds whether that is so or not
 */
record Bounded(Quantity quantity, Comparison comparison, long bound, boolean holds) {

    /**
     * What can be more or less.
     *
     * @param name two quantities are one where these are equal
     * @param least the least that it can be, in halves of its unit
     * @param most the most that it can be, in halves of its unit
     * @param step how far apart two values are at least: 2 halves for whole numbers, 1 where there is always one in between
     * @param mayBeAbsent whether there may be none of it, of which no comparison holds
     */
    record Quantity(Object name, long least, long most, int step, boolean mayBeAbsent) {
        private static Quantity whole(Object name, long least, long most) {
            return new Quantity(name, 2 * least, 2 * most, 2, false);
        }

        private static Quantity ratio(Object name, boolean mayBeAbsent) {
            return new Quantity(name, 0, 2L * Ratio.SCALE, 1, mayBeAbsent);
        }
    }

    static Optional<Bounded> of(Claim claim) {
        Condition condition = claim.condition();
        if (condition instanceof Size size) {
            Quantity quantity = Quantity.whole(size.measure(), 0, FactValue.Whole.MAX + 1);
            return Optional.of(new Bounded(quantity, size.comparison(), 2 * size.bound(), claim.holds()));
        }
        if (condition instanceof AiShare share) {
            Quantity quantity = Quantity.ratio(List.of("share of AI", share.globs()), true);
            return Optional.of(new Bounded(quantity, share.comparison(), halves(share.bound()), claim.holds()));
        }
        if (condition instanceof EmbedderFact fact && fact.test() instanceof FactTest.Compares compares) {
            Quantity quantity =
                    Quantity.whole(List.of("number", fact.name()), -FactValue.Whole.MAX, FactValue.Whole.MAX);
            return Optional.of(new Bounded(quantity, compares.comparison(), 2 * compares.bound(), claim.holds()));
        }
        if (condition instanceof EmbedderFact fact && fact.test() instanceof FactTest.Is is) {
            Quantity quantity = Quantity.whole(List.of("flag", fact.name()), 0, 1);
            return Optional.of(new Bounded(quantity, Comparison.EQUAL, is.value() ? 2 : 0, claim.holds()));
        }
        if (condition instanceof RiskAtLeast risk) {
            return Optional.of(risk(risk.bound(), claim.holds()));
        }
        if (condition instanceof AiConfidenceBelow below) {
            Quantity quantity = Quantity.ratio("least confidence", true);
            return Optional.of(new Bounded(quantity, Comparison.BELOW, halves(below.bound()), claim.holds()));
        }
        return Optional.empty();
    }

    /** The number and the level stand each for itself: which number is which level is the risk model's to say. */
    private static Bounded risk(RiskBound bound, boolean holds) {
        if (bound instanceof RiskBound.OfValue number) {
            return new Bounded(Quantity.ratio("risk", false), Comparison.AT_LEAST, halves(number.value()), holds);
        }
        List<RiskLevel> levels = List.of(RiskLevel.values());
        Quantity level = Quantity.whole("level of risk", 0, levels.size() - 1);
        int at = levels.indexOf(((RiskBound.OfLevel) bound).level());
        return new Bounded(level, Comparison.AT_LEAST, 2L * at, holds);
    }

    private static long halves(Ratio ratio) {
        return 2L * ratio.millionths();
    }

    /** Whether these, all of one quantity, leave a value. */
    static boolean together(List<Bounded> claims) {
        if (claims.isEmpty()) {
            return true;
        }
        Quantity quantity = claims.get(0).quantity;
        if (quantity.mayBeAbsent() && claims.stream().noneMatch(Bounded::holds)) {
            return true;
        }
        // Between two neighbours of these, nothing changes: they speak for all values.
        return claims.stream()
                .flatMapToLong(claim ->
                        LongStream.of(claim.bound - quantity.step(), claim.bound, claim.bound + quantity.step()))
                .filter(value -> value >= quantity.least() && value <= quantity.most())
                .anyMatch(value -> claims.stream().allMatch(claim -> claim.leaves(value)));
    }

    private boolean leaves(long value) {
        return comparison.holds(value, bound) == holds;
    }
}
