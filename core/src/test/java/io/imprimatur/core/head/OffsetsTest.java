package io.imprimatur.core.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.LineRange;
import io.imprimatur.core.head.Offsets.Unit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OffsetsTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "\n", "\r\n", "é", "€", "😀", "\uFEFF")
                .list()
                .ofMaxSize(12)
                .map(signs -> String.join("", signs));
    }

    /** What is meant is cut out of the text, and the line feeds before it are counted. */
    @Property(tries = 2000)
    void linesAreThoseOfThePartThatIsMeant(
            @ForAll("texts") String text,
            @ForAll Unit unit,
            @ForAll @IntRange(max = 40) int from,
            @ForAll @IntRange(max = 40) int many) {
        List<String> signs = signs(text.startsWith("\uFEFF") && unit != Unit.BYTES ? text.substring(1) : text);
        int first = Math.min(from, signs.size());
        int end = Math.min(first + many, signs.size());
        String before = String.join("", signs.subList(0, first));
        String with = String.join("", signs.subList(0, Math.max(first, end - 1)));
        Offsets offsets = offsets(text.getBytes(StandardCharsets.UTF_8), unit);
        int last =
                Math.max(1, FileLines.of(text.getBytes(StandardCharsets.UTF_8)).count());

        assertThat(offsets.length()).isEqualTo(count(String.join("", signs), unit));
        assertThat(offsets.lines(count(before, unit), count(String.join("", signs.subList(first, end)), unit)))
                .isEqualTo(new LineRange(line(before, last), line(with, last)));
    }

    @Test
    void partsOfTheStandardsExample() {
        byte[] text = "abcd\r\nefg\r\nhijk\r\nlmn\r\n".getBytes(StandardCharsets.UTF_8);

        for (Unit unit : Unit.values()) {
            assertThat(offsets(text, unit).lines(1, 2)).isEqualTo(LineRange.of(1));
            assertThat(offsets(text, unit).lines(1, 0)).isEqualTo(LineRange.of(1));
            assertThat(offsets(text, unit).lines(6, 11)).isEqualTo(new LineRange(2, 3));
            assertThat(offsets(text, unit).lines(22, 0)).isEqualTo(LineRange.of(4));
        }
    }

    private static Offsets offsets(byte[] content, Unit unit) {
        Offsets offsets = FileLines.of(content).offsets(unit);
        assertThat(offsets).isNotNull();
        return offsets;
    }

    private static List<String> signs(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    private static int count(String text, Unit unit) {
        return switch (unit) {
            case BYTES -> text.getBytes(StandardCharsets.UTF_8).length;
            case UTF16_UNITS -> text.length();
            case CODE_POINTS -> text.codePointCount(0, text.length());
        };
    }

    private static int line(String before, int last) {
        return Math.min(
                last, 1 + (int) before.chars().filter(sign -> sign == '\n').count());
    }
}
