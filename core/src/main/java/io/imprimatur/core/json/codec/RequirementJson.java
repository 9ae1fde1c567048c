package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.Requirement;

/** Who must approve. */
public final class RequirementJson {
    private RequirementJson() {}

    public static JsonObject write(Requirement requirement) {
        return JsonObject.builder()
                .putIfPresent("role", requirement.role())
                .put("approvals", requirement.approvals())
                .putUnlessEmpty("excluding", requirement.excluding(), JsonString::new)
                .putIfPresent("within", requirement.within(), within -> new JsonString(Durations.text(within)))
                .build();
    }

    public static Requirement read(Fields in) {
        return new Requirement(
                in.optional("role", in::text),
                in.number("approvals"),
                in.optionalList("excluding", in::texts),
                in.optional("within", key -> in.text(key, Durations::parse)));
    }
}
