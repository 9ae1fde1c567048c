package io.imprimatur.core.policy.file;

import io.imprimatur.change.Digest;
import io.imprimatur.core.document.DocumentReader;
import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.SignOff;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.ScannerSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the file of a policy: all of it, or everything that is wrong with it. */
public final class PolicyFile {
    /** The most rules that a policy's file may have. */
    public static final int MAX_RULES = 5_000;

    /** What the key {@code schema} may say: the version of the format. */
    public static final String SCHEMA = "imprimatur/policy/v1";

    private static final List<String> KEYS = List.of(
            "policy",
            "version",
            "description",
            "schema",
            "assume",
            "on-unknown",
            "scanners",
            "roles",
            "topics",
            "freezes",
            "rules",
            "signed-off");
    private static final List<String> ROLE_KEYS = List.of("members");
    private static final List<String> SIGN_OFF_KEYS = List.of("by", "role", "digest");
    private static final List<String> ASSUME_KEYS = List.of("silence-about-authorship");

    private final Problems problems;
    private final Values values;

    private PolicyFile(Problems problems) {
        this.problems = problems;
        values = new Values(problems);
    }

    /**
     * Reads a policy.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_POLICY} with everything that is wrong, in the order of the file
     */
    public static Policy read(byte[] content, String source) {
        Problems problems = new Problems(source);
        Format format = source.endsWith(".json") ? Format.JSON : Format.YAML;
        Optional<Node> root = DocumentReader.read(content, format, source, Limits.WRITTEN, problems::addFromDocument);
        Policy policy = root.isPresent() ? new PolicyFile(problems).policy(root.get()) : null;
        if (policy == null) {
            throw new ImprimaturException(ErrorCode.INVALID_POLICY, problems.inOrder());
        }
        return policy;
    }

    /** The policy, or null where any problem was reported. */
    private @Nullable Policy policy(Node root) {
        Section section = Section.of(root, KEYS, problems);
        if (section == null) {
            return null;
        }
        refuseOtherSchemas(section.get("schema"));
        String name = values.id(section.require("policy", "name it, for example policy: acme-ai-code"));
        int version = values.whole(section.get("version"), Integer.MAX_VALUE);
        String description = values.words(section.get("description"), 4000);
        Silence silence = silence(section.get("assume"));
        Map<String, Map<String, ScannerSettings.Setting>> scanners = scanners(section.get("scanners"));
        List<Role> roles = roles(section.get("roles"));
        Map<String, List<Glob>> topics = topics(section.get("topics"));
        List<Freeze> freezes = new FreezeReader(problems, values).read(section.get("freezes"));
        List<Rule> rules = rules(section, roles);
        Node signed = section.get("signed-off");
        List<SignOff> signOffs = values.list(signed, this::signOff);
        if (!problems.isEmpty() || name == null) {
            return null;
        }
        Policy policy =
                new Policy(name, version, description, silence, scanners, roles, topics, freezes, rules, signOffs);
        refuseStale(signed, policy);
        return problems.isEmpty() ? policy : null;
    }

    private void refuseOtherSchemas(@Nullable Node node) {
        String schema = values.text(node);
        if (node != null && schema != null && !schema.equals(SCHEMA)) {
            problems.refuse(node, "must be a format that this version of Imprimatur reads", "write " + SCHEMA);
        }
    }

    private Silence silence(@Nullable Node node) {
        Section section = node == null ? null : Section.of(node, ASSUME_KEYS, problems);
        Node silence = section == null ? null : section.get(ASSUME_KEYS.get(0));
        return values.choice(silence, Silence.values(), Silence.UNKNOWN);
    }

    private Map<String, Map<String, ScannerSettings.Setting>> scanners(@Nullable Node node) {
        Map<String, Map<String, ScannerSettings.Setting>> scanners = new TreeMap<>();
        for (Node.Entry entry : entriesById(node, "of scanner ids, for example secrets: {}")) {
            Node.Mapping settings = Section.mapping(entry.value(), "of settings, or {} where there are none", problems);
            if (settings != null) {
                scanners.put(entry.key(), settings(settings));
            }
        }
        return scanners;
    }

    private Map<String, ScannerSettings.Setting> settings(Node.Mapping mapping) {
        Map<String, ScannerSettings.Setting> settings = new TreeMap<>();
        for (Node.Entry entry : mapping.entries()) {
            values.isId(entry.key(), entry.position(), entry.value().path());
            boolean isList = entry.value() instanceof Node.Sequence;
            List<String> texts = new ArrayList<>();
            for (Node item : entry.value() instanceof Node.Sequence list ? list.items() : List.of(entry.value())) {
                String text = scalar(item);
                if (text != null) {
                    texts.add(text);
                }
            }
            if (isList || !texts.isEmpty()) {
                settings.put(
                        entry.key(),
                        new ScannerSettings.Setting(texts, isList, entry.value().position()));
            }
        }
        return settings;
    }

