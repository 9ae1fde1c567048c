package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.core.json.codec.FactJson;
import io.imprimatur.core.json.codec.FindingJson;
import io.imprimatur.core.json.codec.GapJson;
import io.imprimatur.core.json.codec.PersonJson;
import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.json.value.JsonValue;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonInteger;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.core.json.value.JsonValue.JsonString;
import io.imprimatur.core.policy.file.WaiverTree;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.Waiver;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.DeveloperOfRecord;
import io.imprimatur.provenance.Evidence;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.scan.ScanReport;
import java.util.List;

/**
 * What exactly a decision is about, as a digest: the target, each changed path with its old and new content, who wrote it,
 * what was found and not covered, the facts, the policy with the waivers in force, and the risk model. An approval is bound
 * to it. It holds no time, no floating point and no commit, so a rebase of the same content keeps it, and any other content
 * does not.
 *
 * <p>Whatever a condition can ask for must be in here, or follow from what is: an approval would count for a change that is
 * judged otherwise.
 */
final class Subject {
    private Subject() {}

    /**
     * The digest.
     *
     * @param waivers those that count; what does not concern the change, or does not count, is no part of it
     */
    static Digest of(Situation situation, Digest policy, List<Waiver> waivers) {
        return CanonicalJson.sha256(json(situation, policy, waivers));
    }

    /** What is digested. */
    static JsonObject json(Situation situation, Digest policy, List<Waiver> waivers) {
        Assessment assessment = situation.assessment();
        return JsonObject.builder()
                .put("schema", "imprimatur/subject/v1")
                .putIfPresent("target", assessment.change().target())
                .put("files", JsonArray.of(assessment.change().files(), Subject::file))
                .put("unread", JsonArray.of(assessment.change().unread(), Subject::unread))
                .put("silence", assessment.silence().name())
                .put("attributions", JsonArray.of(assessment.provenance().attributions(), Subject::attribution))
                .put("generations", JsonArray.of(assessment.provenance().generations(), Subject::generation))
                .putIfPresent("developerOfRecord", assessment.provenance().developerOfRecord(), Subject::developer)
                .put("reports", JsonArray.of(assessment.reports(), Subject::report))
                .put("facts", JsonArray.of(assessment.facts(), FactJson::write))
                // Not the time, but what follows from it.
                .put("freezes", JsonArray.of(situation.policy().freezes(), freeze -> freeze(freeze, situation)))
                .put("policy", policy.hex())
                .putUnlessEmpty("waivers", waivers, WaiverTree::of)
                .put("riskModel", assessment.risk().model())
                .build();
    }

    private static JsonObject file(ChangedFile file) {
        return JsonObject.builder()
                .put("status", file.status().name())
                .putIfPresent("before", file.before(), Subject::version)
                .putIfPresent("after", file.after(), Subject::version)
                .build();
    }

    private static JsonObject version(FileVersion version) {
        return JsonObject.builder()
                .put("path", version.path().text())
                .put("mode", version.mode().name())
                .put("digest", version.digest().hex())
                .build();
    }

    private static JsonObject unread(UnreadPath unread) {
        return JsonObject.builder()
                .put("path", unread.path().text())
                .put("reason", unread.reason())
                .build();
    }

    private static JsonObject attribution(Attribution attribution) {
        return JsonObject.builder()
                .put("path", attribution.path().text())
                .putIfPresent("lines", attribution.lines())
                .put("contributor", attribution.contributor().name())
                .put("leastAi", attribution.aiShare().low().millionths())
                .put("mostAi", attribution.aiShare().high().millionths())
                .putIfPresent("generation", attribution.generation())
                .put("evidence", JsonArray.of(attribution.evidence(), Subject::evidence))
                .build();
    }

    /** Without its words, which may name a commit. */
    private static JsonObject evidence(Evidence evidence) {
        return JsonObject.builder()
                .put("kind", evidence.kind().name())
                .put("strength", evidence.strength().name())
                .build();
    }

    private static JsonObject generation(Generation generation) {
        return JsonObject.builder()
                .put("id", generation.id())
                .putIfPresent("model", generation.model(), Subject::model)
                .putIfPresent("tool", generation.tool())
                .putIfPresent("requester", generation.requester(), PersonJson::write)
                .putIfPresent("prompt", generation.prompt(), prompt -> new JsonString(prompt.hex()))
                .putIfPresent(
                        "confidence", generation.confidence(), confidence -> new JsonInteger(confidence.millionths()))
                .putIfPresent("reasoningSteps", generation.reasoningSteps(), steps -> new JsonInteger(steps))
                // Not the time, but whether it is recorded.
                .put("timed", generation.time() != null)
                .build();
    }

    private static JsonObject model(Model model) {
        return JsonObject.builder()
                .put("id", model.id())
                .putIfPresent("version", model.version())
                .putIfPresent("provider", model.provider())
                .putIfPresent("region", model.region())
                .build();
    }

    private static JsonObject developer(DeveloperOfRecord developer) {
        return JsonObject.builder()
                .put("person", PersonJson.write(developer.person()))
                .put("evidence", evidence(developer.evidence()))
                .build();
    }

    private static JsonObject report(ScanReport report) {
        return JsonObject.builder()
                .put("scanner", report.scanner().id())
                .put("version", report.scanner().version())
                .put("categories", JsonArray.ofTexts(report.scanner().categories()))
                .put("findings", JsonArray.of(report.findings(), FindingJson::write))
                .put("gaps", JsonArray.of(report.coverage().gaps(), GapJson::write))
                .build();
    }

    private static JsonValue freeze(Freeze freeze, Situation situation) {
        return JsonObject.builder()
                .put("id", freeze.id())
                .put("inForce", Evaluator.isInForce(freeze.id(), situation).name())
                .build();
    }
}
