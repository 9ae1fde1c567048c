package io.imprimatur.core.policy.file;

import io.imprimatur.change.Digest;
import io.imprimatur.core.document.DocumentReader;
import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.document.Node;
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
    public static final int MOST = 5_000;

    /** What the key {@code schema} may say: the version of the format. */
    public static final String SCHEMA = "imprimatur/waivers/v1";

    private static final List<String> FILE_KEYS = List.of("waivers", "schema");
    private static final List<String> KEYS = List.of(
            "id", "finding", "content", "rule", "paths", "reason", "approver", "created", "expires", "evidence");
    private static final List<String> SCOPES = List.of("finding", "rule");

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
        Section section = Section.of(root, FILE_KEYS, problems);
        if (section == null) {
            return List.of();
        }
        values.refuseOtherSchemas(section.get("schema"), SCHEMA);
        Node node = section.require("waivers", "write waivers: and a list of them, or waivers: [] for none");
        if (!(node instanceof Node.Sequence sequence)) {
            if (node != null) {
                problems.refuse(node, "must be a list of waivers", "begin each with a hyphen, or write [] for none");
            }
            return List.of();
        }
        if (sequence.items().size() > MOST) {
            problems.addFromPolicy(sequence.items()
                    .get(MOST)
                    .problem("more than " + MOST + " waivers")
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
        Section section = Section.of(node, KEYS, problems);
        if (section == null) {
            return null;
        }
        String id = id(section.require("id", "name the waiver, for example id: key-in-a-fixture"));
        section.requireExactlyOne(SCOPES, "rule: large, with paths beside it");
        Waiver.Scope scope = section.get("finding") == null ? ofRule(section) : ofFinding(section);
        String reason = values.words(section.require("reason", "say why the waiver is right"), 1000);
        String approver =
                values.words(section.require("approver", "name who agreed, as the policy's role has them"), 250);
        Instant created = time(section.require("created", "say from when, for example created: 2026-11-01"));
        Node expiresNode = section.require("expires", "say until when, for example expires: 2027-01-31");
        Instant expires = time(expiresNode);
        String evidence = values.words(section.get("evidence"), 1000);
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
        Node paths = section.get("paths");
        if (paths != null) {
            problems.refuse(paths, "must stand beside rule alone", "leave it out");
        }
        Digest finding = values.of(section.get("finding"), Digest::new);
        Node contentNode = section.get("content");
        Digest content = values.of(contentNode, Values::digest);
        return finding == null || (contentNode != null && content == null)
                ? null
                : new Waiver.OfFinding(new Fingerprint(finding), content);
    }

    private Waiver.@Nullable Scope ofRule(Section section) {
        Node content = section.get("content");
        if (content != null) {
            problems.refuse(content, "must stand beside finding alone", "leave it out");
        }
        String rule = values.id(section.get("rule"));
        Node node = rule == null
                ? section.get("paths")
                : section.require("paths", "say where, for example paths: \"vendor/**\"");
        List<Glob> paths = values.list(node, values::glob);
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
        Section section = Section.of(root, List.of("approved"), problems);
        Node node = section == null ? null : section.require("approved", "write approved: and a list");
        for (Node each :
                node instanceof Node.Sequence sequence && sequence.items().isEmpty() ? List.<Node>of() : items(node)) {
            Section item = Section.of(each, List.of("waiver", "by"), problems);
            if (item == null) {
                continue;
            }
            Digest waiver =
                    values.of(item.require("waiver", "give the digest that policy waivers prints"), Values::digest);
            List<String> by = values.list(item.require("by", "name who approved"), name -> values.words(name, 250));
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
