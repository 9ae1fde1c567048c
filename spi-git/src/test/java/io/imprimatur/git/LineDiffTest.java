package io.imprimatur.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("a\n", "b\n", "c\n", "d\r\n", "\n", "longer line\n")
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 3000)
    void whatIsNotAddedIsInTheOldTextInOrder(
            @ForAll("texts") List<String> before, @ForAll("texts") List<String> after) {
        BitSet added = added(before, after);

        List<String> kept = kept(after, added);
        assertThat(isSubsequence(kept, before)).isTrue();
        // And the difference is a least one.
        assertThat(kept).hasSize(longestCommon(before, after));
    }

    @Test
    void theLastLineWithoutLineEndIsAnotherThanTheSameWithOne() {
        assertThat(added(List.of("a\n", "b"), List.of("a\n", "b\n")).cardinality())
                .isEqualTo(1);
        assertThat(added(List.of("a\n"), List.of("a\r\n")).cardinality()).isEqualTo(1);
        assertThat(added(List.of(), List.of()).cardinality()).isZero();
        assertThat(added(List.of(), List.of("x")).cardinality()).isEqualTo(1);
    }

    @Test
    void aCostlyPairStaysWithinBoundsAndSound() {
        Random random = new Random(7);
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            before.add(random.nextInt(50) + "\n");
            after.add(random.nextInt(50) + "\n");
        }

        BitSet added = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> added(before, after));

        assertThat(isSubsequence(kept(after, added), before)).isTrue();
        assertThat(added.cardinality()).isLessThan(after.size());
    }

    @Test
    void reversedAndRepeatedTextsStayWithinBounds() {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (int i = 0; i < 300_000; i++) {
            before.add(i + "\n");
            after.add(0, i % 3 == 0 ? i + "\n" : "x\n");
            if (after.size() > 20_000) {
                after.subList(10_000, after.size()).clear();
            }
        }

        BitSet added = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> added(before, after));

        assertThat(isSubsequence(kept(after, added), before)).isTrue();
    }

    private static BitSet added(List<String> before, List<String> after) {
        return LineDiff.added(lines(before), lines(after));
    }

    private static Lines lines(List<String> lines) {
        return new Lines(String.join("", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> kept(List<String> after, BitSet added) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            if (!added.get(i)) {
                kept.add(after.get(i));
            }
        }
        return kept;
    }

    private static boolean isSubsequence(List<String> part, List<String> whole) {
        int at = 0;
        for (String line : whole) {
            if (at < part.size() && part.get(at).equals(line)) {
                at++;
            }
        }
        return at == part.size();
    }

    private static int longestCommon(List<String> a, List<String> b) {
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            for (int j = 1; j <= b.size(); j++) {
                length[i][j] = a.get(i - 1).equals(b.get(j - 1))
                        ? length[i - 1][j - 1] + 1
                        : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        return length[a.size()][b.size()];
    }
}
