package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.JsonStream;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a SARIF report of any tool. The report is read twice, as results may come before what they refer to: first all but
 * the results, then the results, of which no more than one is held at a time. Memory does not grow with their number.
 *
 * <p>Tolerant: a missing version, level, rule, location or {@code null} in the place of anything is read as the standard
 * says or as the tool most likely meant. Strict: what is no JSON, no report, or of another kind than the standard says where
 * guessing could hide a result, is refused with its place. A report of another version than 2.1.0 is read as if it were
 * one, with a doubt: what it says in other words than 2.1.0 is not seen.
 *
 * <p>Stateless and thread-safe.
 */
public final class SarifReader {
    private static final long MOST_KEPT = 48L << 20;

    private SarifReader() {}

    /**
     * Reads a report.
     *
     * @param results is given each result in the order of the report; answers whether it wants more
     * @return the report but for its results
     * @throws ImprimaturException {@link ErrorCode#INVALID_DOCUMENT} with source, line, column and path of what is wrong;
     *     results before that place were handed over. {@link ErrorCode#IO_FAILURE} where it cannot be read
     */
    public static SarifLog read(ReportSource source, JsonLimits limits, Predicate<SarifResult> results) {
        Preconditions.notNull(results, "results");
        return read(source, limits, log -> {}, List.of(results));
    }

    /**
     * As above.
     *
     * @param begin is given the report before the first of its results
     * @param readers each is given all results, one reader after the other, until one wants no more
     */
    static SarifLog read(
            ReportSource source, JsonLimits limits, Consumer<SarifLog> begin, List<Predicate<SarifResult>> readers) {
        Outline outline = new Outline();
        ImprimaturException failure = null;
        try {
            JsonStream.read(source, limits, outline::read);
        } catch (ImprimaturException refused) {
            if (outline.runs.isEmpty()) {
                throw refused;
            }
            failure = refused; // the results before it count
        }
        SarifLog log = outline.log();
        begin.accept(log);
        Results results = new Results(outline.runs);
        for (Predicate<SarifResult> reader : readers) {
            try {
                if (!results.read(source, limits, reader)) {
                    break;
                }
            } catch (ImprimaturException refused) {
                failure = failure == null ? refused : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return log;
    }

    /** The first reading. */
    private static final class Outline {
        private final List<RunContext> runs = new ArrayList<>();
        private final List<Problem> doubts = new ArrayList<>();
        private @Nullable String version;
        private boolean hasRuns;

        void read(JsonStream json) {
            Budget budget = new Budget(MOST_KEPT);
            boolean isObject = json.kind() == JsonStream.Kind.OBJECT
                    && json.object(key -> {
                        switch (key) {
                            case "version" -> version(json);
                            case "runs" -> {
                                hasRuns = true;
                                json.array(() -> run(json, budget));
                            }
                            default -> {}
                        }
                    });
            if (!isObject || !hasRuns) {
                throw json.refuse(
                        "must be a SARIF report, an object with version and runs",
                        null,
                        "let the tool write SARIF 2.1.0, or read the report with the scanner that is made for it");
            }
        }

        private void version(JsonStream json) {
            version = json.scalar();
            if (version != null && !version.equals("2.1.0")) {
                doubts.add(json.problem("must be 2.1.0; the report is read as if it were")
                        .value(version.length() > 40 ? version.length() + " characters" : version)
                        .remedy("let the tool write SARIF 2.1.0"));
            }
        }

        private void run(JsonStream json, Budget budget) {
            RunReader reader = new RunReader(json, budget);
            Problem here = json.problem("must have a tool with a driver, as 2.1.0 has")
                    .remedy("let the tool write SARIF 2.1.0");
            budget.keep(json, "", 0);
            try {
                reader.read();
            } finally {
                runs.add(reader.context());
            }
            if (!reader.hasDriver() && doubts.isEmpty()) {
                doubts.add(here);
            }
        }

        SarifLog log() {
            return new SarifLog(version, runs.stream().map(RunContext::run).toList(), doubts);
        }
    }

    /** The further readings. */
    private record Results(List<RunContext> runs) {
        /** Whether the reader wanted all of them. */
        boolean read(ReportSource source, JsonLimits limits, Predicate<SarifResult> reader) {
            boolean[] all = {true};
            if (runs.stream().anyMatch(context -> context.run().hasResults())) {
                JsonStream.read(source, limits, json -> {
                    runs(json, reader);
                    all[0] = !json.isStopped();
                });
            }
            return all[0];
        }

        private void runs(JsonStream json, Predicate<SarifResult> reader) {
            int[] run = {-1};
            json.object(key -> {
                if (key.equals("runs")) {
                    json.array(() -> run(json, ++run[0], reader));
                }
            });
        }

        private void run(JsonStream json, int run, Predicate<SarifResult> reader) {
            if (run >= runs.size()) {
                throw json.refuse("changed while it was read", null, "read it when the tool has written all of it");
            }
            int[] index = {-1};
            json.object(key -> {
                if (key.equals("results")) {
                    json.array(() -> {
                        if (!reader.test(ResultReader.read(json, runs.get(run), run, ++index[0]))) {
                            json.stop();
                        }
                    });
                }
            });
        }
    }
}
