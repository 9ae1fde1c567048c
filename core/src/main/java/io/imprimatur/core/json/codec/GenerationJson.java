package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonInteger;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.measure.Ratio;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.PromptCommitment;

/** One time that a model wrote code. */
public final class GenerationJson {
    private GenerationJson() {}

    public static JsonObject write(Generation generation) {
        return JsonObject.builder()
                .put("id", generation.id())
                .putIfPresent("model", generation.model(), GenerationJson::write)
                .putIfPresent("tool", generation.tool())
                .putIfPresent("requester", generation.requester(), PersonJson::write)
                .putIfPresent("promptCommitment", generation.prompt(), prompt -> new JsonString(prompt.hex()))
                .putIfPresent("confidence", generation.confidence())
                .putIfPresent("reasoningSteps", generation.reasoningSteps(), steps -> new JsonInteger(steps))
                .putIfPresent("time", generation.time())
                .build();
    }

    public static Generation read(Fields in) {
        return new Generation(
                in.text("id"),
                in.optional("model", key -> in.object(key, GenerationJson::readModel)),
                in.optional("tool", in::text),
                in.optional("requester", key -> in.object(key, PersonJson::read)),
                in.optional("promptCommitment", key -> in.text(key, PromptCommitment::new)),
                in.optional("confidence", key -> in.text(key, Ratio::parse)),
                in.optional("reasoningSteps", in::number),
                in.optional("time", key -> in.text(key, Words::time)));
    }

    private static JsonObject write(Model model) {
        return JsonObject.builder()
                .put("id", model.id())
                .putIfPresent("version", model.version())
                .putIfPresent("provider", model.provider())
                .putIfPresent("region", model.region())
                .build();
    }

    private static Model readModel(Fields in) {
        return new Model(
                in.text("id"),
                in.optional("version", in::text),
                in.optional("provider", in::text),
                in.optional("region", in::text));
    }
}
