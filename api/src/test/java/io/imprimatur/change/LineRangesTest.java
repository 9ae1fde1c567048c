package io.imprimatur.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.error.ImprimaturException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineRangesTest {

    @Property
    void behavesAsTheSetOfItsLines(@ForAll("ranges") List<LineRange> a, @ForAll("ranges") List<LineRange> b) {
        Set<Integer> linesOfA = lines(a);
        Set<Integer> linesOfB = lines(b);
        LineRanges setA = new LineRanges(a);
        LineRanges setB = new LineRanges(b);

        assertThat(setA.count()).isEqualTo(linesOfA.size());
        assertThat(lines(setA.union(setB).ranges())).isEqualTo(union(linesOfA, linesOfB));
        Set<Integer> shared = new TreeSet<>(linesOfA);
        shared.retainAll(linesOfB);
        assertThat(lines(setA.intersection(setB).ranges())).isEqualTo(shared);
        assertThat(IntStream.rangeClosed(1, 60).allMatch(line -> setA.contains(line) == linesOfA.contains(line)))
                .isTrue();
    }

    @Property
    void neighboursAreAlwaysApart(@ForAll("ranges") List<LineRange> ranges) {
        List<LineRange> normal = new LineRanges(ranges).ranges();
        for (int i = 1; i < normal.size(); i++) {
            assertThat(normal.get(i).first()).isGreaterThan(normal.get(i - 1).last() + 1);
        }
    }

    @Test
    void linesCountFromOneAndInOrder() {
        assertThatThrownBy(() -> new LineRange(0, 1)).isInstanceOf(ImprimaturException.class);
        assertThatThrownBy(() -> new LineRange(3, 2)).isInstanceOf(ImprimaturException.class);
    }

    @Provide
    Arbitrary<List<LineRange>> ranges() {
        Arbitrary<LineRange> range = Combinators.combine(
                        Arbitraries.integers().between(1, 50),
                        Arbitraries.integers().between(0, 6))
                .as((first, more) -> new LineRange(first, first + more));
        return range.list().ofMaxSize(8);
    }

    private static Set<Integer> lines(List<LineRange> ranges) {
        return ranges.stream()
                .flatMap(range ->
                        IntStream.rangeClosed(range.first(), range.last()).boxed())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
        Set<Integer> all = new TreeSet<>(a);
        all.addAll(b);
        return all;
    }
}
