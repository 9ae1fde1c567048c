package io.imprimatur.core.decide;

import io.imprimatur.decision.Step;
import io.imprimatur.decision.Step.Approve;
import io.imprimatur.decision.Step.Establish;
import io.imprimatur.decision.Step.LowerRisk;
import io.imprimatur.decision.Step.RaiseConfidence;
import io.imprimatur.risk.RiskBound;
import java.util.Optional;

/** What doing one step says about another: it is done as well, or it cannot be done too. Pure. */
final class Implication {
    private Implication() {}

    /** Whether a step may imply or exclude another at all. Fixing and scanning stand each for itself. */
    static boolean mayRelate(Step step) {
        return step instanceof Approve
                || step instanceof Establish
                || step instanceof LowerRisk
                || step instanceof RaiseConfidence;
    }

    /** Whether whoever does the one has done the other. */
    static boolean implies(Step done, Step other) {
        if (done.equals(other)) {
            return true;
        }
        if (done instanceof LowerRisk low && other instanceof LowerRisk high) {
            return isLower(low.below(), high.below());
        }
        if (done instanceof RaiseConfidence high && other instanceof RaiseConfidence low) {
            return high.atLeast().compareTo(low.atLeast()) >= 0;
        }
        if (done instanceof Approve more && other instanceof Approve less) {
            return more.requirement().covers(less.requirement());
        }
        return done instanceof Establish a && other instanceof Establish b && implies(a, b);
    }

    /** Whether the two cannot both be done. */
    static boolean excludes(Step one, Step other) {
        if (!(one instanceof Establish a && other instanceof Establish b)) {
            return false;
        }
        Optional<Bounded> boundedA = Bounded.of(a);
        Optional<Bounded> boundedB = Bounded.of(b);
        if (boundedA.isPresent() && boundedB.isPresent()) {
            return boundedA.get().excludes(boundedB.get());
        }
        // One excludes the other where it implies that the other is not so.
        return implies(a, new Establish(b.condition(), !b.holds()));
    }

    private static boolean isLower(RiskBound low, RiskBound high) {
        if (low instanceof RiskBound.OfValue a && high instanceof RiskBound.OfValue b) {
            return a.value().compareTo(b.value()) <= 0;
        }
        return low instanceof RiskBound.OfLevel a
                && high instanceof RiskBound.OfLevel b
                && a.level().compareTo(b.level()) <= 0;
    }

    private static boolean implies(Establish done, Establish other) {
        Optional<Bounded> boundedDone = Bounded.of(done);
        Optional<Bounded> boundedOther = Bounded.of(other);
        if (boundedDone.isPresent() && boundedOther.isPresent()) {
            return boundedDone.get().implies(boundedOther.get());
        }
        Optional<Matching> matchingDone = Matching.of(done);
        Optional<Matching> matchingOther = Matching.of(other);
        if (matchingDone.isPresent() && matchingOther.isPresent()) {
            return matchingDone.get().implies(matchingOther.get());
        }
        return done.equals(other);
    }
}
