package io.imprimatur.snyk;

import io.imprimatur.core.intake.JsonStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one project of a report, of whatever kind: what it is may stand behind its issues. */
final class ProjectReader {
    private static final int LONGEST_NAME = 2_000;
    private static final int MOST_AFFECTED = 200_000;

    private final JsonStream json;
    private final EntryReader reader;
    private final String place;
    private final Consumer<SnykProject> taker;
    private final Gathering gathering = new Gathering();
    private final List<String> commits = new ArrayList<>();

    /** As the service answers the CLI: what issues are, and which packages have them. */
    private final Map<String, Entry> described = new LinkedHashMap<>();

    private final Map<String, List<Entry>> affected = new LinkedHashMap<>();
    private int affectedCount;
    private int refusals;

    private @Nullable String name;
    private @Nullable String displayTarget;
    private @Nullable String target;
    private @Nullable String folder;
    private @Nullable String manager;
    private @Nullable Boolean ok;
    private @Nullable String error;
    private boolean inImage;
    private boolean saysWhatWasFound;

    int entries;
    int expected;
    int suppressed;
    boolean isService;
    boolean more;

    /**
     * For a project.
     *
     * @param inImage whether it is known to be in one
     * @param taker is given the projects in this one, each when it is read; and last this one
     */
    ProjectReader(JsonStream json, boolean inImage, Consumer<SnykProject> taker) {
        this.json = json;
        this.inImage = inImage;
        this.taker = taker;
        reader = new EntryReader(json);
        place = json.path();
    }

    /** Reads it. Where the report breaks off, what was read until then is handed over all the same. */
    void read() {
        if (json.kind() != JsonStream.Kind.OBJECT) {
            throw notOurs();
        }
        try {
            json.object(this::member);
        } finally {
            if (isService && refusals > 0) {
                failed("the service answers with errors");
            }
            join();
            taker.accept(project());
        }
        if (!saysWhatWasFound && error == null && !json.isStopped()) {
            throw notOurs();
        }
    }

    private RuntimeException notOurs() {
        return json.refuse(
                "must be a report of Snyk: an object with a list of vulnerabilities, or a list of such objects",
                null,
                "give what the CLI writes with --json");
    }

    private SnykProject project() {
        return new SnykProject(
                place,
                name,
                displayTarget == null ? target : displayTarget,
                folder,
                inImage,
                ok,
                error,
                commits,
                entries,
                gathering.issues(manager));
    }

    private void member(String key) {
        switch (key) {
            // Of lists the kind must be right: what is stepped over would be missed unseen.
            case "vulnerabilities" ->
                saysWhatWasFound |= json.array(() -> take(reader.read(SnykIssue.Kind.VULNERABILITY)));
            case "infrastructureAsCodeIssues" ->
                saysWhatWasFound |= json.array(() -> take(reader.read(SnykIssue.Kind.CONFIGURATION)));
            case "applications" -> json.array(this::application);
            case "filtered" -> json.object(this::filtered);
            case "result" -> json.object(this::member);
            case "issuesData" -> saysWhatWasFound |= json.object(this::described);
            case "affectedPkgs" -> json.object(id -> Values.object(json, new Affected()::member));
            case "data" -> {
                isService = true;
                saysWhatWasFound |= json.array(() -> take(reader.readService(commits)));
            }
            case "links" ->
                Values.object(json, link -> more |= link.equals("next") && json.kind() != JsonStream.Kind.NULL);
            case "ok" -> ok = Values.flag(json);
            case "error", "message" -> failed(Values.text(json, LONGEST_NAME));
            case "jsonapi" -> isService = true;
            case "errors" -> Values.array(json, () -> refusals++);
            case "projectName" -> name = text();
            case "displayTargetFile" -> displayTarget = text();
            case "targetFile" -> target = text();
            case "path" -> folder = text();
            case "packageManager" -> manager = text();
            case "docker" -> inImage |= json.kind() == JsonStream.Kind.OBJECT;
            case "platform" -> inImage |= json.kind() == JsonStream.Kind.TEXT;
            case "foundProjectCount" -> expected = Math.max(0, Values.whole(json)) + 1;
            default -> {}
        }
    }

    private void failed(@Nullable String words) {
        if (words != null) {
            error = error == null ? words : error;
        }
    }

