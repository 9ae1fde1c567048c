package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;

/** A range of ratios. */
public final class RatioRangeJson {
    private RatioRangeJson() {}

    public static JsonObject write(RatioRange range) {
        return JsonObject.builder()
                .put("low", range.low().toString())
                .put("high", range.high().toString())
                .build();
    }

    public static RatioRange read(Fields in) {
        return new RatioRange(in.text("low", Ratio::parse), in.text("high", Ratio::parse));
    }
}
