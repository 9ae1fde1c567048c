package io.imprimatur.snyk;

import io.imprimatur.core.intake.Region;
import io.imprimatur.error.Preconditions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One vulnerability, licence or misconfiguration of a project: all the entries of a report that name the same id for the
 * same version of the same package. Immutable. Text is as the report has it, cut, and not made safe to print.
 *
 * @param kind what it is
 * @param id Snyk's, for example {@code SNYK-JS-LODASH-1018905}; empty where none is named
 * @param title empty where there is none
 * @param severity as it is written; empty where nothing is
 * @param cve for example {@code CVE-2020-28500}
 * @param cwe for example {@code CWE-400}
 * @param packageName absent where it is about no package
 * @param packageVersion absent where it is not named
 * @param packageUrl absent where it is about no package
 * @param license absent where it is about none, or where it is not known which
 * @param paths by which the project depends on the package, each from the project to the package; at most
 *     {@value #MAX_PATHS}
 * @param pathCount how many there are
 * @param entries how many entries of the report this is; 0 where another issue of its entry counts it
 * @param fixes what would fix it, in words
 * @param file the file that it is about, where that is another than the project's
 * @param region its place in the file
 * @param suppressed whether the report calls it ignored or patched
 */
record SnykIssue(
        Kind kind,
        String id,
        String title,
        String severity,
        List<String> cve,
        List<String> cwe,
        @Nullable String packageName,
        @Nullable String packageVersion,
        @Nullable String packageUrl,
        @Nullable String license,
        List<String> paths,
        int pathCount,
        int entries,
        List<String> fixes,
        @Nullable String file,
        Region region,
        boolean suppressed) {

    /** More paths of one issue are counted, not kept. */
    static final int MAX_PATHS = 5;

    /** What an issue is. */
    enum Kind {
        /** A vulnerability of what the project depends on. */
        VULNERABILITY,
        /** A licence of what the project depends on. */
        LICENSE,
        /** A misconfiguration of infrastructure. */
        CONFIGURATION,
        /** A weakness of the project's own code. */
        CODE
    }

    public SnykIssue {
        Preconditions.notNull(kind, "kind");
        Preconditions.notNull(id, "id");
        Preconditions.notNull(title, "title");
        Preconditions.notNull(severity, "severity");
        cve = Preconditions.copy(cve, "cve");
        cwe = Preconditions.copy(cwe, "cwe");
        paths = Preconditions.copy(paths, "paths");
        fixes = Preconditions.copy(fixes, "fixes");
        Preconditions.notNull(region, "region");
    }
}
