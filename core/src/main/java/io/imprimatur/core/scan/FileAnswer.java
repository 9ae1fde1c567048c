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
import java.util.List;
import java.util.Optional;

/**
 * What a scanner said of one file, to be kept.
 *
 * @param findings as it made them
 * @param gaps all of this file
 */
record FileAnswer(List<FindingDraft> findings, List<Gap> gaps) {

    byte[] bytes() {
        return CanonicalJson.bytes(JsonObject.builder()
                .put("findings", JsonArray.of(findings, DraftJson::write))
                .put("gaps", JsonArray.of(gaps, GapJson::write))
                .build());
    }

    /** What was kept of a file; empty where it is not an answer about that file. */
    static Optional<FileAnswer> read(byte[] bytes, RepoPath path) {
        Refusals refusals = new Refusals("a kept answer");
        try {
            Node root = DocumentReader.read(bytes, Format.JSON, "a kept answer", Limits.RECORDED, refusals::add)
                    .orElse(null);
            if (root == null || !refusals.problems().isEmpty()) {
                return Optional.empty();
            }
            FileAnswer answer = Fields.read(
                    root,
                    refusals,
                    in -> new FileAnswer(
                            in.objects("findings", DraftJson::readFinding), in.objects("gaps", GapJson::read)));
            boolean isOfFile = refusals.problems().isEmpty()
                    && answer.findings().stream().allMatch(draft -> path.text().equals(draft.path()))
                    && answer.gaps().stream().allMatch(gap -> path.equals(gap.path()));
            return isOfFile ? Optional.of(answer) : Optional.empty();
        } catch (ImprimaturException unreadable) {
            return Optional.empty();
        }
    }
}
