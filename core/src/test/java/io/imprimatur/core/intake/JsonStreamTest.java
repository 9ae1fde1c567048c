package io.imprimatur.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.error.Problem;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStreamTest {
    private static final Consumer<JsonStream> SKIP = json -> {};

    @Test
    void whatAReaderLeavesIsSkipped() {
        List<String> read = new ArrayList<>();
        read(
                "{'skip': {'a': [1, {'name': 'x'}]}, 'items': [{'name': 'a', 'deep': [[]]}, 3, {'name': 'b'}], 'last': 1}",
                json -> json.object(key -> {
                    if (key.equals("items")) {
                        json.array(() -> {
                            if (json.kind() == JsonStream.Kind.OBJECT) {
                                json.object(inner -> {
                                    if (inner.equals("name")) {
                                        read.add(json.text());
                                    }
                                });
                            }
                        });
                    } else {
                        read.add(key);
                    }
                }));

        assertThat(read).containsExactly("skip", "a", "b", "last");
    }

    @Test
    void nullReadsAsAbsent() {
        read("[null, null, null, null, null]", json -> {
            List<Object> read = new ArrayList<>();
            List<Runnable> ways = List.of(
                    () -> read.add(json.object(key -> {})),
                    () -> read.add(json.array(() -> {})),
                    () -> read.add(String.valueOf(json.text())),
                    () -> read.add(json.whole()),
                    () -> read.add(json.texts(9)));
            json.array(() -> ways.get(read.size()).run());
            assertThat(read).containsExactly(false, false, "null", OptionalLong.empty(), List.of());
        });
    }

    @Test
    void wholeNumbersAreTakenHoweverTheyAreWritten() {
        List<Long> read = new ArrayList<>();
        read(
                "[1, -7, 3.0, 1e3, 99999999999999999999999, -1e300]",
                json -> json.array(() -> json.whole().ifPresent(read::add)));

        assertThat(read).containsExactly(1L, -7L, 3L, 1000L, Long.MAX_VALUE, Long.MIN_VALUE);
        assertThat(problem("[1.5]", json -> json.array(json::whole)).toString())
                .isEqualTo(
                        "report.json:1:2: [0]: must be a whole number, but was: a number; check which tool and which "
                                + "format wrote the report");
    }

    @Test
    void numbersThatAreNoneAreSkippedAndNeverWhole() {
        read("[{'rank': NaN, 'x': -Infinity}]", SKIP);
        assertThat(problem("[NaN]", json -> json.array(json::whole)).message()).isEqualTo("must be a whole number");
    }

    @Test
    void oneTextIsAListOfOne() {
        List<List<String>> read = new ArrayList<>();
        read("['a', ['b', null, 'c', 'd'], null]", json -> json.array(() -> read.add(json.texts(2))));

        assertThat(read).containsExactly(List.of("a"), List.of("b", "c"), List.of());
    }

    @Test
    void wrongKindIsRefusedWithItsPlace() {
        Problem problem = problem(
                "{'runs': [{},\n  {'results': 42}]}",
                json -> json.object(key -> json.array(() -> json.object(inner -> json.array(() -> {})))));

        assertThat(problem.position()).isEqualTo(new Position(2, 15));
        assertThat(problem.field()).isEqualTo("runs[1].results");
        assertThat(problem.message()).isEqualTo("must be an array");
        assertThat(problem.value()).isEqualTo("a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void byteOrderMarkTellsTheEncoding(String encoding) {
        byte[] bytes = "\uFEFF{\"name\": \"Zoë\"}".getBytes(Charset.forName(encoding));
        List<String> read = new ArrayList<>();

        JsonStream.read(
                ReportSource.of("report.json", bytes),
                JsonLimits.DEFAULT,
                json -> json.object(key -> read.add(json.text())));

        assertThat(read).containsExactly("Zoë");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "[1, 2",
                "{'a': 'b",
                "{'a'}",
                "{,}",
                "nul",
                "FeatureNotSupportedForOrgError: no",
                "[1] [2]",
                "{} x",
                "\u0000\u0001"
            })
    void whatIsNoDocumentIsRefused(String text) {
        Problem problem = problem(text, SKIP);

        assertThat(problem.source()).isEqualTo("report.json");
        assertThat(problem.remedy()).isNotNull();
        assertThat(problem.position().isKnown()).isTrue();
    }

    @Test
    void malformedEncodingIsRefused() {
        byte[] latin = "{\"name\": \"Zo\u00eb\"}".getBytes(StandardCharsets.ISO_8859_1);

        ImprimaturException refused = refused(ReportSource.of("report.json", latin), JsonLimits.DEFAULT, SKIP);

        assertThat(refused).hasMessageContaining("UTF-8");
    }

    @Test
    void depthSizeAndTextAreBounded() {
        JsonLimits small = new JsonLimits(100_000, 10, 1_000);

        assertThat(refused(source("[".repeat(11)), small, SKIP)).hasMessageContaining("10 levels");
        assertThat(refused(source("[" + " ".repeat(200_000) + "]"), small, SKIP))
                .hasMessageContaining("100000 bytes");
        assertThat(refused(source("['" + "x".repeat(50_000) + "']"), small, json -> json.array(json::text)))
                .hasMessageContaining("texts of 1000 characters");
        assertThat(refused(source("[" + "9".repeat(50_000) + "]"), small, json -> json.array(json::whole)))
                .hasMessageContaining("is larger than what is read");
        JsonStream.read(source("['" + "x".repeat(50_000) + "']"), small, SKIP);
    }

    @Test
    void nothingOfTheDocumentStandsInAnError() {
        String secret = "hunter" + "2hunter2";

        assertThat(problem("{'password': " + secret + "}", SKIP).toString()).doesNotContain(secret);
        assertThat(problem("['" + secret + "']", json -> json.array(json::whole))
                        .toString())
                .doesNotContain(secret);
    }

    @Test
    void stoppingLeavesTheRestUnread() {
        List<Long> read = new ArrayList<>();
        read(
                "[[1, 2, 3], [4] and then no JSON",
                json -> json.array(() -> json.array(() -> {
                    json.whole().ifPresent(read::add);
                    if (read.size() == 2) {
                        json.stop();
                    }
                })));

        assertThat(read).containsExactly(1L, 2L);
    }

    @Test
    void sourceThatCannotBeReadIsAFailureOfTheSource() {
        ImprimaturException refused = refused(ReportSource.of(Path.of("not/there.json")), JsonLimits.DEFAULT, SKIP);

        assertThat(refused.code()).isEqualTo(ErrorCode.IO_FAILURE);
        assertThat(refused).hasMessageContaining("not/there.json");
    }

    @Test
    void sourceEndsOnceItIsNoLongerWanted() throws Exception {
        ReportSource source = source("[]");

        try (InputStream in = source.until(() -> false).open()) {
            assertThat(in.readAllBytes()).hasSize(2);
        }
        assertThat(refused(source.until(() -> true), JsonLimits.DEFAULT, SKIP).code())
                .isEqualTo(ErrorCode.IO_FAILURE);
    }

    private static void read(String text, Consumer<JsonStream> root) {
        JsonStream.read(source(text), JsonLimits.DEFAULT, root);
    }

    private static Problem problem(String text, Consumer<JsonStream> root) {
        ImprimaturException refused = refused(source(text), JsonLimits.DEFAULT, root);
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_DOCUMENT);
        return refused.problems().get(0);
    }

    private static ImprimaturException refused(ReportSource source, JsonLimits limits, Consumer<JsonStream> root) {
        ImprimaturException refused =
                catchThrowableOfType(ImprimaturException.class, () -> JsonStream.read(source, limits, root));
        assertThat(refused).isNotNull();
        return refused;
    }

    /** Apostrophes stand for quotes. */
    private static ReportSource source(String text) {
        return ReportSource.of("report.json", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
