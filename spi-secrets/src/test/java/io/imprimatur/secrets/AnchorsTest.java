package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AnchorsTest {
    private record Hit(int word, int start) {}

    @Property
    void findsWhatASearchForEachWordFinds(@ForAll("words") List<String> words, @ForAll("text") String text) {
        List<Hit> expected = new ArrayList<>();
        for (int word = 0; word < words.size(); word++) {
            for (int at = text.indexOf(words.get(word)); at >= 0; at = text.indexOf(words.get(word), at + 1)) {
                expected.add(new Hit(word, at));
            }
        }
        assertThat(hits(words, text)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void stopsWhenToldTo() {
        List<Hit> hits = new ArrayList<>();
        new Anchors(List.of(new byte[] {'a'})).visit("aaaa".getBytes(ISO_8859_1), (word, start) -> {
            hits.add(new Hit(word, start));
            return hits.size() < 2;
        });
        assertThat(hits).containsExactly(new Hit(0, 0), new Hit(0, 1));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("ab\u00ff")
                .ofMinLength(1)
                .ofMaxLength(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().withChars("abc\u00ff").ofMaxLength(60);
    }

    private static List<Hit> hits(List<String> words, String text) {
        List<Hit> hits = new ArrayList<>();
        new Anchors(words.stream().map(word -> word.getBytes(ISO_8859_1)).toList())
                .visit(text.getBytes(ISO_8859_1), (word, start) -> {
                    hits.add(new Hit(word, start));
                    return true;
                });
        return hits;
    }
}
