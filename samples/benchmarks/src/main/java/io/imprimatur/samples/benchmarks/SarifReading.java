package io.imprimatur.samples.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.sarif.SarifReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a SARIF report of 100,000 results, by turns with a bare streaming parser over the same file, in one JVM: the first
 * time of each is that of a cold one. {@code samples/docs/speed.md} says how to run it.
 */
public final class SarifReading {
    private SarifReading() {}

    /**
     * @param arguments how often each reads, 10 unless said; how many results, 100,000 unless said
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int results = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        Path file = Files.createTempFile("imprimatur-benchmarks", ".sarif");
        try {
            SampleSarif.write(file, results);
            List<Long> bare = new ArrayList<>();
            List<Long> ours = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                read(file, results);
                ours.add((System.nanoTime() - start) / 1_000_000);
                start = System.nanoTime();
                stream(file);
                bare.add((System.nanoTime() - start) / 1_000_000);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d results, %.1f MB, heap of at most %d MB%n",
                    results,
                    Files.size(file) / 1e6,
                    Runtime.getRuntime().maxMemory() >> 20);
            print("a bare streaming parser", bare);
            print("SarifReader", ours);
            System.out.printf(
                    Locale.ROOT,
                    "ratio of the medians: %.2f%n",
                    new Timing("", ours).median() / (double) new Timing("", bare).median());
        } finally {
            Files.delete(file);
        }
    }

    private static void read(Path file, int results) {
        int[] count = {0};
        SarifReader.read(ReportSource.of(file), JsonLimits.DEFAULT, result -> {
            count[0] += result.isFailure() ? 1 : 0;
            return true;
        });
        if (count[0] != results) {
            throw new IllegalStateException(count[0] + " results of " + results + " were read");
        }
    }

    private static void stream(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = new JsonFactory().createParser(in)) {
            while (parser.nextToken() != null) {
                // nothing but the tokens
            }
        }
    }

    private static void print(String name, List<Long> milliseconds) {
        Timing timing = new Timing(name, milliseconds);
        System.out.printf(
                Locale.ROOT,
                "%-24s cold %5d ms, median %5d, min %5d, max %5d%n",
                name,
                milliseconds.get(0),
                timing.median(),
                timing.milliseconds().get(0),
                timing.milliseconds().get(timing.milliseconds().size() - 1));
    }
}
