package io.imprimatur.snyk;

import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.JsonStream;
import io.imprimatur.core.intake.ReportSource;
import java.util.ArrayList;
import java.util.List;

/** Reads what a report in SARIF says in {@code runs[].properties.coverage}, and steps over the rest. Not thread-safe. */
final class CodeCoverageReader {
    private static final int MOST = 1_000;

    private final JsonStream json;
    private final List<CodeCoverage.Count> counts = new ArrayList<>();

    private CodeCoverageReader(JsonStream json) {
        this.json = json;
    }

    /**
     * Reads a report.
     *
     * @throws io.imprimatur.error.ImprimaturException as {@link SnykReader#read}
     */
    static CodeCoverage read(ReportSource source, JsonLimits limits) {
        List<CodeCoverage.Count> counts = new ArrayList<>();
        JsonStream.read(source, limits, json -> {
            CodeCoverageReader reader = new CodeCoverageReader(json);
            reader.member("runs", () -> Values.array(json, reader::run));
            counts.addAll(reader.counts);
        });
        return new CodeCoverage(counts);
    }

    private void run() {
        member("properties", () -> member("coverage", () -> Values.array(json, this::count)));
    }

    private void count() {
        String[] texts = {"", ""};
        int[] files = new int[1];
        boolean[] supported = new boolean[1];
        Values.object(json, key -> {
            switch (key) {
                case "lang" -> texts[0] = text();
                case "type" -> texts[1] = text();
                case "files" -> files[0] = Math.max(0, Values.whole(json));
                case "isSupported" -> supported[0] = Boolean.TRUE.equals(Values.flag(json));
                default -> {}
            }
        });
        if (counts.size() < MOST && files[0] > 0) {
            counts.add(new CodeCoverage.Count(texts[0], files[0], supported[0], texts[1]));
        }
    }

    private String text() {
        String text = Values.text(json, CodeCoverage.LONGEST);
        return text == null ? "" : text;
    }

    private void member(String name, Runnable value) {
        Values.object(json, key -> {
            if (key.equals(name)) {
                value.run();
            }
        });
    }
}
