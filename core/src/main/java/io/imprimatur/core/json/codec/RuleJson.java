package io.imprimatur.core.json.codec;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonBoolean;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.core.policy.file.ObligationReader;
import io.imprimatur.core.policy.file.ObligationTree;
import io.imprimatur.error.Position;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Rule;

/** A rule of a policy, its condition as a policy spells it. */
public final class RuleJson {
    private RuleJson() {}

    public static JsonObject write(Rule rule) {
        return JsonObject.builder()
                .put("id", rule.id())
                .put("when", ConditionJson.write(rule.when()))
                .put("then", write(rule.then()))
                .put("enforcement", Words.id(rule.enforcement()))
                .put("onUnknown", Words.id(rule.onUnknown()))
                .putIfPresent("hard", rule.hard() ? true : null, JsonBoolean::new)
                .putUnlessEmpty("obligations", rule.obligations(), ObligationTree::of)
                .putUnlessEmpty("controls", rule.controls(), JsonString::new)
                .putIfPresent("because", rule.because())
                .putIfPresent("position", rule.position().isKnown() ? rule.position() : null, RuleJson::write)
                .putIfPresent("layer", rule.layer())
                .build();
    }

    public static Rule read(Fields in) {
        Position position = in.optional("position", key -> in.object(key, RuleJson::readPosition));
        return new Rule(
                in.text("id"),
                in.value("when", ConditionJson::read),
                in.value("then", node -> readEffect(node, in)),
                in.constant("enforcement", Enforcement.class),
                in.constant("onUnknown", OnUnknown.class),
                in.has("hard") && in.flag("hard"),
                in.optionalList("obligations", key -> in.list(key, RuleJson::readObligation)),
                in.optionalList("controls", in::texts),
                in.optional("because", in::text),
                position == null ? Position.NONE : position,
                in.optional("layer", in::text));
    }

    private static JsonValue write(Effect effect) {
        return effect instanceof Effect.Review review
                ? JsonObject.builder()
                        .put("review", RequirementJson.write(review.requirement()))
                        .build()
                : new JsonString(effect instanceof Effect.Block ? "block" : "oblige");
    }

    static Obligation readObligation(Node node) {
        return PolicySpelling.read(node, ObligationReader::read);
    }

    private static Effect readEffect(Node node, Fields in) {
        if (node instanceof Node.Mapping) {
            return in.object(node, review -> new Effect.Review(review.object("review", RequirementJson::read)));
        }
        if (node instanceof Node.Text text && text.value().equals("block")) {
            return new Effect.Block();
        }
        if (node instanceof Node.Text text && text.value().equals("oblige")) {
            return new Effect.Oblige();
        }
        throw Fields.wrong(node, "must be \"block\", \"oblige\" or an object with the key review", null);
    }

    static JsonObject write(Position position) {
        JsonObject.Builder out = JsonObject.builder().put("line", position.line());
        return position.column() == 0
                ? out.build()
                : out.put("column", position.column()).build();
    }

    static Position readPosition(Fields in) {
        Integer column = in.optional("column", in::number);
        return new Position(in.number("line"), column == null ? 0 : column);
    }
}
