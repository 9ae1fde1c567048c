package io.imprimatur.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ComparisonTest {

    @Property
    void anIntervalIsTrueOrFalseExactlyWhereEveryValueInItAgrees(
            @ForAll Comparison comparison,
            @ForAll @IntRange(min = 0, max = 6) int low,
            @ForAll @IntRange(min = 0, max = 6) int width,
            @ForAll @IntRange(min = 0, max = 12) int bound) {
        int high = low + width;
        boolean all = IntStream.rangeClosed(low, high).allMatch(value -> comparison.holds(value, bound));
        boolean none = IntStream.rangeClosed(low, high).noneMatch(value -> comparison.holds(value, bound));
        Truth expected = all ? Truth.TRUE : none ? Truth.FALSE : Truth.UNKNOWN;
        assertThat(comparison.holds(low, high, bound)).isEqualTo(expected);
    }

    @Property
    void kleeneNegationIsDeMorgan(@ForAll Truth a, @ForAll Truth b) {
        assertThat(a.and(b).not()).isEqualTo(a.not().or(b.not()));
    }
}
