package io.imprimatur.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.Outcome;
import io.imprimatur.core.OutsideTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the reference validator of SARIF, with GitHub's rules, what it thinks of what we write. */
class SarifToolTest {
    @TempDir
    Path folder;

    @Test
    void theReferenceValidatorFindsNoError() throws IOException, InterruptedException {
        String tool = OutsideTool.require("imprimatur.sarif-multitool");
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put("blocked", Outcomes.blocked());
        outcomes.put("allowed", Outcomes.allowed());
        outcomes.put("reviewed", Outcomes.reviewed());
        outcomes.put("waived", Outcomes.waived());
        outcomes.put("endless", Outcomes.endless());
        List<String> hostile = Hostile.texts().toList();
        for (int i = 0; i < hostile.size(); i++) {
            outcomes.put("hostile-" + i, Outcomes.saying(hostile.get(i)));
        }
        for (Map.Entry<String, Outcome> outcome : outcomes.entrySet()) {
            Files.writeString(folder.resolve(outcome.getKey() + ".sarif"), SarifReport.of(outcome.getValue(), "0.1.0"));
        }

        assertThat(errors(tool, folder)).isEmpty();
    }

    @Test
    void theReferenceValidatorWouldFindAnError() throws IOException, InterruptedException {
        String tool = OutsideTool.require("imprimatur.sarif-multitool");
        String broken = SarifReport.of(Outcomes.blocked(), "0.1.0").replace("\"startLine\"", "\"startLime\"");
        Files.writeString(folder.resolve("broken.sarif"), broken);

        assertThat(errors(tool, folder)).isNotEmpty();
    }

    private static List<String> errors(String tool, Path folder) throws IOException, InterruptedException {
        Path verdict = folder.resolve("verdict.json");
        ProcessBuilder command = new ProcessBuilder(
                        tool,
                        "validate",
                        folder.resolve("*.sarif").toString(),
                        "--output",
                        verdict.toString(),
                        "--rule-kind",
                        "Sarif;Ghas",
                        "--log",
                        "ForceOverwrite")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("multitool.log").toFile());
        command.environment().put("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
        Process process = command.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES))
                .as("the validator ends")
                .isTrue();
        assertThat(verdict)
                .as(Files.readString(folder.resolve("multitool.log")))
                .exists();
        // The exit status says nothing; a result without a level is a warning.
        return Parsed.of(Files.readString(verdict)).at("runs", 0, "results").items().stream()
                .filter(result ->
                        result.has("level") && result.at("level").text().equals("error"))
                .map(Parsed::toString)
                .toList();
    }
}
