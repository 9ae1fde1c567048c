package io.imprimatur.core.json.codec;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;

/** Who wrote some lines. */
public final class AttributionJson {
    private AttributionJson() {}

    public static JsonObject write(Attribution attribution) {
        return JsonObject.builder()
                .put("path", attribution.path().text())
                .putIfPresent("lines", attribution.lines())
                .put("contributor", Words.id(attribution.contributor()))
                .put("aiShare", RatioRangeJson.write(attribution.aiShare()))
                .putIfPresent("generation", attribution.generation())
                .put("evidence", JsonArray.of(attribution.evidence(), EvidenceJson::write))
                .build();
    }

    public static Attribution read(Fields in) {
        return new Attribution(
                in.text("path", RepoPath::new),
                in.optional("lines", key -> in.text(key, Words::lines)),
                in.constant("contributor", Contributor.class),
                in.object("aiShare", RatioRangeJson::read),
                in.optional("generation", in::text),
                in.objects("evidence", EvidenceJson::read));
    }
}
