package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.PolicyReference;
import io.imprimatur.policy.PolicyLayer;
import io.imprimatur.policy.SignOff;

/** Under which policy a decision was made; {@code from} in its origin says where that came from. */
public final class PolicyReferenceJson {
    private PolicyReferenceJson() {}

    public static JsonObject write(PolicyReference policy) {
        return JsonObject.builder()
                .put("name", policy.name())
                .put("version", policy.version())
                .put("digest", policy.digest().toString())
                .put("origin", write(policy.origin()))
                .putUnlessEmpty("signOffs", policy.signOffs(), PolicyReferenceJson::write)
                .putUnlessEmpty("layers", policy.layers(), PolicyReferenceJson::write)
                .build();
    }

    public static PolicyReference read(Fields in) {
        return new PolicyReference(
                in.text("name"),
                in.number("version"),
                in.text("digest", Words::digest),
                in.object("origin", PolicyReferenceJson::readOrigin),
                in.optionalList("signOffs", key -> in.objects(key, PolicyReferenceJson::readSignOff)),
                in.optionalList("layers", key -> in.objects(key, PolicyReferenceJson::readLayer)));
    }

    private static JsonObject write(PolicyLayer layer) {
        return JsonObject.builder()
                .put("name", layer.name())
                .put("version", layer.version())
                .put("digest", layer.digest().toString())
                .put("source", layer.source())
                .putUnlessEmpty("signOffs", layer.signOffs(), PolicyReferenceJson::write)
                .build();
    }

    private static PolicyLayer readLayer(Fields in) {
        return new PolicyLayer(
                in.text("name"),
                in.number("version"),
                in.text("digest", Words::digest),
                in.text("source"),
                in.optionalList("signOffs", key -> in.objects(key, PolicyReferenceJson::readSignOff)));
    }

    private static JsonObject write(SignOff signOff) {
        return JsonObject.builder()
                .put("by", signOff.by())
                .put("role", signOff.role())
                .put("digest", signOff.digest().toString())
                .build();
    }

    private static SignOff readSignOff(Fields in) {
        return new SignOff(in.text("by"), in.text("role"), in.text("digest", Words::digest));
    }

    private static JsonObject write(PolicyOrigin origin) {
        if (origin instanceof PolicyOrigin.TargetBranch branch) {
            return of(From.TARGET_BRANCH)
                    .put("commit", branch.commit())
                    .put("path", branch.path())
                    .build();
        }
        return origin instanceof PolicyOrigin.Caller caller
                ? of(From.CALLER).put("name", caller.name()).build()
                : of(From.STARTER).build();
    }

    private static PolicyOrigin readOrigin(Fields in) {
        return switch (in.form("from", From.class)) {
            case TARGET_BRANCH -> new PolicyOrigin.TargetBranch(in.text("commit"), in.text("path"));
            case CALLER -> new PolicyOrigin.Caller(in.text("name"));
            case STARTER -> new PolicyOrigin.Starter();
        };
    }

    /** What stands at the key {@code from}. */
    private enum From {
        TARGET_BRANCH,
        CALLER,
        STARTER
    }

    private static JsonObject.Builder of(From from) {
        return JsonObject.builder().put("from", Words.id(from));
    }
}
