package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.Verdict;
import io.imprimatur.measure.Truth;

/** A rule that fired. */
public final class FiredRuleJson {
    private FiredRuleJson() {}

    public static JsonObject write(FiredRule fired) {
        return JsonObject.builder()
                .put("rule", RuleJson.write(fired.rule()))
                .put("truth", Words.id(fired.truth()))
                .put("verdict", Words.id(fired.verdict()))
                .putIfPresent("requirement", fired.requirement(), RequirementJson::write)
                .put("reasons", JsonArray.of(fired.reasons(), ReasonJson::write))
                .build();
    }

    public static FiredRule read(Fields in) {
        return new FiredRule(
                in.object("rule", RuleJson::read),
                in.constant("truth", Truth.class),
                in.constant("verdict", Verdict.class),
                in.optional("requirement", key -> in.object(key, RequirementJson::read)),
                in.objects("reasons", ReasonJson::read));
    }
}
