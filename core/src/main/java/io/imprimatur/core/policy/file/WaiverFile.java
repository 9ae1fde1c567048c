package io.imprimatur.core.policy.file;

import io.imprimatur.change.Digest;
import io.imprimatur.core.document.DocumentReader;
import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.shape.Texts;
import io.imprimatur.core.policy.shape.WaiverVocabulary;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Waiver;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the file of waivers: all of it, or everything that is wrong with it. */
public final class WaiverFile {
    /** The most waivers that a file may have. */
    public static final int MOST = WaiverVocabulary.MOST;

    private final Problems problems;
    private final Values values;
    private final Map<String, Position> ids = new HashMap<>();

    private WaiverFile(Problems problems) {
        this.problems = problems;
        values = new Values(problems);
    }

    /**
     * Reads waivers.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_WAIVERS} with everything that is wrong, in the order of the file
     */
    public static List<Waiver> read(byte[] content, String source) {
        Problems problems = new Problems(source);
        Format format = source.endsWith(".json") ? Format.JSON : Format.YAML;
        Optional<Node> root = DocumentReader.read(content, format, source, Limits.WRITTEN, problems::addFromDocument);
        List<Waiver> waivers =
                root.map(node -> new WaiverFile(problems).waivers(node)).orElse(List.of());
        if (root.isEmpty() || !problems.isEmpty()) {
            throw new ImprimaturException(ErrorCode.INVALID_WAIVERS, problems.inOrder());
        }
        return waivers;
    }

    /** The waiver at a node; null where a problem was reported. */
    public static @Nullable Waiver read(Node node, Problems problems) {
        return new WaiverFile(problems).waiver(node);
    }

    private List<Waiver> waivers(Node root) {
        Section section = Section.of(root, WaiverVocabulary.FILE, problems);
        if (section == null) {
            return List.of();
        }
        values.refuseOtherSchemas(section.get("schema"), WaiverVocabulary.FORMAT);
        Node node = section.get("waivers");
        if (!(node instanceof Node.Sequence sequence)) {
            if (node != null) {
                problems.refuse(node, "must be a list of waivers", "begin each with a hyphen, or write [] for none");
            }
            return List.of();
        }
        if (sequence.items().size() > WaiverVocabulary.MOST) {
            problems.addFromPolicy(sequence.items()
                    .get(WaiverVocabulary.MOST)
                    .problem("more than " + WaiverVocabulary.MOST + " waivers")
                    .remedy("take out those that have expired"));
            return List.of();
        }
        List<Waiver> waivers = new ArrayList<>();
        for (Node each : sequence.items()) {
            Waiver waiver = waiver(each);
            if (waiver != null) {
                waivers.add(waiver);
            }
        }
        return waivers;
    }

    private @Nullable Waiver waiver(Node node) {
        Section section = Section.of(node, WaiverVocabulary.WAIVER, problems);
        if (section == null) {
            return null;
        }
        String id = id(section.get("id"));
        Waiver.Scope scope = section.get("finding") == null ? ofRule(section) : ofFinding(section);
        String reason = values.words(section.get("reason"), Texts.SENTENCES);
        String approver = values.words(section.get("approver"), Texts.NAME);
        Instant created = time(section.get("created"));
        Node expiresNode = section.get("expires");
        Instant expires = time(expiresNode);
        String evidence = values.words(section.get("evidence"), Texts.SENTENCES);
        if (expiresNode != null && created != null && expires != null && !created.isBefore(expires)) {
            problems.refuse(expiresNode, "must be after created, " + created, null);
            return null;
        }
        return id == null || scope == null || reason == null || approver == null || created == null || expires == null
                ? null
                : new Waiver(id, scope, reason, approver, created, expires, evidence, node.position());
    }

    private @Nullable String id(@Nullable Node node) {
        String id = values.id(node);
        if (node == null || id == null) {
            return null;
        }
        Position earlier = ids.putIfAbsent(id, node.position());
        if (earlier != null) {
            problems.refuse(
                    node, "must be unique: the waiver at line " + earlier.line() + " has it", "rename one of them");
            return null;
        }
        return id;
    }

    private Waiver.@Nullable Scope ofFinding(Section section) {
        Digest finding = values.of(section.get("finding"), Digest::new);
        Node contentNode = section.get("content");
        Digest content = values.of(contentNode, Values::digest);
        return finding == null || (contentNode != null && content == null)
                ? null
                : new Waiver.OfFinding(new Fingerprint(finding), content);
    }

    private Waiver.@Nullable Scope ofRule(Section section) {
        String rule = values.id(section.get("rule"));
        List<Glob> paths = values.list(section.get("paths"), values::glob);
        return rule == null || paths.isEmpty() ? null : new Waiver.OfRule(rule, paths);
    }

    /** A time with its offset, or a day: its first moment in UTC. */
    private @Nullable Instant time(@Nullable Node node) {
        String text = values.text(node);
        if (node == null || text == null) {
            return null;
        }
        try {
            return text.length() == "2026-11-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            problems.refuse(
                    node,
                    "must be a day, or a time with its offset",
                    "write for example 2027-01-31 or 2027-01-31T12:00:00Z");
            return null;
        }
    }

    /** Reads what the caller knows of the reviews of waivers: who approved which, by its digest. */
    public static Map<Digest, List<String>> readApprovals(byte[] content, String source) {
        Problems problems = new Problems(source);
        Format format = source.endsWith(".json") ? Format.JSON : Format.YAML;
        Optional<Node> root = DocumentReader.read(content, format, source, Limits.WRITTEN, problems::addFromDocument);
        Map<Digest, List<String>> approvals = new HashMap<>();
        root.ifPresent(node -> new WaiverFile(problems).approvals(node, approvals));
        if (root.isEmpty() || !problems.isEmpty()) {
            throw new ImprimaturException(ErrorCode.INVALID_WAIVERS, problems.inOrder());
        }
        return approvals;
    }

    private void approvals(Node root, Map<Digest, List<String>> approvals) {
        Section section = Section.of(root, WaiverVocabulary.APPROVALS, problems);
        Node node = section == null ? null : section.get("approved");
        for (Node each :
                node instanceof Node.Sequence sequence && sequence.items().isEmpty() ? List.<Node>of() : items(node)) {
            Section item = Section.of(each, WaiverVocabulary.APPROVAL, problems);
            if (item == null) {
                continue;
            }
            Digest waiver = values.of(item.get("waiver"), Values::digest);
            List<String> by = values.list(item.get("by"), name -> values.words(name, Texts.NAME));
            if (waiver != null && !by.isEmpty() && approvals.putIfAbsent(waiver, by) != null) {
                problems.addFromPolicy(
                        each.problem("must be unique").value(waiver).remedy("merge the two"));
            }
        }
    }

    private List<Node> items(@Nullable Node node) {
        return values.list(node, item -> item);
    }
}
