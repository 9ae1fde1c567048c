package io.imprimatur.finding;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.error.Preconditions;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Finding} as the author of a scanner fills it: unchecked, so that every mistake can be reported at once. The
 * core checks the constraints, that the place exists, adds scanner, fingerprint and origin, and makes the strict type.
 * Use {@link #builder}. A draft MUST NOT hold a secret: redact where it is found.
 *
 * @param rule the rule that matched
 * @param message what is wrong and what to do
 * @param severity how bad it is if it is true
 * @param category an identifier, one of those that the scanner declares
 * @param confidence from 0 to 1, at most six digits after the point; absent where unknown
 * @param path the file at head, in {@link RepoPath}'s spelling; absent where the finding concerns the whole change
 * @param firstLine from 1, counted as {@link LineRange} says; 0 where the file as a whole is meant
 * @param lastLine not before the first line; 0 for the same line
 * @param firstColumn from 1; 0 where unknown
 * @param lastColumn included; 0 where unknown
 * @param identity what identifies this defect apart from its place, so that it keeps its fingerprint when lines move;
 *     absent where the text of its lines should serve. MUST NOT be derived from a secret
 * @param cwe for example {@code CWE-798}
 * @param cve for example {@code CVE-2026-1234}
 * @param component the package at fault, as a package URL
 * @param license the licence at fault, as an SPDX expression
 * @param fix what would fix it, in words
 */
public record FindingDraft(
        @NotNull @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 250) @Nullable
        String rule,

        @NotNull @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 4000) @Nullable
        String message,

        @NotNull @Nullable Severity severity,

        @NotNull @Pattern(regexp = Preconditions.ID, message = ID) @Size(max = Preconditions.MAX_ID) @Nullable
        String category,

        @DecimalMin(value = "0", message = RATIO)
        @DecimalMax(value = "1", message = RATIO)
        @Digits(integer = 1, fraction = 6, message = RATIO)
        @Nullable
        BigDecimal confidence,

        @Nullable String path,
        @PositiveOrZero int firstLine,
        @PositiveOrZero int lastLine,
        @PositiveOrZero int firstColumn,
        @PositiveOrZero int lastColumn,

        @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 4000) @Nullable
        String identity,

        @NotNull @Nullable
        List<@NotNull @Pattern(regexp = "CWE-[1-9][0-9]{0,5}", message = "must be such as CWE-798") @Nullable String>
                cwe,

        @NotNull @Nullable
        List<
                        @NotNull
                        @Pattern(regexp = "CVE-[0-9]{4}-[0-9]{4,12}", message = "must be such as CVE-2026-1234")
                        @Nullable String>
                cve,

        @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 1000) @Nullable
        String component,

        @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 1000) @Nullable
        String license,

        @Pattern(regexp = Preconditions.TEXT, message = TEXT) @Size(max = 4000) @Nullable
        String fix) {

    private static final String ID = "must be lower-case letters and digits in words joined by one of . _ / -";
    private static final String RATIO = "must be from 0 to 1 with at most six digits after the point";
    private static final String TEXT = "must not be blank, nor hold half of a surrogate pair";

    /** What every finding needs; the rest is optional. */
    public static Builder builder(String rule, Severity severity, Category category, String message) {
        return new Builder(rule, severity, category, message);
    }

    /** Fills a draft step by step. Not thread-safe. */
    public static final class Builder {
        private final String rule;
        private final Severity severity;
        private final Category category;
        private final String message;
        private @Nullable BigDecimal confidence;
        private @Nullable String path;
        private int firstLine;
        private int lastLine;
        private int firstColumn;
        private int lastColumn;
        private @Nullable String identity;
        private List<@Nullable String> cwe = List.of();
        private List<@Nullable String> cve = List.of();
        private @Nullable String component;
        private @Nullable String license;
        private @Nullable String fix;

        private Builder(String rule, Severity severity, Category category, String message) {
            this.rule = rule;
            this.severity = severity;
            this.category = category;
            this.message = message;
        }

        /** How sure the scanner is, as a decimal from 0 to 1, for example {@code "0.9"}. */
        public Builder confidence(String decimal) {
            confidence = new BigDecimal(decimal);
            return this;
        }

        /** The file as a whole. */
        public Builder at(RepoPath file) {
            path = file.text();
            return this;
        }

        /** A line of a file, from 1. */
        public Builder at(RepoPath file, int line) {
            return at(file, new LineRange(line, line));
        }

        /** Lines of a file. */
        public Builder at(RepoPath file, LineRange lines) {
            path = file.text();
            firstLine = lines.first();
            lastLine = lines.last();
            return this;
        }

        /** The first and the last character, from 1, both included, on the first and the last line. */
        public Builder columns(int first, int last) {
            firstColumn = first;
            lastColumn = last;
            return this;
        }

        /** What identifies the defect apart from its place. */
        public Builder identity(String what) {
            identity = what;
            return this;
        }

        /** Weaknesses, for example {@code CWE-798}. */
        public Builder cwe(String... ids) {
            cwe = List.of(ids);
            return this;
        }

        /** Vulnerabilities, for example {@code CVE-2026-1234}. */
        public Builder cve(String... ids) {
            cve = List.of(ids);
            return this;
        }

        /** The package at fault, as a package URL. */
        public Builder component(String packageUrl) {
            component = packageUrl;
            return this;
        }

        /** The licence at fault, as an SPDX expression. */
        public Builder license(String expression) {
            license = expression;
            return this;
        }

        /** What would fix it, in words. */
        public Builder fix(String words) {
            fix = words;
            return this;
        }

        /** The draft as filled so far. */
        public FindingDraft build() {
            return new FindingDraft(
                    rule,
                    message,
                    severity,
                    category.id(),
                    confidence,
                    path,
                    firstLine,
                    lastLine,
                    firstColumn,
                    lastColumn,
                    identity,
                    cwe,
                    cve,
                    component,
                    license,
                    fix);
        }
    }
}
