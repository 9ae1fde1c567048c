package io.imprimatur.core.scan;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.document.DocumentReader;
import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.json.codec.DraftJson;
import io.imprimatur.core.json.codec.Fields;
import io.imprimatur.core.json.codec.GapJson;
import io.imprimatur.core.json.codec.Refusals;
import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.json.value.JsonValue.JsonArray;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.scan.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a scanner said, of one file or of a change as a whole, to be kept.
 *
 * @param findings as it made them
 * @param gaps what it did not cover
 */
record KeptAnswer(List<FindingDraft> findings, List<Gap> gaps) {
    private static final Set<Gap.Cause> LASTING = Set.of(Gap.Cause.TOO_LARGE, Gap.Cause.UNSUPPORTED, Gap.Cause.SKIPPED);

    /** With nothing in it yet. */
    static KeptAnswer empty() {
        return new KeptAnswer(new ArrayList<>(), new ArrayList<>());
    }

    /** Whether the scanner would say the same next time: not of what it had no time for, nor of what failed. */
    boolean isLasting() {
        return gaps.stream().map(Gap::cause).allMatch(LASTING::contains);
    }

    /** Whether all of it is about one file. */
    boolean isOf(RepoPath path) {
        return findings.stream().allMatch(draft -> path.text().equals(draft.path()))
                && gaps.stream().allMatch(gap -> path.equals(gap.path()));
    }

    byte[] bytes() {
        return CanonicalJson.bytes(JsonObject.builder()
                .put("findings", JsonArray.of(findings, DraftJson::write))
                .put("gaps", JsonArray.of(gaps, GapJson::write))
                .build());
    }

    /** What was kept; empty where it is no answer. */
    static Optional<KeptAnswer> read(byte[] bytes) {
        Refusals refusals = new Refusals("a kept answer");
        try {
            Node root = DocumentReader.read(bytes, Format.JSON, "a kept answer", Limits.RECORDED, refusals::add)
                    .orElse(null);
            if (root == null || !refusals.problems().isEmpty()) {
                return Optional.empty();
            }
            KeptAnswer answer = Fields.read(
                    root,
                    refusals,
                    in -> new KeptAnswer(
                            in.objects("findings", DraftJson::readFinding), in.objects("gaps", GapJson::read)));
            return refusals.problems().isEmpty() ? Optional.of(answer) : Optional.empty();
        } catch (ImprimaturException unreadable) {
            return Optional.empty();
        }
    }
}
