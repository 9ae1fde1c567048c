package io.imprimatur.measure;

import java.util.Arrays;
import java.util.Optional;

/** How a quantity is compared with a bound. */
public enum Comparison {
    /** At least. */
    AT_LEAST(">="),
    /** Above. */
    ABOVE(">"),
    /** At most. */
    AT_MOST("<="),
    /** Below. */
    BELOW("<"),
    /** Equal. */
    EQUAL("=");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** The sign as it stands in a policy: {@code >= > <= < =}. */
    public String symbol() {
        return symbol;
    }

    /** The comparison of a sign. */
    public static Optional<Comparison> ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(value -> value.symbol.equals(symbol))
                .findFirst();
    }

    /** Whether {@code value} stands in this relation to {@code bound}. */
    public <T extends Comparable<T>> boolean holds(T value, T bound) {
        int order = value.compareTo(bound);
        return switch (this) {
            case AT_LEAST -> order >= 0;
            case ABOVE -> order > 0;
            case AT_MOST -> order <= 0;
            case BELOW -> order < 0;
            case EQUAL -> order == 0;
        };
    }

    /**
     * Whether a value that lies somewhere from {@code low} to {@code high} stands in this relation to {@code bound}:
     * true or false where every value in between agrees, otherwise unknown.
     */
    public <T extends Comparable<T>> Truth holds(T low, T high, T bound) {
        if (this == EQUAL) {
            boolean possible = low.compareTo(bound) <= 0 && high.compareTo(bound) >= 0;
            return !possible ? Truth.FALSE : low.compareTo(high) == 0 ? Truth.TRUE : Truth.UNKNOWN;
        }
        // The other four are monotone in the value, so the two ends speak for all between them.
        boolean atLow = holds(low, bound);
        return atLow == holds(high, bound) ? Truth.of(atLow) : Truth.UNKNOWN;
    }
}
