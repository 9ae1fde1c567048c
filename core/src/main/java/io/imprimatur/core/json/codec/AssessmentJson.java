package io.imprimatur.core.json.codec;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.provenance.Silence;

/** All that is known about a change. */
public final class AssessmentJson {
    private AssessmentJson() {}

    public static JsonObject write(Assessment assessment) {
        return JsonObject.builder()
                .put("change", ChangeJson.write(assessment.change()))
                .put("provenance", ProvenanceJson.write(assessment.provenance()))
                .put("silence", Words.id(assessment.silence()))
                .put("reports", JsonArray.of(assessment.reports(), ScanReportJson::write))
                .put("risk", RiskScoreJson.write(assessment.risk()))
                .put("facts", JsonArray.of(assessment.facts(), FactJson::write))
                .putIfPresent("time", assessment.time())
                .build();
    }

    public static Assessment read(Fields in) {
        return new Assessment(
                in.object("change", ChangeJson::read),
                in.object("provenance", ProvenanceJson::read),
                in.constant("silence", Silence.class),
                in.objects("reports", ScanReportJson::read),
                in.object("risk", RiskScoreJson::read),
                in.objects("facts", FactJson::read),
                in.optional("time", key -> in.text(key, Words::time)));
    }
}
