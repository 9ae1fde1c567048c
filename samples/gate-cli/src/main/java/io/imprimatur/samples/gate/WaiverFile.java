package io.imprimatur.samples.gate;

import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Tree;
import io.imprimatur.core.policy.WaiverReader;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.policy.PolicyDocument;
import io.imprimatur.policy.Waiver;
import io.imprimatur.policy.WaiverProof;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads waivers, and who approved them. */
final class WaiverFile {
    /** Where a branch keeps its waivers: in one of the two. */
    private static final List<RepoPath> PLACES =
            List.of(new RepoPath(".imprimatur/waivers.yaml"), new RepoPath(".imprimatur/waivers.json"));

    private WaiverFile() {}

    /** Waivers on disk. */
    static List<Waiver> read(Path file) {
        return read(PolicyFile.document(file, "file of waivers"));
    }

    /** The waivers of the branch that a change is meant for. */
    static List<Waiver> of(Tree target) {
        List<PolicyDocument> found = PLACES.stream()
                .flatMap(place -> PolicyFile.document(target, place).stream())
                .toList();
        if (found.size() > 1) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_WAIVERS,
                    Problem.of("must not stand beside " + found.get(0).source())
                            .in(found.get(1).source())
                            .remedy("keep the waivers in one of the two, on the target branch"));
        }
        return found.isEmpty() ? List.of() : read(found.get(0));
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
