package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.CleanText;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words and marks of a finding. Of what is about a secret or personal data, nothing is taken from the result itself: its
 * message may quote what the tool matched. What the rule says about itself serves instead.
 */
final class Drafting {
    private static final int LONGEST_RULE = 250;
    private static final Set<Category> NEVER_QUOTED = Set.of(Category.SECRET, Category.PII);

    /** A message that names a secret and then quotes something, whatever its rule is about. */
    private static final Pattern NAMES_A_SECRET = Pattern.compile(
            "(?i)(passw(or)?d|passphrase|secret|credential|token|api[-_ ]?key|private[-_ ]?key)s?\\b[^'\"`]{0,40}['\"`]");

    private final Categories categories;

    Drafting(List<Category> declared) {
        categories = new Categories(declared);
    }

    FindingDraft.Builder draft(SarifResult result) {
        Category about = Categories.of(result);
        String rule = orElse(rule(result), "unnamed");
        boolean quoted = !NEVER_QUOTED.contains(about)
                && !NAMES_A_SECRET.matcher(result.message()).find();
        String description = result.description() == null ? "" : CleanText.of(result.description(), 1_000);
        String told = orElse(description, "The tool found what its rule " + rule + " looks for");
        String message =
                quoted ? orElse(CleanText.of(result.message() + flow(result) + inside(result), 4_000), told) : told;
        FindingDraft.Builder draft = FindingDraft.builder(
                        rule, severity(result, about), categories.declared(result), message)
                .cwe(result.cwe().toArray(String[]::new))
                .cve(result.cve().toArray(String[]::new));
        String fix = result.fix() == null || !quoted ? "" : CleanText.of(result.fix(), 4_000);
        if (!fix.isEmpty()) {
            draft.fix(fix);
        }
        String license = rule.startsWith("snyk:lic:") ? rule.substring(rule.lastIndexOf(':') + 1) : "";
        if (!license.isBlank()) {
            draft.license(license);
        }
        return draft;
    }

    /** The name of a rule is no sentence, so it may be cut within a word, in which it would be lost. */
    private static String rule(SarifResult result) {
        String rule = CleanText.of(result.rule(), 10 * LONGEST_RULE);
        if (rule.length() <= LONGEST_RULE) {
            return rule;
        }
        return CleanText.of(rule.substring(0, LONGEST_RULE - 1), LONGEST_RULE) + "…";
    }

    /** Unknown levels are as bad as a level can be. A secret that nobody rated is not to be released. */
    private static Severity severity(SarifResult result, Category about) {
        Severity said = result.severity();
        if (said == null) {
            said = Levels.byLevel(result.level().toLowerCase(Locale.ROOT));
        }
        if (said == null || (about.equals(Category.SECRET) && !result.isRated())) {
            return Severity.HIGH;
        }
        return said;
    }

    private static String flow(SarifResult result) {
        if (result.flow().isEmpty()) {
            return "";
        }
        return " (flows from " + step(result.flow().get(0)) + " to "
                + step(result.flow().get(1)) + ")";
    }

    private static String step(SarifLocation step) {
        String file = step.artifact() == null ? "elsewhere" : step.artifact().uri();
        return step.region().firstLine() > 0 ? file + ":" + step.region().firstLine() : file;
    }

    /** Where it is, for people, where no file is named. */
    private static String inside(SarifResult result) {
        boolean placed = result.locations().stream().anyMatch(location -> location.artifact() != null);
        if (placed || result.locations().isEmpty() || result.locations().get(0).logical() == null) {
            return "";
        }
        return " (in " + result.locations().get(0).logical() + ")";
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
