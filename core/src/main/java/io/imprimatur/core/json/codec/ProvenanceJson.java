package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.provenance.DeveloperOfRecord;
import io.imprimatur.provenance.Provenance;

/** All that is known about who wrote a change. */
public final class ProvenanceJson {
    private ProvenanceJson() {}

    public static JsonObject write(Provenance provenance) {
        return JsonObject.builder()
                .put("attributions", JsonArray.of(provenance.attributions(), AttributionJson::write))
                .put("generations", JsonArray.of(provenance.generations(), GenerationJson::write))
                .putIfPresent("developerOfRecord", provenance.developerOfRecord(), ProvenanceJson::write)
                .build();
    }

    public static Provenance read(Fields in) {
        return new Provenance(
                in.objects("attributions", AttributionJson::read),
                in.objects("generations", GenerationJson::read),
                in.optional("developerOfRecord", key -> in.object(key, ProvenanceJson::readDeveloper)));
    }

    private static JsonObject write(DeveloperOfRecord developer) {
        return JsonObject.builder()
                .put("person", PersonJson.write(developer.person()))
                .put("evidence", EvidenceJson.write(developer.evidence()))
                .build();
    }

    private static DeveloperOfRecord readDeveloper(Fields in) {
        return new DeveloperOfRecord(in.object("person", PersonJson::read), in.object("evidence", EvidenceJson::read));
    }
}
