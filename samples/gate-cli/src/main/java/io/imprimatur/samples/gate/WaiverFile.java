package io.imprimatur.samples.gate;

import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.core.policy.WaiverReader;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.policy.PolicyDocument;
import io.imprimatur.policy.Waiver;
import io.imprimatur.policy.WaiverProof;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads waivers, and who approved them. */
final class WaiverFile {
    private static final RepoPath PLACE = new RepoPath(".imprimatur/waivers.yaml");
    private static final RepoPath AS_JSON = new RepoPath(".imprimatur/waivers.json");

    private WaiverFile() {}

    /** Waivers on disk. */
    static List<Waiver> read(Path file) {
        return read(PolicyFile.document(file, "file of waivers"));
    }

    /** The waivers of the branch that a change is meant for. */
    static List<Waiver> of(Tree target) {
        return PolicyFile.document(target, PLACE, AS_JSON, ErrorCode.INVALID_WAIVERS)
                .map(WaiverFile::read)
                .orElse(List.of());
    }

    /** What the caller knows of the reviews that let waivers in. */
    static WaiverProof proof(@Nullable Path approvals) {
        if (approvals == null) {
            return WaiverProof.NONE;
        }
        PolicyDocument document = PolicyFile.document(approvals, "file of approvals");
        return WaiverReader.readProof(document.content(), document.source());
    }

    private static List<Waiver> read(PolicyDocument document) {
        PolicyDocument clean = PolicyFile.withoutSecrets(document);
        return WaiverReader.read(clean.content(), clean.source());
    }
}
