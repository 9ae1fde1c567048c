package io.imprimatur.core.report;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.Change;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.Outcome;
import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.PrettyJson;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Location;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An outcome as a SARIF log (Static Analysis Results Interchange Format 2.1.0, OASIS Standard) that GitHub code scanning
 * takes: one run, with a result for each rule of the policy that fired (but those in the shadow) and one for each finding,
 * and a notification for each gap in coverage. What a waiver lifts is there and suppressed. GitHub shows no result without a place: what concerns the change as a whole
 * stands at its first file.
 *
 * <p>Text of others is plain text in the log: no embedded link, no character that does not print.
 */
public final class SarifReport {
    /** What GitHub takes in one run. Where there are more, the mildest findings are left out, and a notification says so. */
    static final int MAX_RESULTS = 25_000;

    /** What GitHub takes of a log, compressed. Where it would be larger, findings are left out in the same way. */
    static final int MAX_COMPRESSED = 10_000_000;

    private static final int MAX_NOTIFICATIONS = 1_000;

    /** Where a change touches no file that still stands, there is always the place of a policy. */
    private static final RepoPath NO_FILE = RepoPath.of(".imprimatur/policy.yaml");

    /** Causes of gaps for which the scan is to blame, not the file. */
    private static final Set<Gap.Cause> FAILURES = Set.of(
            Gap.Cause.NOT_INSTALLED,
            Gap.Cause.NOT_CONFIGURED,
            Gap.Cause.FAILED,
            Gap.Cause.TIMED_OUT,
            Gap.Cause.CANCELLED,
            Gap.Cause.INVALID_ANSWER,
            Gap.Cause.TOO_MANY_FINDINGS);

    private final Assessment assessment;
    private final Decision decision;
    private final Location wholeChange;
    private final SarifSuppressions suppressions;
    private final List<FiredRule> fired;
    private final List<Finding> findings;
    private final int leftOut;

    private SarifReport(Outcome outcome, int most) {
        assessment = outcome.assessment();
        decision = outcome.decision();
        wholeChange = Location.of(firstFile(assessment.change()));
        suppressions = new SarifSuppressions(decision);
        fired = Stream.concat(decision.fired().stream(), suppressions.lifted().stream())
                .filter(rule -> rule.rule().enforcement() != Enforcement.SHADOW)
                .limit(MAX_RESULTS)
                .toList();
        List<Finding> all = Summary.findings(assessment);
        // A stable sort: among equals the scanners' order remains.
        findings = all.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .limit(Math.max(0, most - fired.size()))
                .toList();
        leftOut = all.size() - findings.size();
    }

    /**
     * The log.
     *
     * @param version of what made it, at most 100 characters, for example {@code 0.1.0}
     */
    public static String of(Outcome outcome, String version) {
        Preconditions.text(version, "version", 100);
        return within(outcome, version, MAX_COMPRESSED);
    }

    /** The log, with so few findings that it is no larger than it may be when compressed. */
    static String within(Outcome outcome, String version, int compressed) {
        int most = MAX_RESULTS;
        String log = of(outcome, version, most);
        for (long size = Compressed.size(log); size > compressed && most > 0; size = Compressed.size(log)) {
            most = (int) Math.min(most - 1, (long) most * compressed / size);
            log = of(outcome, version, most);
        }
        return log;
    }

    private static String of(Outcome outcome, String version, int most) {
        JsonObject log = JsonObject.builder()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0")
                .put("runs", array(new SarifReport(outcome, most).run(version)))
                .build();
        return PrettyJson.text(log);
    }

