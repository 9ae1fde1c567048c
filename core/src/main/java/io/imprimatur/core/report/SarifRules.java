package io.imprimatur.core.report;

import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.decision.PolicyReference;
import io.imprimatur.error.Printable;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Severity;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Rule;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The rules of a SARIF log, as {@code reportingDescriptor}s (section 3.49) with all that GitHub asks of one. */
final class SarifRules {
    /** GitHub shows so many. */
    private static final int MAX_TAGS = 10;

    /** GitHub takes so much of a description. */
    private static final int MAX_DESCRIPTION = 1_000;

    private static final Set<Category> SECURITY =
            Set.of(Category.SECRET, Category.VULNERABILITY, Category.DEPENDENCY, Category.PII);

    private SarifRules() {}

    /** No scanner may have an id that begins with {@code imprimatur.}, so these ids are of the policy alone. */
    static String id(Rule rule) {
        return "imprimatur.policy/" + rule.id();
    }

    static String id(Finding finding) {
        return Sarif.plain(finding.scanner() + "/" + finding.rule());
    }

    /** A rule of the policy. */
    static JsonObject of(Rule rule, PolicyReference policy) {
        String effect = rule.then() instanceof Effect.Review review
                ? "asks for " + Words.requirement(review.requirement())
                : rule.then() instanceof Effect.Block ? "blocks" : "obliges";
        String what = "Rule " + rule.label() + " of the policy " + effect;
        String where = "It stands in " + Summary.place(rule, policy) + " and fires where "
                + Words.condition(rule.when()) + ".";
        String because = rule.because() == null ? "" : " " + rule.because();
        return descriptor(id(rule), what, what + "." + because, what + "." + because + " " + where)
                .build();
    }

    /** The rule of a scanner, as its worst finding shows it. */
    static JsonObject of(Finding finding) {
        String what = finding.rule() + ", a rule of scanner " + finding.scanner();
        String about = what + ", category " + finding.category() + ".";
        JsonObject.Builder properties = JsonObject.builder().put("tags", tags(finding));
        String severity = securitySeverity(finding.severity());
        if (!severity.isEmpty() && SECURITY.contains(finding.category())) {
            properties.put("security-severity", severity);
        }
        return descriptor(id(finding), what, about, about)
                .put("properties", properties.build())
                .build();
    }

    private static JsonObject.Builder descriptor(String id, String title, String description, String help) {
        return JsonObject.builder()
                .put("id", id)
                .put("shortDescription", Sarif.text(Printable.of(title, MAX_DESCRIPTION)))
                .put("fullDescription", Sarif.text(Printable.of(description, MAX_DESCRIPTION)))
                .put("help", Sarif.text(help));
    }

    private static JsonArray tags(Finding finding) {
        Set<String> tags = new TreeSet<>();
        tags.add(finding.category().id());
        if (SECURITY.contains(finding.category())) {
            tags.add("security");
        }
        for (String cwe : finding.cwe()) {
            // As GitHub's own rules name weaknesses.
            tags.add("external/cwe/" + cwe.toLowerCase(Locale.ROOT));
        }
        return JsonArray.of(tags.stream().limit(MAX_TAGS).toList(), JsonString::new);
    }

    /** GitHub reads above 9.0 as critical, from 7.0 as high, from 4.0 as medium, below as low. */
    private static String securitySeverity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.0";
            case LOW -> "2.0";
            case INFO -> "";
        };
    }
}
