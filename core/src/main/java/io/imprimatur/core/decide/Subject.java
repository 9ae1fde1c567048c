package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.policy.file.WaiverTree;
import io.imprimatur.finding.Finding;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.Waiver;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Evidence;
import io.imprimatur.provenance.Generation;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What exactly a decision is about, as a digest: the target, each changed path with its old and new content, who wrote it,
 * what was found and not covered, the facts, the policy and the risk model. An approval is bound to it. It holds no time,
 * no floating point and no commit, so a rebase of the same content keeps it, and any other content does not.
 */
final class Subject {
    private Subject() {}

    /**
     * The digest.
     *
     * @param waivers those that count; what does not concern the change, or does not count, is no part of it
     */
    static Digest of(Situation situation, Digest policy, List<Waiver> waivers) {
        Assessment assessment = situation.assessment();
        return CanonicalJson.sha256(JsonObject.builder()
                .put("schema", "imprimatur/subject/v1")
                .put("target", optional(assessment.change().target()))
                .put("files", JsonArray.of(assessment.change().files(), Subject::file))
                .put("unread", JsonArray.of(assessment.change().unread(), Subject::unread))
                .put("silence", assessment.silence().name())
                .put("attributions", JsonArray.of(assessment.provenance().attributions(), Subject::attribution))
                .put("generations", JsonArray.of(assessment.provenance().generations(), Subject::generation))
                .put("reports", JsonArray.of(assessment.reports(), Subject::report))
                .put("facts", JsonArray.of(assessment.facts(), Subject::fact))
                // Not the time, but what follows from it.
                .put("freezes", JsonArray.of(situation.policy().freezes(), freeze -> freeze(freeze, situation)))
                .put("policy", policy.hex())
                .putUnlessEmpty("waivers", waivers, WaiverTree::of)
                .put("riskModel", assessment.risk().model())
                .build());
    }

    private static JsonValue file(ChangedFile file) {
        return JsonObject.builder()
                .put("before", version(file.before()))
                .put("after", version(file.after()))
                .build();
    }

    private static JsonArray version(@Nullable FileVersion version) {
        return version == null
                ? texts()
                : texts(
                        version.path().text(),
                        version.mode().name(),
                        version.digest().hex());
    }

    private static JsonValue unread(UnreadPath unread) {
        return texts(unread.path().text(), unread.reason());
    }

    /** Without the words of the evidence, which may name a commit. */
    private static JsonValue attribution(Attribution attribution) {
        return JsonObject.builder()
                .put(
                        "claim",
                        texts(
                                attribution.path().text(),
                                String.valueOf(attribution.lines()),
                                attribution.contributor().name(),
                                attribution.aiShare().toString(),
                                String.valueOf(attribution.generation())))
                .put("evidence", JsonArray.of(attribution.evidence(), Subject::evidence))
                .build();
    }

    private static JsonValue evidence(Evidence evidence) {
        return texts(evidence.kind().name(), evidence.strength().name());
    }

    private static JsonValue generation(Generation generation) {
        return texts(
                generation.id(),
                String.valueOf(generation.model()),
                String.valueOf(generation.tool()),
                String.valueOf(generation.requester()),
                String.valueOf(generation.prompt()),
                String.valueOf(generation.confidence()),
                String.valueOf(generation.reasoningSteps()));
    }

    private static JsonValue report(ScanReport report) {
        return JsonObject.builder()
                .put("scanner", report.scanner().id())
                .put("version", report.scanner().version())
                .put("findings", JsonArray.of(report.findings(), Subject::finding))
                .put("gaps", JsonArray.of(report.coverage().gaps(), Subject::gap))
                .build();
    }

    private static JsonValue finding(Finding finding) {
        return texts(
                finding.fingerprint().digest().hex(),
                finding.rule(),
                finding.message(),
                finding.severity().id(),
                finding.category().id(),
                String.valueOf(finding.confidence()),
                String.valueOf(finding.location()),
                finding.origin().name(),
                finding.cwe().toString(),
                finding.cve().toString(),
                String.valueOf(finding.component()),
                String.valueOf(finding.license()));
    }

    private static JsonValue gap(Gap gap) {
        return texts(gap.cause().id(), String.valueOf(gap.path()), String.valueOf(gap.category()), gap.detail());
    }

    private static JsonValue fact(Fact fact) {
        return texts(
                fact.name(),
                fact.value().getClass().getSimpleName(),
                fact.value().toString(),
                fact.source());
    }

    private static JsonValue freeze(Freeze freeze, Situation situation) {
        return texts(freeze.id(), Evaluator.isInForce(freeze.id(), situation).name());
    }

    private static JsonArray optional(@Nullable String text) {
        return text == null ? texts() : texts(text);
    }

    private static JsonArray texts(String... texts) {
        return JsonArray.of(List.of(texts), JsonValue.JsonString::new);
    }
}
