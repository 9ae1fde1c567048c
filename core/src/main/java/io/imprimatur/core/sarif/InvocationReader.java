package io.imprimatur.core.sarif;

import io.imprimatur.core.intake.JsonStream;
import io.imprimatur.core.sarif.SarifLocation.Artifact;
import io.imprimatur.core.sarif.SarifNotification.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads invocations (3.20): how they ended, and what the tool says about them, and to what they set its rules. */
final class InvocationReader {
    private static final int LONGEST_ID = 200;

    /** Words of tools for work that they did not do. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("(?i)pars|syntax|time[d -]*out|skip|memory|too (many|large|big|long)"
                    + "|not (be )?(scan|analy|support|read|process|found)|unsupported|fail|could not|unable|cannot|can't|ignor"
                    + "|incomplete|partial|exclud|omit|abort|crash|exception");

    private final JsonStream json;
    private final Budget budget;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<ConfigurationOverride> overrides = new ArrayList<>();
    private int invocations;
    private boolean successful = true;

    InvocationReader(JsonStream json, Budget budget) {
        this.json = json;
        this.budget = budget;
    }

    List<Draft> notifications() {
        return drafts;
    }

    Overrides overrides(Tool tool) {
        return new Overrides(invocations, overrides, tool);
    }

    boolean isSuccessful() {
        return successful;
    }

    void invocation() {
        int invocation = invocations++;
        Loose.object(json, key -> {
            switch (key) {
                case "executionSuccessful" -> successful &= json.flag().orElse(false);
                case "exitSignalName", "exitSignalNumber", "processStartFailureMessage" ->
                    successful &= json.kind() == JsonStream.Kind.NULL;
                case "toolExecutionNotifications" -> json.array(() -> notification(Kind.EXECUTION));
                case "ruleConfigurationOverrides" ->
                    Loose.array(json, () -> overrides.add(ConfigurationOverride.read(json, budget, invocation)));
                case "toolConfigurationNotifications" -> json.array(() -> notification(Kind.CONFIGURATION));
                default -> {}
            }
        });
    }

    private void notification(Kind kind) {
        Draft draft = new Draft(kind, budget.keep(json, json.path(), LONGEST_ID));
        Loose.object(json, key -> {
            switch (key) {
                case "level" -> {
                    String level = Loose.scalar(json);
                    draft.level = level == null ? draft.level : budget.keep(json, level, LONGEST_ID);
                }
                case "descriptor" -> {
                    String id = Reference.read(json).id;
                    draft.id = id == null ? null : budget.keep(json, id, LONGEST_ID);
                }
                case "message" -> {
                    String words = Words.read(json);
                    draft.leavesOut = words != null && LEFT_OUT.matcher(words).find();
                }
                case "locations" -> Loose.array(json, () -> draft.location(json));
                default -> {}
            }
        });
        budget.keep(json, draft.artifact == null ? "" : String.valueOf(draft.artifact.uri), 10_000);
        drafts.add(draft);
    }

    /** A notification whose artifact may still be an index. */
    static final class Draft {
        private final Kind kind;
        private final String place;
        private String level = "warning";
        private @Nullable String id;
        private boolean leavesOut;
        private @Nullable ArtifactReader artifact;

        private Draft(Kind kind, String place) {
            this.kind = kind;
            this.place = place;
        }

        private void location(JsonStream json) {
            Loose.object(json, key -> {
                if (key.equals("physicalLocation")) {
                    Loose.object(json, inner -> {
                        if (inner.equals("artifactLocation") && artifact == null) {
                            artifact = ArtifactReader.read(json);
                        }
                    });
                }
            });
        }

        SarifNotification in(List<@Nullable Artifact> artifacts) {
            Artifact named = artifact == null ? null : artifact.named();
            if (named == null && artifact != null && artifact.index >= 0 && artifact.index < artifacts.size()) {
                named = artifacts.get(artifact.index);
            }
            boolean says = leavesOut || (id != null && LEFT_OUT.matcher(id).find());
            return new SarifNotification(kind, level, id, place, named, says);
        }
    }
}
