package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which findings a condition is about: those that meet all of these. An empty list and an absent bound ask nothing.
 *
 * @param categories it has one of these, ordered. With none, every category but those that say what the code is about
 *     ({@link Category#isTopic})
 * @param severity it is at least so bad
 * @param confidence its scanner is at least so sure; unknown where the scanner does not say
 * @param rules its rule matches one of these
 * @param scanners it is from one of these, ordered
 * @param paths it is in a path that matches one of these
 * @param introducedOnly the change brought it, or may have
 * @param cwe it has one of these weaknesses, for example {@code CWE-798}, ordered
 * @param cve it has a vulnerability that matches one of these; each can match one
 * @param packages the package at fault, a package URL, matches one of these; unknown where the finding names none
 * @param license what it says of the licence at fault; unknown where the finding names none
 * @param fixable whether its scanner knows a fix; absent where that is not asked
 */
public record FindingFilter(
        List<Category> categories,
        @Nullable Severity severity,
        @Nullable Ratio confidence,
        List<Glob> rules,
        List<String> scanners,
        List<Glob> paths,
        boolean introducedOnly,
        List<String> cwe,
        List<Glob> cve,
        List<Glob> packages,
        @Nullable LicenseTest license,
        @Nullable Boolean fixable) {
    /** What a weakness looks like, as a regular expression: {@code CWE-798}. */
    public static final String CWE = "CWE-[1-9][0-9]{0,5}";

    /** Every finding. */
    public static final FindingFilter ANY = builder().build();

    public FindingFilter {
        categories = Preconditions.ordered(categories, "finding.category");
        rules = Preconditions.ordered(rules, "finding.rule");
        scanners = Preconditions.ordered(scanners, "finding.scanner");
        for (String scanner : scanners) {
            Preconditions.id(scanner, "finding.scanner");
        }
        paths = Preconditions.ordered(paths, "finding.paths");
        cwe = Preconditions.ordered(cwe, "finding.cwe");
        for (String id : cwe) {
            Preconditions.check(id.matches(CWE), "finding.cwe", id, "must be a weakness such as CWE-798");
        }
        cve = Preconditions.ordered(cve, "finding.cve");
        for (Glob id : cve) {
            Preconditions.check(mayBeCve(id), "finding.cve", id, "must match vulnerabilities such as CVE-2021-44228");
        }
        packages = Preconditions.ordered(packages, "finding.package");
    }

    /** Every finding, to be narrowed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether there can be a vulnerability that a pattern matches: {@code CVE-}, a year, a hyphen and 4 to 12 digits. */
    public static boolean mayBeCve(Glob pattern) {
        // Where a digit may stand, any may: with a zero for each, one text of each length is enough.
        Glob zeros = new Glob(pattern.pattern().replaceAll("[0-9]", "0"));
        return IntStream.rangeClosed(4, 12).anyMatch(digits -> zeros.matches("CVE-0000-" + "0".repeat(digits)));
    }

    /** Findings of a category that are at least so bad. */
    public static FindingFilter of(Category category, Severity atLeast) {
        return builder().categories(category).severity(atLeast).build();
    }

    /** Narrows a filter. Not thread-safe. */
    public static final class Builder {
        private List<Category> categories = List.of();
        private @Nullable Severity severity;
        private @Nullable Ratio confidence;
        private List<Glob> rules = List.of();
        private List<String> scanners = List.of();
        private List<Glob> paths = List.of();
        private boolean introducedOnly;
        private List<String> cwe = List.of();
        private List<Glob> cve = List.of();
        private List<Glob> packages = List.of();
        private @Nullable LicenseTest license;
        private @Nullable Boolean fixable;

        private Builder() {}

        /** Of one of these categories. */
        public Builder categories(Category... any) {
            categories = List.of(any);
            return this;
        }

        /** At least so bad. */
        public Builder severity(@Nullable Severity atLeast) {
            severity = atLeast;
            return this;
        }

        /** Its scanner is at least so sure. */
        public Builder confidence(@Nullable Ratio atLeast) {
            confidence = atLeast;
            return this;
        }

        /** By a rule that matches one of these. */
        public Builder rules(Glob... any) {
            rules = List.of(any);
            return this;
        }

        /** From one of these scanners. */
        public Builder scanners(String... any) {
            scanners = List.of(any);
            return this;
        }

        /** In a path that matches one of these. */
        public Builder paths(Glob... any) {
            paths = List.of(any);
            return this;
        }

        /** The change brought it, or may have. */
        public Builder introducedOnly(boolean only) {
            introducedOnly = only;
            return this;
        }

        /** With one of these weaknesses. */
        public Builder cwe(String... any) {
            cwe = List.of(any);
            return this;
        }

        /** With a vulnerability that matches one of these. */
        public Builder cve(Glob... any) {
            cve = List.of(any);
            return this;
        }

        /** In a package that matches one of these. */
        public Builder packages(Glob... any) {
            packages = List.of(any);
            return this;
        }

        /** With such a licence. */
        public Builder license(@Nullable LicenseTest test) {
            license = test;
            return this;
        }

        /** With a known fix, or without. */
        public Builder fixable(@Nullable Boolean known) {
            fixable = known;
            return this;
        }

        /** The filter. */
        public FindingFilter build() {
            return new FindingFilter(
                    categories,
                    severity,
                    confidence,
                    rules,
                    scanners,
                    paths,
                    introducedOnly,
                    cwe,
                    cve,
                    packages,
                    license,
                    fixable);
        }
    }
}
