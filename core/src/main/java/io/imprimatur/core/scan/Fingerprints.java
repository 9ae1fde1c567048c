package io.imprimatur.core.scan;

import io.imprimatur.change.Digest;
import io.imprimatur.change.LineRange;
import io.imprimatur.core.head.FileLines;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same of a finding when lines move: SHA-256 over the scanner, the rule, the path, and what its author says
 * identifies it or, where that is nothing, the text of its lines; each after its length in four bytes, big-endian. Then
 * SHA-256 over that digest and the place of the finding among those of the same digest, from 0 and in the order of their
 * lines, so that two equal lines are two findings.
 *
 * <p>The text of the lines never serves for a secret or for personal data, of which not even a digest may be kept: what
 * is short can be guessed and compared.
 */
final class Fingerprints {
    private static final Set<Category> NEVER_BY_TEXT = Set.of(Category.SECRET, Category.PII);

    private Fingerprints() {}

    /** What identifies a finding, but for its place among its equals. */
    static Digest identity(Finding finding, @Nullable String identity, @Nullable FileLines lines) {
        Location location = finding.location();
        LineRange range = location == null ? null : location.lines();
        MessageDigest digest = Digest.start();
        add(digest, finding.scanner());
        add(digest, finding.rule());
        add(digest, location == null ? new byte[0] : location.path().bytes());
        if (identity != null) {
            add(digest, "identity");
            add(digest, identity);
        } else if (range != null && lines != null && !NEVER_BY_TEXT.contains(finding.category())) {
            add(digest, "text");
            add(digest, lines.normalised(range).hex());
        } else {
            add(digest, "place");
        }
        return Digest.of(digest);
    }

    static Fingerprint of(Digest identity, int place) {
        MessageDigest digest = Digest.start();
        add(digest, identity.hex());
        digest.update(ByteBuffer.allocate(4).putInt(place).array());
        return new Fingerprint(Digest.of(digest));
    }

    private static void add(MessageDigest digest, String text) {
        add(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
