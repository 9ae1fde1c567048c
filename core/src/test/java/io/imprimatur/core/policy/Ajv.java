package io.imprimatur.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.core.OutsideTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A validator of JSON Schemas that others wrote. */
final class Ajv {
    private Ajv() {}

    /** Which documents the validator accepts; it is started once for all of them. */
    static List<Boolean> accepted(String schemaText, List<Object> documents, Path folder)
            throws IOException, InterruptedException {
        String ajv = OutsideTool.require("imprimatur.ajv");
        Path schema = Files.writeString(folder.resolve("schema.json"), schemaText);
        Path files = Files.createDirectory(folder.resolve("files"));
        for (int i = 0; i < documents.size(); i++) {
            Files.writeString(files.resolve(i + ".json"), PlainTree.json(documents.get(i)));
        }
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        ajv,
                        "validate",
                        "--spec=draft2020",
                        "--errors=no",
                        "-s",
                        schema.toString(),
                        "-d",
                        files + "/*.json")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES))
                .as("the validator ends")
                .isTrue();
        Boolean[] accepted = new Boolean[documents.size()];
        for (String line : Files.readAllLines(said)) {
            // Anything else is a complaint about the schema.
            assertThat(line).matches("(.*/[0-9]+\\.json (in)?valid)?");
            if (!line.isEmpty()) {
                String name = line.substring(line.lastIndexOf('/') + 1, line.lastIndexOf('.'));
                accepted[Integer.parseInt(name)] = line.endsWith(" valid");
            }
        }
        assertThat(accepted).doesNotContainNull();
        return List.of(accepted);
    }
}
