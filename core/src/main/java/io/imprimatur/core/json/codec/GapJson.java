package io.imprimatur.core.json.codec;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.finding.Category;
import io.imprimatur.scan.Gap;

/** Something that a scanner did not cover. */
public final class GapJson {
    private GapJson() {}

    public static JsonObject write(Gap gap) {
        return JsonObject.builder()
                .put("cause", Words.id(gap.cause()))
                .putIfPresent("path", gap.path())
                .putIfPresent("category", gap.category())
                .put("detail", gap.detail())
                .build();
    }

    public static Gap read(Fields in) {
        return new Gap(
                in.constant("cause", Gap.Cause.class),
                in.optional("path", key -> in.text(key, RepoPath::new)),
                in.optional("category", key -> in.text(key, Category::new)),
                in.text("detail"));
    }
}
