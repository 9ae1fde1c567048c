package io.imprimatur.core.decide;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Digest;
import io.imprimatur.change.FileVersion;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.Person;
import io.imprimatur.change.UnreadPath;
import io.imprimatur.core.json.codec.FactJson;
import io.imprimatur.core.json.codec.GapJson;
import io.imprimatur.core.json.codec.Words;
import io.imprimatur.core.json.value.CanonicalWriter;
import io.imprimatur.core.policy.file.WaiverTree;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Location;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.Waiver;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.DeveloperOfRecord;
import io.imprimatur.provenance.Evidence;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.PromptCommitment;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        MessageDigest digest = Digest.start();
        write(situation, policy, waivers, digest::update);
        return Digest.of(digest);
    }

    /** Writes what is digested. */
    static void write(Situation situation, Digest policy, List<Waiver> waivers, CanonicalWriter.Sink sink) {
        Assessment assessment = situation.assessment();
        Change change = assessment.change();
        CanonicalWriter out = new CanonicalWriter(sink).beginObject();
        attributions(assessment.provenance().attributions(), out);
        developer(assessment.provenance().developerOfRecord(), out);
        out.key("facts").beginArray();
        for (Fact fact : assessment.facts()) {
            out.value(FactJson.write(fact));
        }
        out.endArray().key("files").beginArray();
        for (ChangedFile file : change.files()) {
            file(file, out);
        }
        out.endArray();
        freezes(situation, out);
        out.key("generations").beginArray();
        for (Generation generation : assessment.provenance().generations()) {
            generation(generation, out);
        }
        out.endArray().member("policy", policy.hex()).key("reports").beginArray();
        for (ScanReport report : assessment.reports()) {
            report(report, out);
        }
        out.endArray()
                .member("riskModel", assessment.risk().model())
                .member("schema", "imprimatur/subject/v1")
                .member("silence", assessment.silence().name())
                .memberIfPresent("target", change.target())
                .key("unread")
                .beginArray();
        for (UnreadPath unread : change.unread()) {
            out.beginObject()
                    .member("path", unread.path().text())
                    .member("reason", unread.reason())
                    .endObject();
        }
        out.endArray();
        waivers(waivers, out);
        out.endObject().end();
    }

    private static void attributions(List<Attribution> attributions, CanonicalWriter out) {
        out.key("attributions").beginArray();
        for (Attribution attribution : attributions) {
            out.beginObject()
                    .member("contributor", attribution.contributor().name())
                    .key("evidence")
                    .beginArray();
            for (Evidence evidence : attribution.evidence()) {
                evidence(evidence, out);
            }
            out.endArray()
                    .memberIfPresent("generation", attribution.generation())
                    .member("leastAi", attribution.aiShare().low().millionths())
                    .memberIfPresent("lines", attribution.lines())
                    .member("mostAi", attribution.aiShare().high().millionths())
                    .member("path", attribution.path().text())
                    .endObject();
        }
        out.endArray();
    }

    /** Without its words, which may name a commit. */
    private static void evidence(Evidence evidence, CanonicalWriter out) {
        out.beginObject()
                .member("kind", evidence.kind().name())
                .member("strength", evidence.strength().name())
                .endObject();
    }

    private static void developer(@Nullable DeveloperOfRecord developer, CanonicalWriter out) {
        if (developer != null) {
            out.key("developerOfRecord").beginObject().key("evidence");
            evidence(developer.evidence(), out);
            out.key("person");
            person(developer.person(), out);
            out.endObject();
        }
    }

    private static void person(Person person, CanonicalWriter out) {
        out.beginObject()
                .member("email", person.email())
                .member("name", person.name())
                .endObject();
    }

    private static void file(ChangedFile file, CanonicalWriter out) {
        out.beginObject();
        version("after", file.after(), out);
        version("before", file.before(), out);
        out.member("status", file.status().name()).endObject();
    }

    private static void version(String key, @Nullable FileVersion version, CanonicalWriter out) {
        if (version != null) {
            out.key(key)
                    .beginObject()
                    .member("digest", version.digest().hex())
                    .member("mode", version.mode().name())
                    .member("path", version.path().text())
                    .endObject();
        }
    }

    /** Not the time, but what follows from it. */
    private static void freezes(Situation situation, CanonicalWriter out) {
        out.key("freezes").beginArray();
        for (Freeze freeze : situation.policy().freezes()) {
            out.beginObject()
                    .member("id", freeze.id())
                    .member(
                            "inForce",
                            Evaluator.isInForce(freeze.id(), situation).name())
                    .endObject();
        }
        out.endArray();
    }

    private static void generation(Generation generation, CanonicalWriter out) {
        out.beginObject();
        Ratio confidence = generation.confidence();
        if (confidence != null) {
            out.member("confidence", confidence.millionths());
        }
        out.member("id", generation.id());
        Model model = generation.model();
        if (model != null) {
            out.key("model")
                    .beginObject()
                    .member("id", model.id())
                    .memberIfPresent("provider", model.provider())
                    .memberIfPresent("region", model.region())
                    .memberIfPresent("version", model.version())
                    .endObject();
        }
        PromptCommitment prompt = generation.prompt();
        if (prompt != null) {
            out.member("prompt", prompt.hex());
        }
        Integer steps = generation.reasoningSteps();
        if (steps != null) {
            out.member("reasoningSteps", steps);
        }
        Person requester = generation.requester();
        if (requester != null) {
            out.key("requester");
            person(requester, out);
        }
        // Not the time, but whether it is recorded.
        out.key("timed").flag(generation.time() != null);
        out.memberIfPresent("tool", generation.tool()).endObject();
    }

    private static void report(ScanReport report, CanonicalWriter out) {
        out.beginObject()
                .member("categories", report.scanner().categories())
                .key("findings")
                .beginArray();
        for (Finding finding : report.findings()) {
            finding(finding, out);
        }
        out.endArray().key("gaps").beginArray();
        for (Gap gap : report.coverage().gaps()) {
            out.value(GapJson.write(gap));
        }
        out.endArray()
                .member("scanner", report.scanner().id())
                .member("version", report.scanner().version())
                .endObject();
    }

    private static void finding(Finding finding, CanonicalWriter out) {
        out.beginObject()
                .member("category", finding.category().id())
                .memberIfPresent("component", finding.component())
                .memberIfPresent("confidence", finding.confidence())
                .member("cve", finding.cve())
                .member("cwe", finding.cwe())
                .member("fingerprint", finding.fingerprint().digest().toString())
                .memberIfPresent("fix", finding.fix())
                .memberIfPresent("license", finding.license());
        Location location = finding.location();
        if (location != null) {
            out.key("location");
            location(location, out);
        }
        out.member("message", finding.message())
                .member("origin", Words.id(finding.origin()))
                .member("rule", finding.rule())
                .member("scanner", finding.scanner())
                .member("severity", Words.id(finding.severity()))
                .endObject();
    }

    private static void location(Location location, CanonicalWriter out) {
        LineRange lines = location.lines();
        out.beginObject();
        positive("firstColumn", location.firstColumn(), out);
        positive("firstLine", lines == null ? 0 : lines.first(), out);
        positive("lastColumn", location.lastColumn(), out);
        positive("lastLine", lines == null ? 0 : lines.last(), out);
        out.member("path", location.path().text()).endObject();
    }

    private static void positive(String key, int number, CanonicalWriter out) {
        if (number > 0) {
            out.member(key, number);
        }
    }

    private static void waivers(List<Waiver> waivers, CanonicalWriter out) {
        if (!waivers.isEmpty()) {
            out.key("waivers").beginArray();
            for (Waiver waiver : waivers) {
                out.value(WaiverTree.of(waiver));
            }
            out.endArray();
        }
    }
}
