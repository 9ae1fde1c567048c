package io.imprimatur.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents made to exhaust their reader. */
class HostileDocumentTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(ints = {65, 20_000, 1_000_000})
    void deepNestingIsRefusedWhereItGetsTooDeep(int levels) {
        for (Format format : Format.values()) {
            assertThat(read("[".repeat(levels), format).lines())
                    .containsExactly("1:65 null | must be nested at most 64 deep | null");
        }
        assertThat(read("{a: ".repeat(levels / 4 + 64), Format.YAML).lines())
                .containsExactly("1:257 null | must be nested at most 64 deep | null");
        assertThat(read("{\"a\":".repeat(levels / 5 + 64), Format.JSON).lines())
                .containsExactly("1:321 null | must be nested at most 64 deep | null");
        assertThat(read("- ".repeat(levels / 2 + 64), Format.YAML).lines())
                .containsExactly("1:129 null | must be nested at most 64 deep | null");
        assertThat(read("? ".repeat(levels / 2 + 64), Format.YAML).lines())
                .containsExactly("1:129 null | must be nested at most 64 deep | null");
    }

    @Test
    void theDeepestAllowedIsRead() {
        String text = "[".repeat(64) + "]".repeat(64);
        for (Format format : Format.values()) {
            assertThat(read(text, format).problems()).isEmpty();
        }
        Limits flat = new Limits(100, 1, 10, false);
        assertThat(Reading.of(bytes("[1]"), Format.JSON, flat).problems()).isEmpty();
        assertThat(Reading.of(bytes("[[1]]"), Format.JSON, flat).lines())
                .containsExactly("1:2 null | must be nested at most 1 deep | null");
    }

    @Test
    void deepNestingNeedsLittleStackEvenAtTheLargestLimit() throws InterruptedException {
        Limits deepest = new Limits(1 << 20, 512, 100_000, false);
        Reading[] readings = new Reading[2];
        Thread small = new Thread(
                null,
                () -> {
                    readings[0] = Reading.of(bytes("[".repeat(512) + "]".repeat(512)), Format.YAML, deepest);
                    readings[1] = Reading.of(bytes("[".repeat(512) + "]".repeat(512)), Format.JSON, deepest);
                },
                "small stack",
                256 * 1024);
        small.start();
        small.join();
        assertThat(readings[0].problems()).isEmpty();
        assertThat(readings[1].problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void sizeIsBounded(Format format) {
        Limits small = new Limits(10, 64, 100, false);
        assertThat(Reading.of(bytes("\"12345678\""), format, small).problems()).isEmpty();
        assertThat(Reading.of(bytes("\"123456789\""), format, small).lines())
                .containsExactly("0:0 null | must have at most 10 bytes | more than 10 bytes");
        assertThat(Reading.of(new byte[(1 << 20) + 1], format, Limits.WRITTEN).lines())
                .containsExactly("0:0 null | must have at most 1048576 bytes | more than 1048576 bytes");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theNumberOfValuesIsBounded(Format format) {
        Limits few = new Limits(1000, 64, 4, false);
        assertThat(Reading.of(bytes("[1, {\"a\": 2}]"), format, few).problems()).isEmpty();
        assertThat(Reading.of(bytes("[1, {\"a\": 2,\n \"b\": 3}]"), format, few).lines())
                .containsExactly("2:7 null | must hold at most 4 values | null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "]",
                "{",
                "}",
                "- ",
                "-\n",
                "? ",
                ": ",
                "a: ",
                "a:\n",
                "a: a\n",
                "a",
                "a ",
                "a\n",
                "'",
                "\"",
                "\\",
                "\"\\",
                "''",
                "&a ",
                "*a ",
                "*a\n",
                "!a ",
                "!",
                "%",
                "%\n",
                "---\n",
                "...\n",
                "- - ",
                "[a,",
                "{a,",
                "{a: b},",
                "#",
                "#\n",
                " #\n",
                "|\n",
                ">\n ",
                "| ",
                "\n",
                "\r",
                "\t",
                " ",
                "1",
                "1e",
                "1,",
                "[1],",
                "<<: ",
                "\u202E",
                "\uFEFF",
                "\u00E9",
                "\uD83D\uDE00",
                "{\"a\":1},",
                "[[],[",
                ", ",
                "\"a\":",
                "@",
                "`",
                "a: [\n",
                "- a\n",
                "a:\n - ",
                "!<",
                "!!a!",
                "%TAG ! x\n",
                "\"a\"\n",
                "'\n"
            })
    void anyPieceRepeatedEndsSoon(String piece) {
        String text = piece.repeat((1 << 18) / bytes(piece).length);
        for (Format format : Format.values()) {
            for (String head : new String[] {"", "[", "a: ", "\"", "- |\n "}) {
                Reading reading = Assertions.assertTimeoutPreemptively(SOON, () -> read(head + text, format));
                assertThat(reading.root().isPresent() || !reading.problems().isEmpty())
                        .isTrue();
            }
        }
    }

    @Test
    void keysThatShareAHashEndSoon() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 1 << 14; i++) {
            text.append(i == 0 ? "\"" : ",\"");
            for (int bit = 0; bit < 14; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            text.append("\":1");
        }
        for (Format format : Format.values()) {
            Reading reading = Assertions.assertTimeoutPreemptively(
                    SOON, () -> read(text.append("}").toString(), format));
            assertThat(reading.root().isPresent() || !reading.problems().isEmpty())
                    .isTrue();
        }
    }

    private static Reading read(String text, Format format) {
        return Reading.of(bytes(text), format, Limits.WRITTEN);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
