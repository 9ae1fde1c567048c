package io.imprimatur.finding;

import io.imprimatur.error.Preconditions;
import io.imprimatur.measure.Ratio;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a scanner found. Immutable; made by the core from a {@link FindingDraft}.
 *
 * @param scanner the id of the scanner
 * @param rule the rule that matched, by the scanner's name for it, at most 250 characters
 * @param message what is wrong and what to do, at most 4,000 characters; holds no secret
 * @param severity how bad it is if it is true
 * @param category what it is about
 * @param confidence how sure the scanner is that it is true; absent where it does not say
 * @param location where; absent where it concerns the change as a whole
 * @param fingerprint what stays the same when lines move
 * @param origin whether the change brought it
 * @param cwe weaknesses, for example {@code CWE-798}, ordered
 * @param cve vulnerabilities, for example {@code CVE-2026-1234}, ordered
 * @param component the package at fault, as a package URL
 * @param license the licence at fault, as an SPDX expression
 * @param fix what would fix it, in words, at most 4,000 characters; absent where the scanner knows none
 */
public record Finding(
        String scanner,
        String rule,
        String message,
        Severity severity,
        Category category,
        @Nullable Ratio confidence,
        @Nullable Location location,
        Fingerprint fingerprint,
        Origin origin,
        List<String> cwe,
        List<String> cve,
        @Nullable String component,
        @Nullable String license,
        @Nullable String fix)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    Finding::location, Comparator.nullsFirst(Comparator.<Location>naturalOrder()))
            .thenComparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing(Finding::scanner)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::fingerprint)
            // All the rest, so that the order can never depend on the order of arrival.
            .thenComparing(Finding::message)
            .thenComparing(Finding::category)
            .thenComparing(Finding::confidence, Comparator.nullsFirst(Comparator.<Ratio>naturalOrder()))
            .thenComparing(Finding::origin)
            .thenComparing(finding -> String.join(",", finding.cwe()))
            .thenComparing(finding -> String.join(",", finding.cve()))
            .thenComparing(Finding::component, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(Finding::license, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(Finding::fix, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

    public Finding {
        Preconditions.id(scanner, "scanner");
        Preconditions.text(rule, "rule", 250);
        Preconditions.text(message, "message", 4000);
        Preconditions.notNull(severity, "severity");
        Preconditions.notNull(category, "category");
        Preconditions.notNull(fingerprint, "fingerprint");
        Preconditions.notNull(origin, "origin");
        cwe = ids(cwe, "cwe", "CWE-[1-9][0-9]{0,5}");
        cve = ids(cve, "cve", "CVE-[0-9]{4}-[0-9]{4,12}");
        if (component != null) {
            Preconditions.text(component, "component", 1000);
        }
        if (license != null) {
            Preconditions.text(license, "license", 1000);
        }
        if (fix != null) {
            Preconditions.text(fix, "fix", 4000);
        }
    }

    private static List<String> ids(List<String> ids, String field, String pattern) {
        List<String> ordered =
                Preconditions.copy(ids, field).stream().distinct().sorted().toList();
        for (String id : ordered) {
            Preconditions.check(id.matches(pattern), field, id, "must match " + pattern);
        }
        return ordered;
    }

    /** The same finding, of another origin. */
    public Finding from(Origin newOrigin) {
        return with(fingerprint, newOrigin);
    }

    /** The same finding, identified by another fingerprint. */
    public Finding with(Fingerprint newFingerprint) {
        return with(newFingerprint, origin);
    }

    private Finding with(Fingerprint newFingerprint, Origin newOrigin) {
        return new Finding(
                scanner,
                rule,
                message,
                severity,
                category,
                confidence,
                location,
                newFingerprint,
                newOrigin,
                cwe,
                cve,
                component,
                license,
                fix);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
