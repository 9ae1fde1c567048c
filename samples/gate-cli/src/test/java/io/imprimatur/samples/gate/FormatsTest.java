package io.imprimatur.samples.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.core.json.Json;
import io.imprimatur.decision.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The forms of a decision, and where they go. */
class FormatsTest {
    @TempDir
    Path folder;

    private ShopRepository shop;

    @BeforeEach
    void makeAChangeForReview() throws IOException {
        shop = ShopRepository.in(folder);
        shop.change(Map.of("a.txt", "one\n", "src/auth/login.py", "pass\n"));
    }

    @Test
    void textIsForPeople() throws IOException {
        assertThat(GateRun.process(shop.check()).out()).startsWith("review: ").contains("What clears it:");
    }

    @Test
    void markdownIsForAComment() throws IOException {
        GateRun run = GateRun.process(shop.check("--format", "markdown"));
        assertThat(run.out()).startsWith("## Imprimatur: ").contains("`src/auth/login.py`");
    }

    @Test
    void jsonIsTheWholeDecision() throws IOException {
        GateRun run = GateRun.process(shop.check("--format", "json"));
        byte[] json = run.out().getBytes(StandardCharsets.UTF_8);
        assertThat(Json.DECISION.read(json, "decision.json").verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(new ObjectMapper().readTree(json).at("/schema").asText()).isEqualTo(Json.DECISION.schema());
    }

    @Test
    void sarifIsForCodeScanning() throws IOException {
        JsonNode log = new ObjectMapper()
                .readTree(GateRun.process(shop.check("--format", "sarif")).out());
        assertThat(log.at("/version").asText()).isEqualTo("2.1.0");
        assertThat(log.at("/runs/0/results").findValuesAsText("uri")).contains("src/auth/login.py");
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatHasTheSameStatus(Format format) {
        GateRun run = GateRun.here(shop.check("--format", format.name()));
        assertThat(run.status()).isEqualTo(GateCli.REVIEW);
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aReportInAFileIsWhatWouldBePrinted(Format format) throws IOException {
        Path file = Files.writeString(folder.resolve("report"), "an older report");
        GateRun run = GateRun.here(shop.check("--format", format.name(), "--output", file.toString()));
        assertThat(run.status()).isEqualTo(GateCli.REVIEW);
        assertThat(run.all()).isEmpty();
        assertThat(file)
                .hasContent(GateRun.here(shop.check("--format", format.name())).out());
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aReportThatCannotBeWrittenIsAnErrorThatSaysWhere() {
        Path file = folder.resolve("nowhere/report.txt");
        GateRun run = GateRun.here(shop.check("--output", file.toString()));
        assertThat(run.status()).isEqualTo(GateCli.UNDECIDED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: io-failure: " + file).contains("name a file in a folder");
    }
}
