package io.imprimatur.core.decide.index;

import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.FindingExists;

/**
 * A condition without parts.
 *
 * @param condition as it stands
 * @param filter the bit of its filter of findings; -1 where it does not count findings
 * @param least how many findings it asks for
 */
record Leaf(Condition condition, int filter, int least) {
    static Leaf of(Condition condition, FindingIndex findings) {
        return condition instanceof FindingExists wanted
                ? new Leaf(condition, findings.number(wanted.filter()), wanted.least())
                : new Leaf(condition, -1, 0);
    }

    boolean countsFindings() {
        return filter >= 0;
    }
}
