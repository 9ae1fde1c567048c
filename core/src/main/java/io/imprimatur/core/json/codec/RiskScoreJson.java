package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.risk.RiskFactor;
import io.imprimatur.risk.RiskLevel;
import io.imprimatur.risk.RiskScore;

/** A risk. */
public final class RiskScoreJson {
    private RiskScoreJson() {}

    public static JsonObject write(RiskScore score) {
        return JsonObject.builder()
                .put("model", score.model())
                .put("value", RatioRangeJson.write(score.value()))
                .put("leastLevel", Words.id(score.leastLevel()))
                .put("level", Words.id(score.level()))
                .put("factors", JsonArray.of(score.factors(), RiskScoreJson::write))
                .build();
    }

    public static RiskScore read(Fields in) {
        return new RiskScore(
                in.text("model"),
                in.object("value", RatioRangeJson::read),
                in.constant("leastLevel", RiskLevel.class),
                in.constant("level", RiskLevel.class),
                in.objects("factors", RiskScoreJson::readFactor));
    }

    private static JsonObject write(RiskFactor factor) {
        return JsonObject.builder()
                .put("id", factor.id())
                .put("contribution", RatioRangeJson.write(factor.contribution()))
                .put("detail", factor.detail())
                .build();
    }

    private static RiskFactor readFactor(Fields in) {
        return new RiskFactor(in.text("id"), in.object("contribution", RatioRangeJson::read), in.text("detail"));
    }
}
