package io.imprimatur.core.report;

import io.imprimatur.change.Digest;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.Reason;
import io.imprimatur.decision.Verdict;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The results of a SARIF log (section 3.27). */
final class SarifResults {
    /** GitHub shows the first; other tools more. */
    private static final int MAX_LOCATIONS = 20;

    private SarifResults() {}

    /** A rule of the policy that fired, at the places of its facts. */
    static JsonObject of(FiredRule fired, String ruleId, int ruleIndex, Location wholeChange) {
        List<Location> places = fired.reasons().stream()
                .flatMap(reason -> Stream.ofNullable(reason.location()))
                .distinct()
                .limit(MAX_LOCATIONS)
                .toList();
        return result(
                ruleId,
                ruleIndex,
                level(fired),
                words(fired),
                places.isEmpty() ? List.of(wholeChange) : places,
                Digest.of(ruleId.getBytes(StandardCharsets.UTF_8)));
    }

    /** A finding. */
    static JsonObject of(Finding finding, String ruleId, int ruleIndex, Location wholeChange) {
        String fix = finding.fix() == null ? "" : " Fix: " + finding.fix();
        return result(
                ruleId,
                ruleIndex,
                level(finding.severity()),
                finding.message() + fix,
                List.of(finding.location() == null ? wholeChange : finding.location()),
                finding.fingerprint().digest());
    }

    private static JsonObject result(
            String ruleId, int ruleIndex, String level, String words, List<Location> places, Digest fingerprint) {
        return JsonObject.builder()
                .put("ruleId", ruleId)
                .put("ruleIndex", ruleIndex)
                .put("level", level)
                .put("message", Sarif.text(words))
                .put("locations", Sarif.locations(places))
                .put(
                        "partialFingerprints",
                        // The one by which GitHub knows a result again.
                        JsonObject.builder()
                                .put("primaryLocationLineHash", fingerprint.hex())
                                .build())
                .build();
    }

    private static String words(FiredRule fired) {
        Reason first = fired.reasons().get(0);
        int more = fired.reasons().size() - 1;
        Requirement requirement = fired.requirement();
        String effect = requirement != null
                ? "asks for " + Words.requirement(requirement)
                : fired.verdict() == Verdict.BLOCK ? "blocks the change" : "obliges";
        String because = fired.rule().because();
        return "Rule " + fired.rule().label() + " " + effect
                + (fired.counts() ? "" : " (a warning, which does not count)")
                + ": " + (first.truth() == Truth.UNKNOWN ? "not known: " : "") + first.fact()
                + (more == 0 ? "" : ", and " + Words.count(more, "more fact")) + "."
                + (because == null ? "" : " " + because);
    }

    private static String level(FiredRule fired) {
        return switch (fired.verdict()) {
            case BLOCK -> fired.counts() ? "error" : "note";
            case REVIEW -> fired.counts() ? "warning" : "note";
            case ALLOW -> "note";
        };
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }
}
