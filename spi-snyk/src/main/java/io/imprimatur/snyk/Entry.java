package io.imprimatur.snyk;

import io.imprimatur.core.intake.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry of a report while it is read. Every text in it is cut. */
final class Entry {
    private static final int MOST_IDS = 20;
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,12}");
    private static final Pattern CWE = Pattern.compile("CWE-0*([1-9][0-9]{0,5})");

    SnykIssue.Kind kind;
    String id = "";
    String title = "";
    String severity = "";
    final List<String> cve = new ArrayList<>();
    final List<String> cwe = new ArrayList<>();

    @Nullable
    String packageName;

    @Nullable
    String alias;

    @Nullable
    String version;

    @Nullable
    String manager;

    @Nullable
    String language;

    @Nullable
    String license;

    /** From the project to the package, each {@code name@version}. */
    final List<List<String>> paths = new ArrayList<>();

    /** How many there are, which may be more. */
    int pathCount;

    /** As {@link #paths}, with the versions that would not have it; empty for the project and what cannot be upgraded. */
    final List<List<String>> upgrades = new ArrayList<>();

    final List<String> fixedIn = new ArrayList<>();

    @Nullable
    String advice;

    boolean patchable;

    @Nullable
    String file;

    int firstLine;
    int firstColumn;
    int lastLine;
    int lastColumn;
    boolean suppressed;

    Entry(SnykIssue.Kind kind) {
        this.kind = kind;
    }

    /** This package with what is known of the issue. */
    Entry describedBy(Entry issue) {
        id = issue.id;
        kind = issue.kind;
        title = issue.title;
        severity = issue.severity;
        cve.addAll(issue.cve);
        cwe.addAll(issue.cwe);
        manager = issue.manager;
        language = issue.language;
        license = issue.license;
        fixedIn.addAll(fixedIn.isEmpty() ? issue.fixedIn : List.of());
        return this;
    }

    Entry named(String issue) {
        id = issue;
        return this;
    }

    void addCve(String text) {
        String id = text.strip().toUpperCase(Locale.ROOT);
        if (CVE.matcher(id).matches() && cve.size() < MOST_IDS && !cve.contains(id)) {
            cve.add(id);
        }
    }

    void addCwe(String text) {
        var id = CWE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (id.matches() && cwe.size() < MOST_IDS && !cwe.contains("CWE-" + id.group(1))) {
            cwe.add("CWE-" + id.group(1));
        }
    }

    /** The package that is meant; of an image, the binary one. */
    @Nullable
    String name() {
        return alias != null && alias.contains("/") && packageName != null && !packageName.contains("/")
                ? alias
                : packageName == null ? alias : packageName;
    }

    /** Its version; where it is not named, that at the end of a path. */
    @Nullable
    String version() {
        if (version != null || paths.isEmpty() || paths.get(0).isEmpty()) {
            return version;
        }
        List<String> path = paths.get(0);
        String last = path.get(path.size() - 1);
        int at = last.lastIndexOf('@');
        return at > 0 ? last.substring(at + 1) : null;
    }

    /** They are many and long, and of one entry no more is needed. */
    void forgetPaths() {
        version = version();
        paths.clear();
        upgrades.clear();
    }

    SnykIssue.Kind kind() {
        return id.startsWith("snyk:lic:") ? SnykIssue.Kind.LICENSE : kind;
    }

    @Nullable
    String license() {
        if (kind() != SnykIssue.Kind.LICENSE) {
            return null;
        }
        String named = license != null ? license : id.substring(id.lastIndexOf(':') + 1);
        return named.isBlank() || named.equalsIgnoreCase("unknown") ? null : named;
    }

    Region region() {
        return new Region(Math.max(0, firstLine), firstColumn, lastLine, lastColumn);
    }

    /** What tells issues of a project apart. */
    List<String> key() {
        return Stream.of(
                        kind().name(),
                        id,
                        severity,
                        String.valueOf(name()),
                        String.valueOf(version()),
                        String.valueOf(file),
                        region().toString(),
                        id.isEmpty() ? title : "",
                        String.valueOf(suppressed))
                .toList();
    }

    /** What would fix it, in words; none where nothing is known. */
    List<String> fixes() {
        List<String> fixes = new ArrayList<>();
        if (advice != null) {
            fixes.add(advice);
        }
        for (int i = 0; i < upgrades.size(); i++) {
            List<String> path = i < paths.size() ? paths.get(i) : paths.isEmpty() ? List.of() : paths.get(0);
            upgrade(path, upgrades.get(i), fixes);
        }
        if (fixes.isEmpty() && !fixedIn.isEmpty()) {
            fixes.add("Fixed in " + (name() == null ? "" : name() + " ") + String.join(", ", fixedIn));
        }
        if (patchable) {
            fixes.add("Snyk has a patch");
        }
        return fixes;
    }

    /** The first package on the way that can be upgraded is the one to change. */
    private static void upgrade(List<String> path, List<String> upgrade, List<String> fixes) {
        for (int i = 0; i < upgrade.size(); i++) {
            String to = upgrade.get(i);
            if (!to.isEmpty() && i > 0) {
                String from = i < path.size() ? path.get(i) : "";
                String words = from.equals(to)
                        ? "Update the lock file: " + to + " already allows a version without it"
                        : "Upgrade " + (from.isEmpty() ? "" : from + " ") + "to " + to;
                if (!fixes.contains(words)) {
                    fixes.add(words);
                }
                return;
            }
        }
    }
}
