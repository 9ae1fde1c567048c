package io.imprimatur.core.draft;

import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Ratio;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A decimal as an outsider gives it, as the ratio that it is exactly. */
final class Decimals {
    private static final int DIGITS = 6;

    private Decimals() {}

    /** The ratio; absent stays absent. Never expands the decimal: its exponent may be huge. */
    static @Nullable Ratio ratio(@Nullable BigDecimal decimal) {
        if (decimal == null) {
            return null;
        }
        boolean fits = decimal.signum() >= 0
                && decimal.compareTo(BigDecimal.ONE) <= 0
                && decimal.scale() <= DIGITS
                && decimal.precision() - decimal.scale() <= 1;
        Preconditions.check(
                fits,
                "confidence",
                decimal,
                "must be a decimal from 0 to 1 with at most " + DIGITS + " digits after the point");
        return decimal.signum() == 0
                ? Ratio.ZERO
                : new Ratio(decimal.movePointRight(DIGITS).intValueExact());
    }
}
