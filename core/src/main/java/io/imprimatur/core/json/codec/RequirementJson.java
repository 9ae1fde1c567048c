package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.policy.Requirement;

/** Who must approve. */
public final class RequirementJson {
    private RequirementJson() {}

    public static JsonObject write(Requirement requirement) {
        return JsonObject.builder()
                .putIfPresent("role", requirement.role())
                .put("approvals", requirement.approvals())
                .build();
    }

    public static Requirement read(Fields in) {
        return new Requirement(in.optional("role", in::text), in.number("approvals"));
    }
}
