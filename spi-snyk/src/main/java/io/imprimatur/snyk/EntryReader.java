package io.imprimatur.snyk;

import io.imprimatur.core.intake.JsonStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a report, of the CLI and of the service. */
final class EntryReader {
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_PATHS = 20;
    private static final int MOST_STEPS = 100;
    private static final int MOST_IDS = 20;
    private static final int MOST_VERSIONS = 10;

    private final JsonStream json;

    EntryReader(JsonStream json) {
        this.json = json;
    }

    /** An entry of {@code vulnerabilities}, {@code infrastructureAsCodeIssues} or {@code issuesData}. */
    Entry read(SnykIssue.Kind kind) {
        if (json.kind() != JsonStream.Kind.OBJECT) {
            throw json.refuse("must be an object", null, "check that the report is whole and of this tool");
        }
        Entry entry = new Entry(kind);
        json.object(key -> member(entry, key));
        return entry;
    }

    private void member(Entry entry, String key) {
        switch (key) {
            case "id", "issueId" -> entry.id = orElse(name(), entry.id);
            case "publicId" -> entry.id = entry.id.isEmpty() ? orElse(name(), "") : entry.id;
            case "title" -> entry.title = orElse(Values.text(json, LONGEST_TEXT), entry.title);
            case "issue" ->
                entry.title = entry.title.isEmpty() ? orElse(Values.text(json, LONGEST_TEXT), "") : entry.title;
            case "severity" -> entry.severity = orElse(name(), entry.severity).toLowerCase(Locale.ROOT);
            case "identifiers" -> Values.object(json, inner -> identifier(entry, inner));
            case "packageName", "moduleName", "pkgName" ->
                entry.packageName = entry.packageName == null || key.equals("packageName") ? name() : entry.packageName;
            case "name" -> entry.alias = first();
            case "version", "packageVersion", "pkgVersion" -> entry.version = first();
            case "packageManager" -> entry.manager = name();
            case "language" -> entry.language = name();
            case "type" -> type(entry);
            case "license" -> entry.license = name();
            case "from" -> entry.pathCount = paths(entry.paths);
            case "upgradePath" -> paths(entry.upgrades);
            case "fixedIn" -> entry.fixedIn.addAll(Values.texts(json, MOST_VERSIONS, LONGEST_NAME));
            case "nearestFixedInVersion" -> nearest(entry);
            case "isPatchable" -> entry.patchable = Boolean.TRUE.equals(Values.flag(json));
            case "isIgnored" -> entry.suppressed |= Boolean.TRUE.equals(Values.flag(json));
            case "resolve" -> entry.advice = Values.text(json, LONGEST_TEXT);
            case "filePath" -> entry.file = Values.text(json, LONGEST_TEXT);
            case "lineNumber" -> entry.firstLine = Values.whole(json);
            default -> {}
        }
    }

    private void type(Entry entry) {
        if ("license".equalsIgnoreCase(name()) && entry.kind == SnykIssue.Kind.VULNERABILITY) {
            entry.kind = SnykIssue.Kind.LICENSE;
        }
    }

    private void identifier(Entry entry, String key) {
        switch (key) {
            case "CVE" -> Values.texts(json, MOST_IDS, LONGEST_NAME).forEach(entry::addCve);
            case "CWE" -> Values.texts(json, MOST_IDS, LONGEST_NAME).forEach(entry::addCwe);
            default -> {}
        }
    }

    private void nearest(Entry entry) {
        String version = name();
        if (version != null && !version.isBlank() && entry.fixedIn.isEmpty()) {
            entry.fixedIn.add(version);
        }
    }

    /** One path, or several where the tool was told to group them; what is no text stands for itself as an empty one. Answers how many. */
    private int paths(List<List<String>> paths) {
        int[] count = new int[1];
        List<String> path = new ArrayList<>();
        Values.array(json, () -> {
            if (json.kind() == JsonStream.Kind.ARRAY) {
                List<String> inner = new ArrayList<>();
                json.array(() -> step(inner));
                count[0]++;
                add(paths, inner);
            } else {
                step(path);
            }
        });
        add(paths, path);
        return count[0] + (path.isEmpty() ? 0 : 1);
    }

    private void step(List<String> path) {
        if (path.size() < MOST_STEPS) {
            String text = json.kind() == JsonStream.Kind.TEXT ? Values.text(json, LONGEST_NAME) : null;
            path.add(text == null ? "" : text);
        }
    }

