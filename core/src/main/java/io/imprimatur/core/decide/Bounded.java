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
import io.imprimatur.policy.FileFilter;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A condition that a quantity is to one side of a bound.
 *
 * @param quantity which quantity
 * @param comparison how it compares
 * @param bound with what, in halves of its unit
 */
record Bounded(Quantity quantity, Comparison comparison, long bound) {

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

    static Optional<Bounded> of(Condition condition) {
        if (condition instanceof Size size) {
            Quantity quantity = Quantity.whole(List.of(size.measure(), name(size.files())), 0, FactValue.Whole.MAX + 1);
            return Optional.of(new Bounded(quantity, size.comparison(), 2 * size.bound()));
        }
        if (condition instanceof AiShare share) {
            Quantity quantity = Quantity.ratio(List.of("share of AI", name(share.files())), true);
            return Optional.of(new Bounded(quantity, share.comparison(), halves(share.bound())));
        }
        if (condition instanceof EmbedderFact fact && fact.test() instanceof FactTest.Compares compares) {
            Quantity quantity =
                    Quantity.whole(List.of("number", fact.name()), -FactValue.Whole.MAX, FactValue.Whole.MAX);
            return Optional.of(new Bounded(quantity, compares.comparison(), 2 * compares.bound()));
        }
        if (condition instanceof EmbedderFact fact && fact.test() instanceof FactTest.Is is) {
            Quantity quantity = Quantity.whole(List.of("flag", fact.name()), 0, 1);
            return Optional.of(new Bounded(quantity, Comparison.EQUAL, is.value() ? 2 : 0));
        }
        if (condition instanceof RiskAtLeast risk) {
            return Optional.of(risk(risk.bound()));
        }
        if (condition instanceof AiConfidenceBelow below) {
            Quantity quantity = Quantity.ratio("least confidence", true);
            return Optional.of(new Bounded(quantity, Comparison.BELOW, halves(below.bound())));
        }
        return Optional.empty();
    }

    private static Object name(FileFilter files) {
        return files.isAny() ? "any file" : files;
    }

    /** The number and the level stand each for itself: which number is which level is the risk model's to say. */
    private static Bounded risk(RiskBound bound) {
        if (bound instanceof RiskBound.OfValue number) {
            return new Bounded(Quantity.ratio("risk", false), Comparison.AT_LEAST, halves(number.value()));
        }
        List<RiskLevel> levels = List.of(RiskLevel.values());
        Quantity level = Quantity.whole("level of risk", 0, levels.size() - 1);
        int at = levels.indexOf(((RiskBound.OfLevel) bound).level());
        return new Bounded(level, Comparison.AT_LEAST, 2L * at);
    }

    private static long halves(Ratio ratio) {
        return 2L * ratio.millionths();
    }

    /** What conditions on one quantity say of one another. */
    static Logic values(List<Bounded> conditions) {
        Quantity quantity = conditions.get(0).quantity;
        Set<BitSet> values = new LinkedHashSet<>();
        // Between two neighbours of these, nothing changes: they speak for all values.
        for (Bounded condition : conditions) {
            for (int side = -1; side <= 1; side++) {
                long value = condition.bound + side * (long) quantity.step();
                if (value >= quantity.least() && value <= quantity.most()) {
                    values.add(holding(conditions, value));
                }
            }
        }
        if (quantity.mayBeAbsent()) {
            values.add(new BitSet());
        }
        return new Logic.Values(List.copyOf(values), conditions.size());
    }

    private static BitSet holding(List<Bounded> conditions, long value) {
        BitSet holding = new BitSet();
        for (int i = 0; i < conditions.size(); i++) {
            Bounded condition = conditions.get(i);
            holding.set(i, condition.comparison.holds(value, condition.bound));
        }
        return holding;
    }
}
