package io.imprimatur.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    private static final String TOKEN = "glpat-" + TokenSamples.run("alnum", 20, new Random(7));

    @Test
    void readsWhatKeepsAsciiAsItIs() {
        for (Charset charset : List.of(UTF_8, ISO_8859_1)) {
            byte[] file = ("caf\u00e9 = '" + TOKEN + "'\n").getBytes(charset);
            assertThat(found(file))
                    .singleElement()
                    .satisfies(match -> assertThat(match.firstColumn()).isEqualTo(9));
        }
    }

    @Test
    void readsUtf16WithAByteOrderMark() {
        for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
            byte[] file = ("\ufeffone\ntwo = " + TOKEN).getBytes(charset);
            assertThat(found(file))
                    .singleElement()
                    .satisfies(match -> assertThat(match.firstLine()).isEqualTo(2));
        }
    }

    @Test
    void aZeroByteNearTheStartMakesAFileBinary() {
        assertThat(SourceText.of(new byte[] {'a', 0, 'b'})).isNull();
        assertThat(SourceText.of("one".getBytes(UTF_16LE))).isNull();
        assertThat(SourceText.of("\ufeffone".getBytes(Charset.forName("UTF-32LE"))))
                .isNull();
        byte[] late = new byte[9_000];
        Arrays.fill(late, (byte) 'a');
        late[8_000] = 0;
        assertThat(SourceText.of(late)).isNotNull();
        late[7_999] = 0;
        assertThat(SourceText.of(late)).isNull();
    }

    @Test
    void columnsCountUtf16CodeUnits() {
        byte[] file = ("x\n\u00e9\u20ac\ud83d\ude00" + " " + TOKEN).getBytes(UTF_8);
        assertThat(found(file)).singleElement().satisfies(match -> {
            assertThat(match.firstLine()).isEqualTo(2);
            assertThat(match.firstColumn()).isEqualTo(6);
            assertThat(match.lastColumn()).isEqualTo(5 + TOKEN.length());
        });
    }

    private static List<Match> found(byte[] file) {
        Text text = SourceText.of(file);
        assertThat(text).isNotNull();
        return new SecretDetector().find(text).found();
    }
}
