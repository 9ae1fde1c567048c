package io.imprimatur.samples.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A SARIF report as CodeQL writes one: rules with help, results with a region, fingerprints and a related location. */
final class SampleSarif {
    private static final int RULES = 200;
    private static final int FILES = 5_000;

    private SampleSarif() {}

    /** Writes a report with so many results, each of some 520 bytes. */
    static void write(Path file, int results) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{"
                    + "\"tool\":{\"driver\":{\"name\":\"Sample\",\"semanticVersion\":\"1.0.0\",\"rules\":[");
            for (int rule = 0; rule < RULES; rule++) {
                out.write(String.format(
                        Locale.ROOT,
                        "%s{\"id\":\"js/rule-%d\",\"shortDescription\":{\"text\":\"Rule %d\"},\"help\":{\"text\":\"%s\"},"
                                + "\"defaultConfiguration\":{\"level\":\"%s\"},\"properties\":{\"tags\":[\"security\","
                                + "\"external/cwe/cwe-%03d\"],\"security-severity\":\"%d.%d\"}}",
                        rule == 0 ? "" : ",",
                        rule,
                        rule,
                        "Some help. ".repeat(100),
                        rule % 3 == 0 ? "error" : "warning",
                        rule + 20,
                        rule % 10,
                        rule % 7));
            }
            out.write("]}},\"results\":[");
            for (int i = 0; i < results; i++) {
                int line = i % 900 + 1;
                out.write(String.format(
                        Locale.ROOT,
                        "%s{\"ruleId\":\"js/rule-%d\",\"ruleIndex\":%d,\"message\":{\"text\":\"This value depends on a user-provided"
                                + " value of number %d.\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":"
                                + "\"src/main/module-%d/file-%d.js\",\"uriBaseId\":\"%%SRCROOT%%\"},\"region\":{\"startLine\":%d,"
                                + "\"startColumn\":5,\"endColumn\":25}}}],\"partialFingerprints\":{\"primaryLocationLineHash\":"
                                + "\"%016x:1\"},\"relatedLocations\":[{\"id\":1,\"physicalLocation\":{\"artifactLocation\":{\"uri\":"
                                + "\"src/main/module-%d/file-%d.js\"},\"region\":{\"startLine\":%d}}}]}",
                        i == 0 ? "" : ",",
                        i % RULES,
                        i % RULES,
                        i,
                        i % 50,
                        i % FILES,
                        line,
                        i * 0x9E3779B97F4A7C15L,
                        i % 50,
                        i % FILES,
                        line));
            }
            out.write("]}]}");
        }
    }
}
