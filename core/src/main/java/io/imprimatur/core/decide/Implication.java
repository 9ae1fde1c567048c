package io.imprimatur.core.decide;

import io.imprimatur.decision.Step.AddScanner;
import io.imprimatur.decision.Step.Approve;

/** Which approvals and scanners are others as well. What facts imply one another is a {@link Matter}. Pure. */
final class Implication {
    /** What whoever adds any scanner does too. */
    static final AddScanner ANY_SCANNER = new AddScanner(null, null);

    private Implication() {}

    /** Whether whoever adds it adds a scanner that looks for faults. */
    static boolean isAny(AddScanner added) {
        return added.category() == null || !added.category().isTopic();
    }

    /** Whether whoever has the one has the other: approvals by anyone, or fewer by the same role, are covered. */
    static boolean implies(Approve done, Approve other) {
        return done.requirement().covers(other.requirement());
    }
}
