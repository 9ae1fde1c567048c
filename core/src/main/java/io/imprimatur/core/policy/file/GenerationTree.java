package io.imprimatur.core.policy.file;

import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.GenerationPattern;
import io.imprimatur.policy.Glob;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a policy asks of models and tools as a tree of JSON: by a short key where every pattern has that part alone. */
final class GenerationTree {
    private static final List<Map.Entry<String, Function<GenerationPattern, @Nullable Glob>>> SHORT = List.of(
            Map.entry("model", GenerationPattern::model),
            Map.entry("provider", GenerationPattern::provider),
            Map.entry("region", GenerationPattern::region),
            Map.entry("tool", GenerationPattern::tool));

    private GenerationTree() {}

    static JsonObject of(Generated generated) {
        List<GenerationPattern> patterns = generated.patterns();
        for (Map.Entry<String, Function<GenerationPattern, @Nullable Glob>> part : SHORT) {
            if (patterns.stream().allMatch(pattern -> hasOnly(part.getValue().apply(pattern), pattern))) {
                List<Glob> globs = patterns.stream()
                        .map(part.getValue())
                        .map(Objects::requireNonNull)
                        .toList();
                return object(part.getKey(), object(generated.match().id(), ConditionTree.texts(globs)));
            }
        }
        return object("by", object(generated.match().id(), JsonArray.of(patterns, GenerationTree::pattern)));
    }

    private static boolean hasOnly(@Nullable Glob part, GenerationPattern pattern) {
        return part != null && pattern(pattern).members().size() == 1;
    }

    private static JsonObject pattern(GenerationPattern pattern) {
        return JsonObject.builder()
                .putIfPresent("model", pattern.model())
                .putIfPresent("version", pattern.version())
                .putIfPresent("provider", pattern.provider())
                .putIfPresent("region", pattern.region())
                .putIfPresent("tool", pattern.tool())
                .build();
    }

    private static JsonObject object(String key, JsonValue value) {
        return JsonObject.builder().put(key, value).build();
    }
}
