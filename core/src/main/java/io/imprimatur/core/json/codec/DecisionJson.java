package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.core.policy.file.ObligationTree;
import io.imprimatur.decision.Assumption;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.Unblock;
import io.imprimatur.decision.Verdict;

/** A decision. */
public final class DecisionJson {
    private DecisionJson() {}

    public static JsonObject write(Decision decision) {
        return JsonObject.builder()
                .put("verdict", Words.id(decision.verdict()))
                .put("subject", decision.subject().toString())
                .put("policy", PolicyReferenceJson.write(decision.policy()))
                .put("fired", JsonArray.of(decision.fired(), FiredRuleJson::write))
                .put("requirements", JsonArray.of(decision.requirements(), RequirementJson::write))
                .putUnlessEmpty("obligations", decision.obligations(), ObligationTree::of)
                .put(
                        "assumptions",
                        JsonArray.of(decision.assumptions(), assumption -> new JsonString(Words.id(assumption))))
                .put("excluded", JsonArray.of(decision.excluded(), PersonJson::write))
                .put("unblock", write(decision.unblock()))
                .putUnlessEmpty("waivers", decision.waivers(), WaiverUseJson::write)
                .build();
    }

    public static Decision read(Fields in) {
        return new Decision(
                in.constant("verdict", Verdict.class),
                in.text("subject", Words::digest),
                in.object("policy", PolicyReferenceJson::read),
                in.objects("fired", FiredRuleJson::read),
                in.objects("requirements", RequirementJson::read),
                in.optionalList("obligations", key -> in.list(key, RuleJson::readObligation)),
                in.texts("assumptions", text -> Words.constant(Assumption.class, text)),
                in.objects("excluded", PersonJson::read),
                in.object("unblock", DecisionJson::readUnblock),
                in.optionalList("waivers", key -> in.objects(key, WaiverUseJson::read)));
    }

    private static JsonObject write(Unblock unblock) {
        return JsonObject.builder()
                .put("ways", JsonArray.of(unblock.ways(), way -> JsonArray.of(way, StepJson::write)))
                .put("complete", unblock.complete())
                .build();
    }

    private static Unblock readUnblock(Fields in) {
        return new Unblock(
                in.list("ways", way -> in.items(way, step -> in.object(step, StepJson::read))), in.flag("complete"));
    }
}
