package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.decision.Assumption;
import io.imprimatur.decision.Reason;
import io.imprimatur.measure.Truth;

/** One fact on which a rule fired. */
public final class ReasonJson {
    private ReasonJson() {}

    public static JsonObject write(Reason reason) {
        return JsonObject.builder()
                .put("condition", ConditionJson.write(reason.condition()))
                .put("truth", Words.id(reason.truth()))
                .put("fact", reason.fact())
                .put("source", reason.source())
                .putIfPresent("location", reason.location(), LocationJson::write)
                .putIfPresent(
                        "fingerprint",
                        reason.fingerprint(),
                        fingerprint -> new JsonString(fingerprint.digest().toString()))
                .putIfPresent("assumption", reason.assumption(), assumption -> new JsonString(Words.id(assumption)))
                .build();
    }

    public static Reason read(Fields in) {
        return new Reason(
                in.value("condition", ConditionJson::read),
                in.constant("truth", Truth.class),
                in.text("fact"),
                in.text("source"),
                in.optional("location", key -> in.object(key, LocationJson::read)),
                in.optional("fingerprint", key -> in.text(key, FindingJson::fingerprint)),
                in.optional("assumption", key -> in.constant(key, Assumption.class)));
    }
}
