package io.imprimatur.core.head;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.change.Digest;
import io.imprimatur.change.LineRange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FileLinesTest {
    @Property(tries = 1000)
    void linesAreWhatLineFeedsEnd(@ForAll @Chars({'a', 'b', ' ', '\n', '\r'}) @StringLength(max = 20) String text) {
        FileLines lines = lines(text);
        List<String> expected = text.isEmpty()
                ? List.of()
                : Arrays.asList((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));

        assertThat(lines.count()).isEqualTo(expected.size());
        for (int line = 1; line <= expected.size(); line++) {
            assertThat(lines.widest(line)).isEqualTo(expected.get(line - 1).length() + 1);
            for (int last = line; last <= expected.size(); last++) {
                String normal = expected.subList(line - 1, last).stream()
                        .flatMap(one -> Arrays.stream(one.split("[ \r]")))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" "));
                assertThat(lines.normalised(new LineRange(line, last)))
                        .isEqualTo(Digest.of(normal.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void emptyFileHasAFirstLineToPointAt() {
        assertThat(lines("").count()).isZero();
        assertThat(lines("").widest(1)).isEqualTo(1);
        assertThat(lines("").normalised(LineRange.of(1))).isEqualTo(Digest.of(new byte[0]));
    }

    @Test
    void fileOfVeryManyLinesIsNotLookedInto() {
        byte[] feeds = new byte[FileLines.MOST_LINES + 1];
        Arrays.fill(feeds, (byte) '\n');

        assertThat(FileLines.fits(feeds)).isFalse();
        assertThat(FileLines.fits(Arrays.copyOf(feeds, FileLines.MOST_LINES))).isTrue();
    }

    private static FileLines lines(String text) {
        return FileLines.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
