package io.imprimatur.core.policy.cases;

import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.PrettyJson;
import io.imprimatur.core.policy.cases.CaseResult.Difference;
import io.imprimatur.error.Position;
import io.imprimatur.error.Printable;
import java.util.List;

/** A run of cases as text for people and as JSON for programs. The same run gives the same bytes. Pure. */
public final class CaseReport {
    private static final int MOST_REASONS = 10;

    private CaseReport() {}

    /**
     * Text: each case that failed with what differs and why, and a summary. Ends with a line feed.
     *
     * @param source the name of the file with the cases
     */
    public static String text(CaseRun run, String source) {
        StringBuilder text = new StringBuilder();
        for (CaseResult result : run.failed()) {
            Position position = result.tested().position();
            line(text, source + ":" + position + ": failed: " + result.tested().name());
            for (Difference difference : result.differences()) {
                line(
                        text,
                        "    " + difference.what() + ": expected " + difference.expected() + ", but was: "
                                + difference.actual());
                List<String> because = difference.because();
                because.stream().limit(MOST_REASONS).forEach(reason -> line(text, "        " + reason));
                if (because.size() > MOST_REASONS) {
                    line(text, "        and " + (because.size() - MOST_REASONS) + " more");
                }
            }
        }
        RuleCoverage coverage = run.coverage();
        names(text, "held in no case: ", coverage.neverHeld());
        names(text, "fired in every case: ", coverage.neverQuiet());
        int failed = run.failed().size();
        line(
                text,
                run.policy() + ": " + run.results().size() + (run.results().size() == 1 ? " case, " : " cases, ")
                        + (failed == 0 ? "all passed" : failed + " failed") + "; rules that held in a case: "
                        + (coverage.rules().size() - coverage.neverHeld().size()) + " of "
                        + coverage.rules().size() + " (" + coverage.percent() + " %)");
        return text.toString();
    }

    private static void names(StringBuilder text, String what, List<String> names) {
        if (!names.isEmpty()) {
            line(text, what + String.join(", ", names));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.of(line)).append('\n');
    }

    /** JSON: every case with what was decided and what differs, and every rule with what the cases show of it. */
    public static String json(CaseRun run) {
        return PrettyJson.text(JsonObject.builder()
                .put("schema", "imprimatur/policy-test/v1")
                .put("policy", run.policy())
                .put("cases", JsonArray.of(run.results(), CaseReport::result))
                .put("rules", JsonArray.of(run.coverage().rules(), CaseReport::shown))
                .put("coveragePercent", run.coverage().percent())
                .build());
    }

    private static JsonValue result(CaseResult result) {
        return JsonObject.builder()
                .put("case", result.tested().name())
                .put("line", result.tested().position().line())
                .put("passed", result.passed())
                .put("verdict", result.decision().verdict().id())
                .put(
                        "fired",
                        JsonArray.ofTexts(result.decision().fired().stream()
                                .map(rule -> rule.rule().id())
                                .toList()))
                .putUnlessEmpty("differences", result.differences(), CaseReport::difference)
                .build();
    }

    private static JsonValue difference(Difference difference) {
        return JsonObject.builder()
                .put("what", difference.what())
                .put("expected", difference.expected())
                .put("actual", difference.actual())
                .put("because", JsonArray.ofTexts(difference.because()))
                .build();
    }

    private static JsonValue shown(RuleCoverage.Shown shown) {
        return JsonObject.builder()
                .put("rule", shown.rule())
                .put("held", shown.held())
                .put("unknown", shown.unknown())
                .put("quiet", shown.quiet())
                .build();
    }
}
