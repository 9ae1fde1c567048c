package io.imprimatur.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigestTest {
    @Test
    void noTwoListsOfTextsHaveTheSame() {
        List<List<String>> lists = List.of(
                List.of(),
                List.of(""),
                List.of("", ""),
                List.of("ab"),
                List.of("a", "b"),
                List.of("b", "a"),
                List.of("\0\0\0\1a"),
                List.of("é"));

        assertThat(lists.stream().map(Digest::of)).doesNotHaveDuplicates();
        assertThat(Digest.of(Stream.of("a", "b").toList())).isEqualTo(Digest.of(List.of("a", "b")));
    }
}
