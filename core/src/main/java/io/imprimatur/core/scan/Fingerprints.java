package io.imprimatur.core.scan;

import io.imprimatur.change.Digest;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.core.head.HeadLines;
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
 * What stays the same of a defect when lines move, whoever finds it: SHA-256 over what identifies it, each part after its
 * length in four bytes, big-endian; then SHA-256 over that digest and a place, from 0, so that two defects that are alike
 * are two. What identifies a defect is the first of these that is known:
 *
 * <ol>
 *   <li>of a weakness in a package: the category, the package without its version, the first CVE, and the folder;
 *   <li>what its author says, with the scanner, the rule and the path;
 *   <li>of a weakness in code: the category, the first CWE that is not too broad to tell weaknesses apart, the path, and the
 *       text and rank of the line where it begins, so that several scanners mean the same;
 *   <li>the scanner, the rule, the path, and the text and rank of its lines;
 *   <li>the scanner, the rule and the path.
 * </ol>
 *
 * <p>The rank of lines is how many times the same lines stand before them, with those that the change adds behind all
 * others: a copy that the change makes of a line is not taken for it. Text is compared without regard to white space at its
 * ends and to how much there is of it. The path of a renamed file is that from which it was renamed. The text of the lines
 * never serves for a secret or for personal data, of which not even a digest may be kept: what is short can be guessed.
 */
final class Fingerprints {
    static final Set<Category> NEVER_BY_TEXT = Set.of(Category.SECRET, Category.PII);

    /**
     * Weaknesses under which anything may be filed: the pillars of CWE's research view (1000), and classes whose use CWE
     * discourages because they are so broad.
     */
    private static final Set<String> BROAD = Set.of(
            "CWE-20", "CWE-74", "CWE-119", "CWE-200", "CWE-269", "CWE-284", "CWE-285", "CWE-287", "CWE-400", "CWE-435",
            "CWE-664", "CWE-682", "CWE-691", "CWE-693", "CWE-697", "CWE-703", "CWE-707", "CWE-710");

    private Fingerprints() {}

    /**
     * What identifies a defect, but for its place among those that are alike.
     *
     * @param identity what its author says; absent where nothing
     * @param home the path by which its file is known
     * @param lines the lines of its file; absent where they are not known
     */
    static Digest identity(
            Finding finding, @Nullable String identity, @Nullable RepoPath home, @Nullable HeadLines lines) {
        Location location = finding.location();
        LineRange range = location == null ? null : location.lines();
        HeadLines text = NEVER_BY_TEXT.contains(finding.category()) ? null : lines;
        String component = finding.component();
        String weakness = weakness(finding);
        MessageDigest digest = Digest.start();
        if (component != null && !finding.cve().isEmpty()) {
            add(digest, "package");
            add(digest, finding.category().id());
            add(digest, withoutVersion(component));
            add(digest, finding.cve().get(0));
            add(digest, home == null ? "" : home.directory());
        } else if (identity == null && weakness != null && range != null && text != null) {
            add(digest, "weakness");
            add(digest, finding.category().id());
            add(digest, weakness);
            add(digest, home);
            add(digest, LineRange.of(range.first()), text);
        } else {
            add(digest, finding.scanner());
            add(digest, finding.rule());
            add(digest, home);
            if (identity != null) {
                add(digest, "identity");
                add(digest, identity);
            } else if (range != null && text != null) {
                add(digest, "text");
                add(digest, range, text);
            } else {
                add(digest, "place");
            }
        }
        return Digest.of(digest);
    }

    private static @Nullable String weakness(Finding finding) {
        String least = null;
        for (String cwe : finding.cwe()) {
            if (!BROAD.contains(cwe) && (least == null || number(cwe) < number(least))) {
                least = cwe;
            }
        }
        return least;
    }

    private static int number(String cwe) {
        return Integer.parseInt(cwe.substring("CWE-".length()));
    }

    /** A package URL up to its version: {@code pkg:npm/lodash} of {@code pkg:npm/lodash@4.17.15}. */
    private static String withoutVersion(String packageUrl) {
        int version = packageUrl.indexOf('@', packageUrl.lastIndexOf('/') + 1);
        return version < 0 ? packageUrl : packageUrl.substring(0, version);
    }

    static Fingerprint of(Digest identity, int place) {
        MessageDigest digest = Digest.start();
        add(digest, identity.hex());
        digest.update(ByteBuffer.allocate(4).putInt(place).array());
        return new Fingerprint(Digest.of(digest));
    }

    private static void add(MessageDigest digest, LineRange range, HeadLines lines) {
        add(digest, lines.text(range).hex());
        add(digest, Integer.toString(lines.rank(range)));
    }

    private static void add(MessageDigest digest, @Nullable RepoPath path) {
        add(digest, path == null ? new byte[0] : path.bytes());
    }

    private static void add(MessageDigest digest, String text) {
        add(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
