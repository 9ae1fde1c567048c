package io.imprimatur.core.policy.file;

import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.policy.Waiver;

/** A waiver as a tree of JSON, in the structure of its file. */
public final class WaiverTree {
    private WaiverTree() {}

    /** The one spelling of a waiver. */
    public static JsonObject of(Waiver waiver) {
        JsonObject.Builder tree = JsonObject.builder().put("id", waiver.id());
        if (waiver.scope() instanceof Waiver.OfFinding finding) {
            tree.put("finding", finding.fingerprint().digest().hex()).putIfPresent("content", finding.content());
        } else {
            Waiver.OfRule rule = (Waiver.OfRule) waiver.scope();
            tree.put("rule", rule.rule()).put("paths", ConditionTree.texts(rule.paths()));
        }
        return tree.put("reason", waiver.reason())
                .put("approver", waiver.approver())
                .put("created", waiver.created().toString())
                .put("expires", waiver.expires().toString())
                .putIfPresent("evidence", waiver.evidence())
                .build();
    }
}
