package io.imprimatur.snyk;

import io.imprimatur.core.intake.JsonStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of one project on their way to be issues, each once. Bounded by how much of it is kept. */
final class Gathering {
    private static final long MOST_KEPT = 32L << 20;
    private static final int OVERHEAD = 500;
    private static final int MOST_FIXES = 5;

    private static final class Sum {
        final Entry first;
        final List<String> paths = new ArrayList<>();
        final List<String> fixes = new ArrayList<>();
        int entries;
        int pathCount;

        Sum(Entry first) {
            this.first = first;
        }
    }

    private final Map<List<String>, Sum> sums = new LinkedHashMap<>();
    private long kept;

    /**
     * Takes an entry.
     *
     * @param counts how many entries of the report it is
     */
    void add(JsonStream json, Entry entry, int counts) {
        List<String> key = entry.key();
        Sum sum = sums.get(key);
        if (sum == null) {
            kept += OVERHEAD + key.stream().mapToInt(String::length).sum() + entry.title.length();
            sum = new Sum(entry);
            sums.put(key, sum);
        }
        sum.entries += counts;
        sum.pathCount += Math.max(entry.pathCount, entry.paths.size());
        for (List<String> path : entry.paths) {
            String words = String.join(" > ", path);
            if (!words.isEmpty() && sum.paths.size() < SnykIssue.MAX_PATHS && !sum.paths.contains(words)) {
                sum.paths.add(words);
                kept += words.length();
            }
        }
        for (String fix : entry.fixes()) {
            if (sum.fixes.size() < MOST_FIXES && !sum.fixes.contains(fix)) {
                sum.fixes.add(fix);
                kept += fix.length();
            }
        }
        entry.forgetPaths();
        if (kept > MOST_KEPT) {
            throw json.refuse(
                    "has more different issues in one project than are kept",
                    "more than " + sums.size(),
                    "test the project in parts");
        }
    }

    /** The issues, in the order of the report. */
    List<SnykIssue> issues(@Nullable String projectManager) {
        List<SnykIssue> issues = new ArrayList<>(sums.size());
        sums.values().forEach(sum -> issues.add(issue(sum, projectManager)));
        return issues;
    }

    private static SnykIssue issue(Sum sum, @Nullable String projectManager) {
        Entry entry = sum.first;
        String name = entry.name();
        String url = name == null || name.isBlank()
                ? null
                : PackageUrl.of(manager(entry, projectManager), name, entry.version());
        return new SnykIssue(
                entry.kind(),
                entry.id,
                entry.title,
                entry.severity,
                entry.cve,
                entry.cwe,
                name,
                entry.version(),
                url,
                entry.license(),
                sum.paths,
                sum.pathCount,
                sum.entries,
                sum.fixes,
                entry.file,
                entry.region(),
                entry.suppressed);
    }

    private static String manager(Entry entry, @Nullable String projectManager) {
        if (entry.manager != null) {
            return entry.manager;
        }
        return projectManager != null ? projectManager : entry.language == null ? "" : entry.language;
    }
}
