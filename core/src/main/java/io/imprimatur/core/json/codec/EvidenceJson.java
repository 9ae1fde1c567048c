package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.provenance.Evidence;

/** Why an attribution says what it says. */
public final class EvidenceJson {
    private EvidenceJson() {}

    public static JsonObject write(Evidence evidence) {
        return JsonObject.builder()
                .put("kind", Words.id(evidence.kind()))
                .put("strength", Words.id(evidence.strength()))
                .put("detail", evidence.detail())
                .build();
    }

    public static Evidence read(Fields in) {
        return new Evidence(
                in.constant("kind", Evidence.Kind.class),
                in.constant("strength", Evidence.Strength.class),
                in.text("detail"));
    }
}
