package io.imprimatur.core.policy.file;

import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.Obligation;

/** An obligation as a tree of JSON. */
public final class ObligationTree {
    private ObligationTree() {}

    /** The one spelling of an obligation. */
    public static JsonValue of(Obligation obligation) {
        if (obligation instanceof Obligation.Label label) {
            return JsonObject.builder().put("label", label.name()).build();
        }
        if (obligation instanceof Obligation.Notify notify) {
            return JsonObject.builder().put("notify", notify.recipient()).build();
        }
        if (obligation instanceof Obligation.FollowUp later) {
            return JsonObject.builder()
                    .put("follow-up", later.task())
                    .put("within", Durations.text(later.within()))
                    .build();
        }
        return new JsonString(Vocabulary.ROLLBACK_PLAN);
    }
}
