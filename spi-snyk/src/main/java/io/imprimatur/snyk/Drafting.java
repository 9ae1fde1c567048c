package io.imprimatur.snyk;

import io.imprimatur.core.intake.CleanText;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words and marks of a finding. */
final class Drafting {
    private static final Set<String> SECRET_CWE = Set.of("CWE-798", "CWE-259", "CWE-321", "CWE-522", "CWE-547");

    private Drafting() {}

    /**
     * What is said of an issue, but for its place.
     *
     * @param project the project, for people, where the finding has no place; empty where it has
     * @param silenced whether the report calls it ignored, and that does not count
     */
    static FindingDraft.Builder draft(SnykIssue issue, String project, boolean silenced) {
        String rule = orElse(CleanText.of(issue.id(), 250), "unnamed");
        FindingDraft.Builder draft = FindingDraft.builder(
                        rule,
                        severity(issue.severity()),
                        category(issue),
                        CleanText.of(message(issue, rule, project, silenced), 4_000))
                .cve(issue.cve().toArray(String[]::new))
                .cwe(issue.cwe().toArray(String[]::new));
        if (issue.packageName() != null) {
            // The version may change and the defect stay, so it does not tell one from the other.
            draft.identity(CleanText.of(rule + " " + issue.packageName(), 1_000));
        }
        String url = issue.packageUrl() == null ? "" : CleanText.of(issue.packageUrl(), 1_000);
        if (!url.isEmpty() && url.length() < 1_000) {
            draft.component(url);
        }
        String license = issue.license() == null ? "" : CleanText.of(issue.license(), 1_000);
        if (!license.isEmpty()) {
            draft.license(license);
        }
        String fix = CleanText.of(String.join("; ", issue.fixes()), 4_000);
        if (!fix.isEmpty()) {
            draft.fix(fix);
        }
        return draft;
    }

    /** As it is written; a word that is not known counts as one that must not be overlooked. */
    static Severity severity(String word) {
        return switch (word) {
            case "critical" -> Severity.CRITICAL;
            case "medium" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            case "none", "info" -> Severity.INFO;
            default -> Severity.HIGH;
        };
    }

    private static Category category(SnykIssue issue) {
        return switch (issue.kind()) {
            case VULNERABILITY -> Category.DEPENDENCY;
            case LICENSE -> Category.LICENSE;
            case CONFIGURATION -> Category.VULNERABILITY;
            case CODE -> issue.cwe().stream().anyMatch(SECRET_CWE::contains) ? Category.SECRET : Category.VULNERABILITY;
        };
    }

    private static String message(SnykIssue issue, String rule, String project, boolean silenced) {
        StringBuilder words = new StringBuilder(orElse(issue.title().strip(), rule));
        String name = issue.packageName();
        if (name != null) {
            words.append(" in ").append(name).append(version(issue.packageVersion()));
        }
        words.append(project);
        if (!issue.paths().isEmpty()) {
            words.append(" (")
                    .append(issue.pathCount() == 1 ? "by " : issue.pathCount() + " paths: ")
                    .append(String.join("; ", issue.paths()))
                    .append(issue.pathCount() > issue.paths().size() ? "; …)" : ")");
        }
        if (silenced) {
            words.append(" (The .snyk file that the change brings or alters does not count.)");
        }
        return words.toString();
    }

    private static String version(@Nullable String version) {
        return version == null ? "" : "@" + version;
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
