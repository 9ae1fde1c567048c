package io.imprimatur.core.json.codec;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.policy.file.ConditionReader;
import io.imprimatur.core.policy.file.ConditionTree;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;

/** A condition, spelled as a policy's file spells it. */
public final class ConditionJson {
    private ConditionJson() {}

    public static JsonObject write(Condition condition) {
        return ConditionTree.of(condition);
    }

    public static Condition read(Node node) {
        return PolicySpelling.read(node, ConditionReader::read);
    }

    /** Reads a condition on the change and its provenance, and refuses any other. */
    static ChangeCondition readChange(Node node) {
        if (read(node) instanceof ChangeCondition change) {
            return change;
        }
        throw Words.refusal("must be a condition on the change, not one on evidence, nor a combination", null);
    }
}
