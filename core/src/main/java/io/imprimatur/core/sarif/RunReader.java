package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonStream;
import io.imprimatur.core.intake.Span.Unit;
import io.imprimatur.core.sarif.SarifLocation.Artifact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads of a run (3.14) all that its results refer to, and steps over the results. */
final class RunReader {
    private static final int LONGEST = 10_000;

    private final JsonStream json;
    private final Budget budget;
    private final InvocationReader invocations;

    private Component driver = Component.NONE;
    private boolean hasDriver;
    private final List<Component> extensions = new ArrayList<>();
    private final List<Component> taxonomies = new ArrayList<>();
    private final List<@Nullable Artifact> artifacts = new ArrayList<>();
    private final Map<String, Artifact> bases = new HashMap<>();
    private final List<String> external = new ArrayList<>();
    private final List<String> revisions = new ArrayList<>();
    private boolean hasResults;
    private Unit characters = Unit.UTF16_UNITS;

    RunReader(JsonStream json, Budget budget) {
        this.json = json;
        this.budget = budget;
        this.invocations = new InvocationReader(json, budget);
    }

    void read() {
        if (!json.object(this::member)) {
            throw json.refuse("must be a run", "null", "let the tool write its runs");
        }
    }

    /** What was read, be it before an error. */
    RunContext context() {
        List<SarifNotification> about = invocations.notifications().stream()
                .map(notification -> notification.in(artifacts))
                .toList();
        Tool tool = new Tool(driver, extensions);
        Overrides overrides = invocations.overrides(tool);
        SarifRun run = new SarifRun(
                driver.name,
                driver.version,
                hasResults,
                invocations.isSuccessful(),
                about,
                overrides.switchedOff(),
                external,
                revisions,
                bases);
        return new RunContext(run, tool, taxonomies, artifacts, characters, overrides);
    }

    /** Whether the tool is described as 2.1.0 does: before, it had no driver. */
    boolean hasDriver() {
        return hasDriver;
    }

    private void member(String key) {
        switch (key) {
            case "tool" -> Loose.object(json, this::tool);
            case "results" -> {
                if (json.kind() != JsonStream.Kind.NULL && json.kind() != JsonStream.Kind.ARRAY) {
                    throw json.refuse("must be an array of results", null, "check that the report is complete");
                }
                hasResults |= json.kind() == JsonStream.Kind.ARRAY;
            }
            case "columnKind" -> {
                if ("unicodeCodePoints".equalsIgnoreCase(Loose.scalar(json))) {
                    characters = Unit.CODE_POINTS;
                }
            }
            case "artifacts" -> Loose.array(json, this::artifact);
            case "taxonomies" -> Loose.array(json, () -> taxonomies.add(component()));
            case "invocations" -> json.array(invocations::invocation);
            case "originalUriBaseIds" -> Loose.object(json, this::base);
            case "versionControlProvenance" -> Loose.array(json, this::provenance);
            case "externalPropertyFileReferences" -> Loose.object(json, this::externalProperty);
            default -> {}
        }
    }

    private void tool(String key) {
        switch (key) {
            case "driver" -> {
                hasDriver = true;
                driver = component();
            }
            case "extensions" -> Loose.array(json, () -> extensions.add(component()));
            case "name" -> driver = hasDriver ? driver : named(Loose.scalar(json)); // before 2.1.0
            default -> {}
        }
    }

    private static Component named(@Nullable String name) {
        return name == null ? Component.NONE : new Component(name, null, null, List.of(), Map.of());
    }

    private Component component() {
        return new ComponentReader(json, budget).read();
    }

    private void artifact() {
        List<ArtifactReader> location = new ArrayList<>(1);
        Loose.object(json, key -> {
            if (key.equals("location")) {
                location.add(ArtifactReader.read(json));
            }
        });
        budget.keep(json, "", 0);
        artifacts.add(location.isEmpty() ? null : kept(location.get(0).named()));
    }

    private void base(String id) {
        Artifact base = kept(ArtifactReader.read(json).named());
        if (base != null) {
            bases.put(budget.keep(json, id, LONGEST), base);
        }
    }

    private void provenance() {
        Loose.object(json, key -> {
            String revision = key.equals("revisionId") ? Loose.scalar(json) : null;
            if (revision != null) {
                revisions.add(budget.keep(json, revision, LONGEST));
            }
        });
    }

    private void externalProperty(String key) {
        if (json.kind() != JsonStream.Kind.NULL) {
            external.add(budget.keep(json, key, LONGEST));
        }
    }

    private @Nullable Artifact kept(@Nullable Artifact artifact) {
        if (artifact != null) {
            budget.keep(json, artifact.uri(), LONGEST);
        }
        return artifact;
    }
}
