package io.imprimatur.snyk;

import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.JsonStream;
import io.imprimatur.core.intake.ReportSource;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads what the Snyk CLI writes with {@code --json}, of any version and command, and the issues that Snyk's service gives
 * out. A project is handed over when it is read, and nothing of it is kept. Not thread-safe.
 */
final class SnykReader {
    /** One of these is in every report of Snyk's own, and in none of SARIF. */
    private static final Set<String> OURS =
            Set.of("vulnerabilities", "infrastructureAsCodeIssues", "ok", "error", "result", "issuesData", "data");

    private final JsonStream json;
    private final Predicate<SnykProject> taker;
    private boolean isService;
    private boolean more;
    private int projects;
    private int expected;
    private int errors;
    private int entries;
    private int suppressed;

    private SnykReader(JsonStream json, Predicate<SnykProject> taker) {
        this.json = json;
        this.taker = taker;
    }

    /**
     * Reads a report.
     *
     * @param taker is given the projects in the order of the report, those in an image before the image; answers whether it
     *     wants more
     * @throws io.imprimatur.error.ImprimaturException {@code INVALID_DOCUMENT} with its place, {@code IO_FAILURE}; what was
     *     read before that place was handed over
     */
    static SnykReport read(ReportSource source, JsonLimits limits, Predicate<SnykProject> taker) {
        SnykReport[] report = new SnykReport[1];
        JsonStream.read(source, limits, json -> report[0] = new SnykReader(json, taker).report());
        return report[0];
    }

    /**
     * Whether a report is SARIF, which {@code snyk code test --json} writes too.
     *
     * @throws io.imprimatur.error.ImprimaturException as {@link #read}
     */
    static boolean isSarif(ReportSource source, JsonLimits limits) {
        boolean[] sarif = new boolean[1];
        JsonStream.read(
                source,
                limits,
                json -> Values.object(json, key -> {
                    sarif[0] |= key.equals("runs");
                    if (sarif[0] || OURS.contains(key)) {
                        json.stop();
                    }
                }));
        return sarif[0];
    }

    private SnykReport report() {
        if (json.kind() == JsonStream.Kind.ARRAY) {
            json.array(this::project);
        } else {
            project();
        }
        return new SnykReport(
                isService ? SnykReport.Format.REST : SnykReport.Format.CLI,
                projects,
                Math.max(projects, expected),
                errors,
                entries,
                suppressed,
                more);
    }

    private void project() {
        ProjectReader reader = new ProjectReader(json, false, project -> {
            errors += project.error() == null ? 0 : 1;
            if (!json.isStopped() && !taker.test(project)) {
                json.stop();
            }
        });
        projects++;
        try {
            reader.read();
        } finally {
            entries += reader.entries;
            suppressed += reader.suppressed;
            expected = Math.max(expected, reader.expected);
            isService |= reader.isService;
            more |= reader.more;
        }
    }
}
