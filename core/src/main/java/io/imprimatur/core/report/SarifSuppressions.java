package io.imprimatur.core.report;

import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.WaiverUse;
import io.imprimatur.finding.Finding;
import io.imprimatur.policy.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waivers lift, as {@code suppression}s (section 3.35): accepted, and kept outside of the code. */
final class SarifSuppressions {
    private final Map<Finding, List<Waiver>> findings = new LinkedHashMap<>();
    private final Map<FiredRule, List<Waiver>> lifted = new LinkedHashMap<>();

    SarifSuppressions(Decision decision) {
        for (WaiverUse use : decision.waivers()) {
            use.lifted().forEach(rule -> add(lifted, rule, use.waiver()));
            for (Finding finding : use.findings()) {
                // A rule that nothing lifts may still stand on it: then it is not hidden.
                if (decision.fired().stream().noneMatch(rule -> standsOn(rule, finding))) {
                    add(findings, finding, use.waiver());
                }
            }
        }
    }

    /** The rules that are lifted, each once. */
    List<FiredRule> lifted() {
        return List.copyOf(lifted.keySet());
    }

    Optional<JsonArray> of(FiredRule rule) {
        return Optional.ofNullable(lifted.get(rule)).map(SarifSuppressions::array);
    }

    Optional<JsonArray> of(Finding finding) {
        return Optional.ofNullable(findings.get(finding)).map(SarifSuppressions::array);
    }

    private static <T> void add(Map<T, List<Waiver>> waivers, T what, Waiver waiver) {
        waivers.computeIfAbsent(what, absent -> new ArrayList<>()).add(waiver);
    }

    private static boolean standsOn(FiredRule rule, Finding finding) {
        return rule.reasons().stream().anyMatch(reason -> finding.fingerprint().equals(reason.fingerprint()));
    }

    private static JsonArray array(List<Waiver> waivers) {
        return JsonArray.of(
                waivers,
                waiver -> JsonObject.builder()
                        .put("kind", "external")
                        .put("status", "accepted")
                        .put(
                                "justification",
                                Sarif.plain("Waiver " + waiver.id() + " of " + waiver.approver() + " until "
                                        + waiver.expires() + ": " + waiver.reason()))
                        .build());
    }
}
