package io.imprimatur.core.json.codec;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.core.policy.file.WaiverFile;
import io.imprimatur.core.policy.file.WaiverTree;
import io.imprimatur.decision.WaiverRefusal;
import io.imprimatur.decision.WaiverUse;
import io.imprimatur.error.Position;
import io.imprimatur.policy.Waiver;

/** What became of a waiver; the waiver is spelled as its file spells it. */
public final class WaiverUseJson {
    private WaiverUseJson() {}

    public static JsonObject write(WaiverUse use) {
        Position position = use.waiver().position();
        return JsonObject.builder()
                .put("waiver", WaiverTree.of(use.waiver()))
                .putIfPresent("position", position.isKnown() ? position : null, RuleJson::write)
                .putIfPresent("refusal", use.refusal(), refusal -> new JsonString(Words.id(refusal)))
                .putUnlessEmpty("findings", use.findings(), FindingJson::write)
                .putUnlessEmpty("lifted", use.lifted(), FiredRuleJson::write)
                .build();
    }

    public static WaiverUse read(Fields in) {
        Position position = in.optional("position", key -> in.object(key, RuleJson::readPosition));
        Waiver waiver = in.value("waiver", WaiverUseJson::readWaiver);
        return new WaiverUse(
                waiver == null ? waiver : waiver.at(position == null ? Position.NONE : position),
                in.optional("refusal", key -> in.constant(key, WaiverRefusal.class)),
                in.optionalList("findings", key -> in.objects(key, FindingJson::read)),
                in.optionalList("lifted", key -> in.objects(key, FiredRuleJson::read)));
    }

    private static Waiver readWaiver(Node node) {
        return PolicySpelling.read(node, WaiverFile::read);
    }
}
