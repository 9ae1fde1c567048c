package io.imprimatur.core.policy;

import io.imprimatur.change.Digest;
import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.policy.file.WaiverFile;
import io.imprimatur.core.policy.file.WaiverTree;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.policy.Waiver;
import io.imprimatur.policy.WaiverProof;
import java.util.List;
import java.util.Map;

/**
 * Reads the file of waivers, YAML or JSON, and who approved them. Both formats are described in
 * {@code samples/docs/waivers.md}. A file has at most 1 MiB, 64 levels and {@value WaiverFile#MOST} waivers, and is read as
 * a whole or refused as a whole, with everything that is wrong with it. Pure and thread-safe.
 */
public final class WaiverReader {
    private WaiverReader() {}

    /**
     * Reads waivers, in the order of the file.
     *
     * @param content the bytes of the file, UTF-8
     * @param source the name of the file, for problems; one that ends in {@code .json} holds JSON, any other YAML
     * @throws ImprimaturException {@link ErrorCode#INVALID_WAIVERS} with everything that is wrong, in the order of the file
     */
    public static List<Waiver> read(byte[] content, String source) {
        return WaiverFile.read(content, source);
    }

    /**
     * Reads a proof of waivers that someone wrote down: for each waiver, by its digest, who approved it.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_WAIVERS} with everything that is wrong, in the order of the file
     */
    public static WaiverProof readProof(byte[] content, String source) {
        Map<Digest, List<String>> approvals = WaiverFile.readApprovals(content, source);
        return waiver -> approvals.getOrDefault(digest(waiver), List.of());
    }

    /** The digest of a waiver: SHA-256 over its canonical JSON (RFC 8785). Whoever approved it has approved this alone. */
    public static Digest digest(Waiver waiver) {
        return CanonicalJson.sha256(WaiverTree.of(waiver));
    }
}