    private @Nullable String text() {
        return Values.text(json, LONGEST_NAME);
    }

    private void take(Entry entry) {
        entries++;
        suppressed += entry.suppressed ? 1 : 0;
        gathering.add(json, entry, 1);
    }

    /** What is in an image. */
    private void application() {
        ProjectReader inner = new ProjectReader(json, true, taker);
        inner.read();
        entries += inner.entries;
        suppressed += inner.suppressed;
    }

    private void filtered(String how) {
        if (how.equals("ignore") || how.equals("patch")) {
            json.array(() -> {
                Entry entry = reader.read(SnykIssue.Kind.VULNERABILITY);
                entry.suppressed = true;
                suppressed++;
                gathering.add(json, entry, 1);
            });
        }
    }

    // As the service answers the CLI

    private void described(String id) {
        Entry entry = reader.read(SnykIssue.Kind.VULNERABILITY);
        entry.id = entry.id.isEmpty() ? id : entry.id;
        if (described.put(id, entry) == null) {
            entries++;
        }
        bound(described.size());
    }

    private void bound(int count) {
        if (count > MOST_AFFECTED) {
            throw json.refuse("has more issues than are kept", "more than " + count, "test the project in parts");
        }
    }

    /** A package and the ids of what it has. */
    private final class Affected {
        private @Nullable String name;
        private @Nullable String version;
        private final List<Entry> issues = new ArrayList<>();

        private void member(String key) {
            switch (key) {
                case "pkg" ->
                    Values.object(json, inner -> {
                        switch (inner) {
                            case "name" -> name = text();
                            case "version" -> version = text();
                            default -> {}
                        }
                        issues.forEach(this::complete);
                    });
                case "issues" -> Values.object(json, this::issue);
                default -> {}
            }
        }

        private void issue(String id) {
            Entry entry = new Entry(SnykIssue.Kind.VULNERABILITY);
            Values.object(json, key -> {
                if (key.equals("fixInfo")) {
                    Values.object(json, inner -> fix(entry, inner));
                }
            });
            complete(entry);
            issues.add(entry);
            affected.computeIfAbsent(id, none -> new ArrayList<>()).add(entry);
            bound(++affectedCount);
        }

        private void complete(Entry entry) {
            entry.packageName = name;
            entry.version = version;
        }

        private void fix(Entry entry, String key) {
            switch (key) {
                case "isPatchable" -> entry.patchable = Boolean.TRUE.equals(Values.flag(json));
                case "nearestFixedInVersion" -> {
                    String nearest = text();
                    if (nearest != null) {
                        entry.fixedIn.add(nearest);
                    }
                }
                case "upgradePaths" -> Values.array(json, () -> Values.object(json, inner -> upgrade(entry, inner)));
                default -> {}
            }
        }

        private void upgrade(Entry entry, String key) {
            if (!key.equals("path") || entry.paths.size() >= SnykIssue.MAX_PATHS) {
                return;
            }
            List<String> from = new ArrayList<>();
            List<String> to = new ArrayList<>();
            Values.array(json, () -> {
                String[] step = new String[3];
                Values.object(json, inner -> {
                    switch (inner) {
                        case "name" -> step[0] = text();
                        case "version" -> step[1] = text();
                        case "newVersion" -> step[2] = text();
                        default -> {}
                    }
                });
                if (step[0] != null && from.size() < 100) {
                    from.add(step[1] == null ? step[0] : step[0] + "@" + step[1]);
                    to.add(step[2] == null ? "" : step[0] + "@" + step[2]);
                }
            });
            entry.paths.add(from);
            entry.upgrades.add(to);
        }
    }

    /** Brings together what issues are and which packages have them. */
    private void join() {
        described.forEach((id, entry) -> {
            List<Entry> packages = affected.getOrDefault(id, List.of());
            if (packages.isEmpty()) {
                gathering.add(json, entry, 1);
            }
            for (int i = 0; i < packages.size(); i++) {
                gathering.add(json, packages.get(i).describedBy(entry), i == 0 ? 1 : 0);
            }
        });
        affected.forEach((id, packages) -> {
            if (!described.containsKey(id)) {
                packages.forEach(entry -> gathering.add(json, entry.named(id), 1));
            }
        });
        described.clear();
        affected.clear();
    }
}
