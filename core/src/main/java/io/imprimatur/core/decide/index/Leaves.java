package io.imprimatur.core.decide.index;

import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Condition;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The truth of each leaf in one assessment: worked out when it is first asked for. */
final class Leaves {
    private final Leaf[] leaves;
    private final Hits hits;
    private final long[] hidden;
    private final Function<Condition, Truth> reference;
    private final @Nullable Truth[] truths;

    Leaves(Leaf[] leaves, Hits hits, long[] hidden, Function<Condition, Truth> reference) {
        this.leaves = leaves;
        this.hits = hits;
        this.hidden = hidden;
        this.reference = reference;
        this.truths = new Truth[leaves.length];
    }

    Truth truth(int leaf) {
        Truth truth = truths[leaf];
        if (truth == null) {
            truth = ask(leaves[leaf]);
            truths[leaf] = truth;
        }
        return truth;
    }

    private Truth ask(Leaf leaf) {
        if (!leaf.countsFindings()) {
            return reference.apply(leaf.condition());
        }
        if (hits.passes(leaf.filter(), leaf.least())) {
            return Truth.TRUE;
        }
        return hits.mayPass(leaf.filter(), leaf.least()) || Bits.has(hidden, leaf.filter())
                ? Truth.UNKNOWN
                : Truth.FALSE;
    }
}
