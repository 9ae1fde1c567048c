package io.imprimatur.core.policy.file;

import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.Requirement;
import java.time.Duration;

/** Who must approve as a tree of JSON. */
public final class RequirementTree {
    private RequirementTree() {}

    /** The one spelling of a requirement. */
    public static JsonObject of(Requirement requirement) {
        JsonObject.Builder tree =
                JsonObject.builder().putIfPresent("by", requirement.role()).put("approvals", requirement.approvals());
        if (!requirement.excluding().isEmpty()) {
            tree.put("excluding", ConditionTree.texts(requirement.excluding()));
        }
        Duration within = requirement.within();
        if (within != null) {
            tree.put("within", Durations.text(within));
        }
        return tree.build();
    }
}
