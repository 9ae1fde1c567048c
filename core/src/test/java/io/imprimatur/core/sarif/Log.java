package io.imprimatur.core.sarif;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.ReportSource;
import java.util.ArrayList;
import java.util.List;

/** SARIF written in tests: apostrophes stand for quotes. */
final class Log {
    private Log() {}

    static ReportSource source(String json) {
        return ReportSource.of("report.sarif", json.replace('\'', '"').getBytes(UTF_8));
    }

    /** A report with one run of a tool named Tool. */
    static ReportSource of(String rules, String results, String... more) {
        return source("{'version': '2.1.0', 'runs': [{'tool': {'driver': {'name': 'Tool', 'rules': [" + rules + "]}}"
                + (more.length == 0 ? "" : ", " + String.join(", ", more)) + ", 'results': [" + results + "]}]}");
    }

    /** A result of a rule on a line of a file. */
    static String result(String rule, String file, int line, String... more) {
        return "{'ruleId': '" + rule + "', 'message': {'text': 'Something is wrong.'}, 'locations': [" + at(file, line)
                + "]" + (more.length == 0 ? "" : ", " + String.join(", ", more)) + "}";
    }

    static String at(String file, int line) {
        return "{'physicalLocation': {'artifactLocation': {'uri': '" + file + "'}, 'region': {'startLine': " + line
                + "}}}";
    }

    static List<SarifResult> results(ReportSource source) {
        List<SarifResult> results = new ArrayList<>();
        SarifReader.read(source, JsonLimits.DEFAULT, results::add);
        return results;
    }

    static SarifResult result(ReportSource source) {
        List<SarifResult> results = results(source);
        if (results.size() != 1) {
            throw new AssertionError("one result was expected: " + results);
        }
        return results.get(0);
    }

    static SarifLog log(ReportSource source) {
        return SarifReader.read(source, JsonLimits.DEFAULT, result -> true);
    }
}