    /** A setting as its scanner will see it: numbers as they are written. */
    private @Nullable String scalar(Node node) {
        if (node instanceof Node.Text text) {
            return text.value();
        }
        if (node instanceof Node.Number number) {
            return number.source();
        }
        if (node instanceof Node.Flag flag) {
            return Boolean.toString(flag.value());
        }
        problems.refuse(node, "must be text, a number, true or false, or a list of these", "settings are flat");
        return null;
    }

    private List<Role> roles(@Nullable Node node) {
        List<Role> roles = new ArrayList<>();
        for (Node.Entry entry : entriesById(node, "of roles, for example security: { members: [\"@acme/appsec\"] }")) {
            int before = problems.count();
            Section section = Section.of(entry.value(), ROLE_KEYS, problems);
            Node members = section == null
                    ? null
                    : section.require("members", "name people or teams, for example members: [\"@acme/appsec\"]");
            List<String> names = values.list(members, member -> values.words(member, 250));
            if (!names.isEmpty() && problems.count() == before) {
                roles.add(new Role(entry.key(), names));
            }
        }
        return roles;
    }

    private Map<String, List<Glob>> topics(@Nullable Node node) {
        Map<String, List<Glob>> topics = new TreeMap<>();
        for (Node.Entry entry : entriesById(node, "of topics, for example payments: [\"**/billing/**\"]")) {
            List<Glob> globs = values.list(entry.value(), values::glob);
            if (!globs.isEmpty()) {
                topics.put(entry.key(), globs);
            }
        }
        return topics;
    }

    private @Nullable SignOff signOff(Node node) {
        Section section = Section.of(node, SIGN_OFF_KEYS, problems);
        if (section == null) {
            return null;
        }
        String by = values.words(section.require("by", "name who agreed"), 250);
        String role = values.id(section.require("role", "say for whom, for example role: legal"));
        Digest digest = values.of(
                section.require("digest", "say to what: the digest that policy digest prints"), PolicyFile::digest);
        return by == null || role == null || digest == null ? null : new SignOff(by, role, digest);
    }

    private static Digest digest(String text) {
        if (!text.startsWith("sha256:")) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_VALUE, Problem.of("must be sha256: and 64 lower-case hexadecimal digits"));
        }
        return new Digest(text.substring("sha256:".length()));
    }

    /** Who agreed to another content has not agreed to this one. */
    private void refuseStale(@Nullable Node node, Policy policy) {
        Digest content = CanonicalJson.sha256(PolicyTree.of(policy.withoutSignOffs()));
        List<Node> nodes = node instanceof Node.Sequence sequence
                ? sequence.items()
                : Stream.ofNullable(node).toList();
        for (int i = 0; i < policy.signOffs().size(); i++) {
            SignOff signOff = policy.signOffs().get(i);
            if (!signOff.digest().equals(content)) {
                problems.addFromPolicy(nodes.get(i)
                        .problem("must be for this policy, whose digest is sha256:" + content.hex())
                        .value("sha256:" + signOff.digest().hex())
                        .remedy("take the sign-off out, and let " + signOff.role()
                                + " agree to what the policy says now"));
            }
        }
    }

    /** The entries of a mapping whose keys are identifiers; the others are reported. */
    private List<Node.Entry> entriesById(@Nullable Node node, String remedy) {
        Node.Mapping mapping = node == null ? null : Section.mapping(node, remedy, problems);
        List<Node.Entry> entries = new ArrayList<>();
        if (mapping != null) {
            for (Node.Entry entry : mapping.entries()) {
                if (values.isId(entry.key(), entry.position(), entry.value().path())) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static Set<String> keys(@Nullable Node node) {
        Set<String> keys = new LinkedHashSet<>();
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> keys.add(entry.key()));
        }
        return keys;
    }

    private List<Rule> rules(Section section, List<Role> roles) {
        OnUnknown onUnknown = values.choice(section.get("on-unknown"), OnUnknown.values(), OnUnknown.ACT);
        RuleReader reader = new RuleReader(
                problems,
                values,
                keys(section.get("roles")),
                new Staffing(roles),
                keys(section.get("freezes")),
                onUnknown);
        List<Rule> rules = new ArrayList<>();
        Node node = section.require("rules", "write rules: and a list of them, or rules: [] for none");
        if (!(node instanceof Node.Sequence sequence)) {
            if (node != null) {
                problems.refuse(node, "must be a list of rules", "begin each rule with a hyphen, or write [] for none");
            }
            return rules;
        }
        if (sequence.items().size() > MAX_RULES) {
            problems.addFromPolicy(sequence.items()
                    .get(MAX_RULES)
                    .problem("more than " + MAX_RULES + " rules")
                    .remedy("split the policy or merge its rules"));
            return rules;
        }
        for (Node each : sequence.items()) {
            Rule rule = reader.read(each);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