    private JsonObject run(String version) {
        Map<String, JsonObject> rules = new LinkedHashMap<>();
        fired.forEach(
                rule -> rules.putIfAbsent(SarifRules.id(rule.rule()), SarifRules.of(rule.rule(), decision.policy())));
        // The worst finding of a rule comes first, so it speaks for the rule.
        findings.forEach(finding -> rules.computeIfAbsent(SarifRules.id(finding), absent -> SarifRules.of(finding)));
        Map<String, Integer> indices = new HashMap<>();
        rules.keySet().forEach(id -> indices.put(id, indices.size()));
        List<JsonValue> results = new ArrayList<>();
        for (FiredRule rule : fired) {
            String id = SarifRules.id(rule.rule());
            JsonObject result = SarifResults.of(rule, id, indices.getOrDefault(id, -1), wholeChange);
            results.add(suppressions
                    .of(rule)
                    .map(suppressed -> with(result, suppressed))
                    .orElse(result));
        }
        for (Finding finding : findings) {
            String id = SarifRules.id(finding);
            JsonObject result = SarifResults.of(finding, id, indices.getOrDefault(id, -1), wholeChange);
            results.add(suppressions
                    .of(finding)
                    .map(suppressed -> with(result, suppressed))
                    .orElse(result));
        }
        return JsonObject.builder()
                .put("tool", object("driver", driver(version, rules)))
                .put("automationDetails", automationDetails())
                .put("invocations", array(invocation()))
                .put(
                        "originalUriBaseIds",
                        object(Sarif.ROOT, object("description", Sarif.text("The root of the repository."))))
                .put("columnKind", "utf16CodeUnits")
                .put("results", new JsonArray(results))
                .put("properties", properties())
                .build();
    }

    private static JsonObject with(JsonObject result, JsonArray suppressions) {
        JsonObject.Builder suppressed = JsonObject.builder();
        result.members().forEach(suppressed::put);
        return suppressed.put("suppressions", suppressions).build();
    }

    private static JsonObject driver(String version, Map<String, JsonObject> rules) {
        return JsonObject.builder()
                .put("name", "Imprimatur")
                .put("version", version)
                .put("rules", new JsonArray(List.copyOf(rules.values())))
                .build();
    }

    /** All runs of the gate are one category; each head is a run of its own. */
    private JsonObject automationDetails() {
        return JsonObject.builder()
                .put("id", "imprimatur/" + assessment.change().head())
                .build();
    }

    private JsonObject invocation() {
        boolean successful = assessment.reports().stream()
                .flatMap(report -> report.coverage().gaps().stream())
                .noneMatch(gap -> FAILURES.contains(gap.cause()));
        return JsonObject.builder()
                .put("executionSuccessful", successful)
                .put("toolExecutionNotifications", new JsonArray(notifications()))
                .build();
    }

    private List<JsonValue> notifications() {
        List<JsonValue> notifications = new ArrayList<>();
        if (leftOut > 0) {
            notifications.add(notification(Words.count(leftOut, "finding")
                    + " of the mildest left out: a run takes no more than " + MAX_RESULTS + " results, and "
                    + MAX_COMPRESSED + " bytes when compressed"));
        }
        int gaps = 0;
        for (ScanReport report : assessment.reports()) {
            for (Gap gap : report.coverage().gaps()) {
                gaps++;
                if (gaps <= MAX_NOTIFICATIONS) {
                    notifications.add(notification(report.scanner().id(), gap));
                }
            }
        }
        if (gaps > MAX_NOTIFICATIONS) {
            notifications.add(notification(gaps - MAX_NOTIFICATIONS + " more gaps in coverage, all in the JSON form"));
        }
        return notifications;
    }

    private static JsonObject notification(String words) {
        return JsonObject.builder()
                .put("level", "warning")
                .put("message", Sarif.text(words))
                .build();
    }

    private static JsonObject notification(String scanner, Gap gap) {
        JsonObject.Builder notification = JsonObject.builder()
                .put("level", FAILURES.contains(gap.cause()) ? "error" : "warning")
                .put("message", Sarif.text("scanner " + scanner + " did not cover " + Words.gap(gap)));
        if (gap.path() != null) {
            notification.put("locations", array(Sarif.location(Location.of(gap.path()))));
        }
        return notification.build();
    }

    private JsonObject properties() {
        return JsonObject.builder()
                .put("verdict", decision.verdict().id())
                .put("subject", decision.subject().toString())
                .put("policy", Sarif.plain(Summary.policy(decision.policy())))
                .put("risk", Summary.risk(assessment.risk()))
                .build();
    }

    private static RepoPath firstFile(Change change) {
        return change.files().stream()
                .flatMap(file -> Stream.ofNullable(file.after()))
                .map(FileVersion::path)
                .findFirst()
                .orElse(NO_FILE);
    }

    private static JsonArray array(JsonValue item) {
        return new JsonArray(List.of(item));
    }

    private static JsonObject object(String key, JsonValue value) {
        return JsonObject.builder().put(key, value).build();
    }
}
