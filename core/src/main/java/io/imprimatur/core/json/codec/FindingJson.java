package io.imprimatur.core.json.codec;

import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;

/** A finding. */
public final class FindingJson {
    private FindingJson() {}

    public static JsonObject write(Finding finding) {
        return JsonObject.builder()
                .put("scanner", finding.scanner())
                .put("rule", finding.rule())
                .put("message", finding.message())
                .put("severity", Words.id(finding.severity()))
                .put("category", finding.category().id())
                .putIfPresent("confidence", finding.confidence())
                .putIfPresent("location", finding.location(), LocationJson::write)
                .put("fingerprint", finding.fingerprint().digest().toString())
                .put("origin", Words.id(finding.origin()))
                .put("cwe", JsonArray.ofTexts(finding.cwe()))
                .put("cve", JsonArray.ofTexts(finding.cve()))
                .putIfPresent("component", finding.component())
                .putIfPresent("license", finding.license())
                .putIfPresent("fix", finding.fix())
                .build();
    }

    public static Finding read(Fields in) {
        return new Finding(
                in.text("scanner"),
                in.text("rule"),
                in.text("message"),
                in.constant("severity", Severity.class),
                in.text("category", Category::new),
                in.optional("confidence", key -> in.text(key, Ratio::parse)),
                in.optional("location", key -> in.object(key, LocationJson::read)),
                in.text("fingerprint", FindingJson::fingerprint),
                in.constant("origin", Origin.class),
                in.texts("cwe"),
                in.texts("cve"),
                in.optional("component", in::text),
                in.optional("license", in::text),
                in.optional("fix", in::text));
    }

    static Fingerprint fingerprint(String text) {
        return new Fingerprint(Words.digest(text));
    }
}