    private static void add(List<List<String>> paths, List<String> path) {
        if (!path.isEmpty() && paths.size() < MOST_PATHS) {
            paths.add(path);
        }
    }

    // Of the service

    /** An item of {@code data}, as the service gives out issues. */
    Entry readService(List<String> commits) {
        if (json.kind() != JsonStream.Kind.OBJECT) {
            throw json.refuse("must be an object", null, "check that the answer is whole and of Snyk's service");
        }
        Entry entry = new Entry(SnykIssue.Kind.CODE);
        json.object(key -> {
            if (key.equals("attributes")) {
                Values.object(json, inner -> attribute(entry, inner, commits));
            }
        });
        return entry;
    }

    private void attribute(Entry entry, String key, List<String> commits) {
        switch (key) {
            case "key" -> entry.id = orElse(name(), entry.id);
            case "title" -> entry.title = orElse(Values.text(json, LONGEST_TEXT), "");
            case "effective_severity_level" ->
                entry.severity = orElse(name(), "").toLowerCase(Locale.ROOT);
            case "type" -> entry.kind = kind(orElse(name(), ""));
            case "ignored" -> entry.suppressed |= Boolean.TRUE.equals(Values.flag(json));
            case "status" -> entry.suppressed |= "resolved".equalsIgnoreCase(name());
            case "classes" -> Values.array(json, () -> Values.object(json, inner -> weakness(entry, inner)));
            case "problems" -> Values.array(json, () -> Values.object(json, inner -> problem(entry, inner)));
            case "coordinates" ->
                Values.array(
                        json,
                        () -> Values.object(json, inner -> {
                            if (inner.equals("representations")) {
                                Values.array(
                                        json, () -> Values.object(json, kind -> representation(entry, kind, commits)));
                            }
                        }));
            default -> {}
        }
    }

    private static SnykIssue.Kind kind(String type) {
        return switch (type) {
            case "package_vulnerability" -> SnykIssue.Kind.VULNERABILITY;
            case "license" -> SnykIssue.Kind.LICENSE;
            case "cloud", "config" -> SnykIssue.Kind.CONFIGURATION;
            default -> SnykIssue.Kind.CODE;
        };
    }

    private void weakness(Entry entry, String key) {
        if (key.equals("id")) {
            entry.addCwe(orElse(name(), ""));
        }
    }

    private void problem(Entry entry, String key) {
        if (key.equals("id")) {
            entry.addCve(orElse(name(), ""));
        }
    }

    /** The first place counts. */
    private void representation(Entry entry, String kind, List<String> commits) {
        switch (kind) {
            case "dependency" ->
                Values.object(json, key -> {
                    switch (key) {
                        case "package_name" ->
                            entry.packageName = entry.packageName == null ? name() : entry.packageName;
                        case "package_version" -> entry.version = entry.version == null ? name() : entry.version;
                        default -> {}
                    }
                });
            case "sourceLocation" -> {
                boolean isFirst = entry.file == null;
                Values.object(json, key -> {
                    switch (key) {
                        case "commit_id" -> commit(commits);
                        case "file" -> entry.file = isFirst ? Values.text(json, LONGEST_TEXT) : entry.file;
                        case "region" -> Values.object(json, end -> region(entry, end, isFirst));
                        default -> {}
                    }
                });
            }
            default -> {}
        }
    }

    private void commit(List<String> commits) {
        String commit = name();
        if (commit != null && commits.size() < MOST_IDS && !commits.contains(commit)) {
            commits.add(commit);
        }
    }

    private void region(Entry entry, String end, boolean isFirst) {
        Values.object(json, key -> {
            int number = Values.whole(json);
            if (isFirst && end.equals("start")) {
                entry.firstLine = key.equals("line") ? number : entry.firstLine;
                entry.firstColumn = key.equals("column") ? number : entry.firstColumn;
            } else if (isFirst && end.equals("end")) {
                entry.lastLine = key.equals("line") ? number : entry.lastLine;
                entry.lastColumn = key.equals("column") ? number : entry.lastColumn;
            }
        });
    }

    private @Nullable String name() {
        return Values.text(json, LONGEST_NAME);
    }

    private @Nullable String first() {
        List<String> texts = Values.texts(json, 1, LONGEST_NAME);
        return texts.isEmpty() ? null : texts.get(0);
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }
}
