package io.imprimatur.semgrep;

import io.imprimatur.core.intake.PathMapping;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.core.tool.SearchPath;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Provides the scanner {@value #ID}: Semgrep or Opengrep, run on the files that a change leaves behind, offline, with the
 * rules of this module and those of the caller; or a report that another job wrote.
 *
 * <p>Where the program is, the embedder says with {@link Builder#searchPath} or {@link Builder#executable}, or the policy
 * with {@code executable}; the environment is never asked. Its section of the policy may have:
 * <ul>
 * <li>{@code executable}: the program, an absolute path;
 * <li>{@code report}: a report of {@code --json} that another job wrote, an absolute path; then nothing is run;
 * <li>{@code roots}: folders, absolute, where that job saw the root of the repository;
 * <li>{@code rules}: files and folders with further rules, absolute paths;
 * <li>{@code own-rules}: whether the rules of the module take part, true unless said otherwise;
 * <li>{@code jobs} (2), {@code rule-timeout} (5 s for one rule on one file), {@code rule-timeouts} (3, after which a file is
 * given up), {@code max-target-bytes} (1,000,000), {@code max-memory} (2,000 MiB for one rule on one file).
 * </ul>
 *
 * <p>What the tool did not do is a gap, whatever its exit status: files that it could not parse, rules that ran out of time
 * or memory or could not be used, files that are too large, links, programs in a language without rules. A
 * {@code nosemgrep} comment counts where it was there before the change. Immutable and thread-safe.
 */
public final class SemgrepProvider implements ScannerProvider {
    /** The id of the scanner. */
    public static final String ID = "semgrep";

    /** Every category that a finding can have: those of our rules, and what rules of others are about. */
    static final List<Category> CATEGORIES = List.of(
            Category.SECRET,
            Category.VULNERABILITY,
            Category.QUALITY,
            Category.PII,
            Category.ofTopic("authentication"),
            Category.ofTopic("authorization"),
            Category.ofTopic("cryptography"),
            Category.ofTopic("payments"),
            Category.ofTopic("personal-data"));

    private static final ScannerDescriptor DESCRIPTOR = new ScannerDescriptor(ID, "1", CATEGORIES);

    private final SemgrepSettings settings;

    /** For {@link java.util.ServiceLoader}: with nothing but what the policy says. */
    public SemgrepProvider() {
        this(new Builder());
    }

    private SemgrepProvider(Builder builder) {
        settings = new SemgrepSettings(
                builder.executable,
                builder.searchPath,
                builder.report,
                List.copyOf(builder.roots),
                builder.ownRules,
                List.copyOf(builder.rules),
                SemgrepOptions.USUAL,
                builder.temporary);
    }

    /** Says where the tool, its rules and its report are. */
    public static Builder builder() {
        return new Builder();
    }

    /** Says where the tool, its rules and its report are. Not thread-safe. */
    public static final class Builder {
        private @Nullable Path executable;
        private SearchPath searchPath = SearchPath.NONE;
        private @Nullable ReportSource report;
        private final List<String> roots = new ArrayList<>();
        private boolean ownRules = true;
        private final List<Path> rules = new ArrayList<>();
        private @Nullable Path temporary;

        private Builder() {}

        /** The program, by an absolute path. */
        public Builder executable(Path program) {
            executable = absolute("executable", program);
            return this;
        }

        /** Where {@code semgrep}, or else {@code opengrep}, is looked for, and where they find programs of their own. */
        public Builder searchPath(SearchPath path) {
            searchPath = Preconditions.notNull(path, "searchPath");
            return this;
        }

        /** A report that another job wrote with {@code --json}; nothing is run then. */
        public Builder report(ReportSource newReport) {
            report = Preconditions.notNull(newReport, "report");
            return this;
        }

        /** Where the job that wrote the report saw the root of the repository, an absolute path of any system. */
        public Builder root(String folder) {
            Preconditions.check(
                    PathMapping.isAbsolute(Preconditions.notNull(folder, "root")), "root", folder, "must be absolute");
            roots.add(folder);
            return this;
        }

        /** A file, or a folder, with further rules; an absolute path. May be called several times. */
        public Builder rules(Path place) {
            rules.add(absolute("rules", place));
            return this;
        }

        /** Whether the rules of this module take part; they do unless told otherwise. */
        public Builder ownRules(boolean take) {
            ownRules = take;
            return this;
        }

        /** Where temporary folders are made, an absolute path; where the system keeps them unless given. */
        public Builder temporary(Path folder) {
            temporary = absolute("temporary", folder);
            return this;
        }

        /** The provider, to be handed to {@link io.imprimatur.core.scan.Scanners#of}. */
        public SemgrepProvider build() {
            return new SemgrepProvider(this);
        }

        private static Path absolute(String field, Path path) {
            Preconditions.notNull(path, field);
            Preconditions.check(path.isAbsolute(), field, path, "must be absolute");
            return path;
        }
    }

    @Override
    public ScannerDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scanner create(ScannerSettings policy, SecretSource secrets) {
        Optional<Path> executable = policy.path("executable");
        Optional<Path> report = policy.path("report");
        List<String> roots = PathMapping.roots(settings.roots(), policy);
        List<Path> rules = Stream.concat(settings.callerRules().stream(), policy.paths("rules").stream())
                .toList();
        boolean ownRules = policy.flag("own-rules").orElse(settings.ownRules());
        SemgrepOptions options = settings.options().or(policy);
        policy.check();
        return new SemgrepScanner(new SemgrepSettings(
                executable.orElse(settings.executable()),
                settings.searchPath(),
                report.map(ReportSource::of).orElse(settings.report()),
                roots,
                ownRules,
                rules,
                options,
                settings.temporary()));
    }
}
