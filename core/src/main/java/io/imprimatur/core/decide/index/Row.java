package io.imprimatur.core.decide.index;

/**
 * What one value of one property means for every filter: which filters a finding with it may pass as far as that property
 * goes, and which it certainly passes. Never changed once made.
 */
final class Row {
    final long[] possible;
    final long[] certain;

    Row(long[] possible, long[] certain) {
        this.possible = possible;
        this.certain = certain;
    }

    /** Where the value settles it. */
    static Row known(long[] passed) {
        return new Row(passed, passed);
    }
}
