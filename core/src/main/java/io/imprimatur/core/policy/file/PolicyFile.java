package io.imprimatur.core.policy.file;

import io.imprimatur.change.Digest;
import io.imprimatur.core.document.DocumentReader;
import io.imprimatur.core.document.Format;
import io.imprimatur.core.document.Limits;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.policy.file.Layers.Inherited;
import io.imprimatur.core.policy.layer.Composition;
import io.imprimatur.core.policy.layer.Layer;
import io.imprimatur.core.policy.layer.Place;
import io.imprimatur.core.policy.shape.Texts;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.PolicySource;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.SignOff;
import io.imprimatur.policy.WaiverTerms;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.ScannerSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private final String source;
    private final Layers layers;
    private final Problems problems;
    private final Values values;
    private final Map<String, Place> places = new LinkedHashMap<>();

    private PolicyFile(String source, Layers layers, Problems problems) {
        this.source = source;
        this.layers = layers;
        this.problems = problems;
        values = new Values(problems);
    }

    /**
     * Reads a policy.
     *
     * @param layers where to find what it extends
     * @throws ImprimaturException {@link ErrorCode#INVALID_POLICY} with everything that is wrong, in the order of the file
     */
    public static Policy read(byte[] content, String source, PolicySource layers) {
        Problems problems = new Problems(source);
        return read(content, source, new Layers(layers), problems)
                .orElseThrow(() -> new ImprimaturException(ErrorCode.INVALID_POLICY, problems.inOrder()))
                .policy();
    }

    /** The policy; nothing where it, or what it extends, has a problem that was reported. */
    static Optional<ReadPolicy> read(byte[] content, String source, Layers layers, Problems problems) {
        Format format = source.endsWith(".json") ? Format.JSON : Format.YAML;
        return DocumentReader.read(content, format, source, Limits.WRITTEN, problems::addFromDocument)
                .flatMap(root -> Optional.ofNullable(new PolicyFile(source, layers, problems).policy(root)));
    }

    /** The policy, or null where any problem was reported. */
    private @Nullable ReadPolicy policy(Node root) {
        Section section = Section.of(root, Vocabulary.POLICY, problems);
        if (section == null) {
            return null;
        }
        values.refuseOtherSchemas(section.get("schema"), Vocabulary.FORMAT);
        String name = values.id(section.get("policy"));
        int version = values.whole(section.get("version"), Integer.MAX_VALUE);
        String description = values.words(section.get("description"), Texts.DESCRIPTION);
        Inherited inherited = layers.read(section.get("extends"), name, problems);
        Layer own = own(root, section, inherited);
        Node signed = section.get("signed-off");
        List<SignOff> signOffs = values.list(signed, this::signOff);
        if (!problems.isEmpty() || !inherited.isWhole() || name == null) {
            return null;
        }
        Layer all =
                inherited.layer() == null ? own : Composition.extend(inherited.layer(), own, problems::addElsewhere);
        refuseImpossible(all);
        if (all.rules().size() > Vocabulary.MAX_RULES) {
            problems.addFromPolicy(
                    root.problem("more than " + Vocabulary.MAX_RULES + " rules with those that it extends")
                            .remedy("split the policy or merge its rules"));
        }
        if (!problems.isEmpty()) {
            return null;
        }
        Policy policy = new Policy(
                name,
                version,
                description,
                all.meaning(),
                all.scanners(),
                List.copyOf(all.roles().values()),
                all.topics(),
                List.copyOf(all.freezes().values()),
                all.waivers(),
                List.copyOf(all.rules().values()),
                signOffs,
                inherited.layers());
        refuseStale(signed, policy);
        return problems.isEmpty() ? new ReadPolicy(policy, all, source) : null;
    }

    /** Who narrows a role must leave enough people for the rules that are inherited; its own are checked as they are read. */
    private void refuseImpossible(Layer all) {
        Staffing staffing = new Staffing(all.roles().values());
        for (Rule rule : all.rules().values()) {
            boolean inherited = rule.layer() != null;
            String shortage = inherited && rule.then() instanceof Effect.Review review
                    ? staffing.shortage(review.requirement())
                    : null;
            if (shortage != null) {
                problems.addElsewhere(all.place(Layer.field("rules", rule.id()))
                        .problem(Layer.field("rules", rule.id()) + ".then", shortage)
                        .remedy("narrow roles less in " + source));
            }
        }
    }

    /** What the file itself says. */
    private Layer own(Node root, Section section, Inherited inherited) {
        boolean extending = section.get("extends") != null;
        Silence silence = silence(section);
        place(Layer.ASSUME, section.get("assume"), root);
        Map<String, Map<String, ScannerSettings.Setting>> scanners = scanners(section.get("scanners"));
        Map<String, Role> roles = roles(section.get("roles"));
        Map<String, List<Glob>> topics = topics(section.get("topics"));
        Map<String, Freeze> freezes = freezes(section.get("freezes"));
        Set<String> knownRoles = keys(section.get("roles"));
        Set<String> knownFreezes = keys(section.get("freezes"));
        Layer layer = inherited.layer();
        if (layer != null) {
            knownRoles.addAll(layer.roles().keySet());
            knownFreezes.addAll(layer.freezes().keySet());
        }
        boolean known = inherited.isWhole();
        WaiverTerms waivers = waivers(section.section("waivers"), known ? knownRoles : null);
        if (!extending || waivers != null) {
            place(Layer.WAIVERS, section.get("waivers"), root);
        }
        Map<String, Role> staff = new TreeMap<>(layer == null ? Map.of() : layer.roles());
        staff.putAll(roles);
        Map<String, Rule> rules =
                rules(section, known ? knownRoles : null, new Staffing(staff.values()), known ? knownFreezes : null);
        boolean silent = section.get("assume") == null && extending;
        return new Layer(silent ? null : silence, scanners, roles, topics, freezes, waivers, rules, places);
    }

    /** Where something is said; where it is not, the policy as a whole leaves it out. */
    private void place(String field, @Nullable Node node, Node whole) {
        places.put(field, new Place(source, (node == null ? whole : node).position()));
    }

    private void place(String section, Node.Entry entry) {
        places.put(Layer.field(section, entry.key()), new Place(source, entry.position()));
    }

    private Silence silence(Section policy) {
        Section section = policy.section("assume");
        Node silence = section == null ? null : section.get("silence-about-authorship");
        return values.choice(silence, Silence.values(), Silence.UNKNOWN);
    }

    private Map<String, Map<String, ScannerSettings.Setting>> scanners(@Nullable Node node) {
        Map<String, Map<String, ScannerSettings.Setting>> scanners = new TreeMap<>();
        for (Node.Entry entry : entriesById(node, "a mapping of scanner ids, for example secrets: {}")) {
            Node.Mapping settings =
                    Section.mapping(entry.value(), "a mapping of settings, or {} where there are none", problems);
            if (settings != null) {
                scanners.put(entry.key(), settings(settings));
                place("scanners", entry);
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

    private Map<String, Role> roles(@Nullable Node node) {
        Map<String, Role> roles = new TreeMap<>();
        for (Node.Entry entry :
                entriesById(node, "a mapping of roles, for example security: { members: [\"@acme/appsec\"] }")) {
            int before = problems.count();
            Section section = Section.of(entry.value(), Vocabulary.ROLE, problems);
            Node members = section == null ? null : section.get("members");
            List<String> names = values.list(members, member -> values.words(member, Texts.NAME));
            if (!names.isEmpty() && problems.count() == before) {
                roles.put(entry.key(), new Role(entry.key(), names));
                place("roles", entry);
            }
        }
        return roles;
    }

    private Map<String, List<Glob>> topics(@Nullable Node node) {
        Map<String, List<Glob>> topics = new TreeMap<>();
        for (Node.Entry entry : entriesById(node, "a mapping of topics, for example payments: [\"**/billing/**\"]")) {
            List<Glob> globs = values.list(entry.value(), values::glob);
            if (!globs.isEmpty()) {
                topics.put(entry.key(), globs);
                place("topics", entry);
            }
        }
        return topics;
    }

    private Map<String, Freeze> freezes(@Nullable Node node) {
        Map<String, Freeze> freezes = new TreeMap<>();
        new FreezeReader(problems, values).read(node).forEach(freeze -> freezes.put(freeze.id(), freeze));
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> place("freezes", entry));
        }
        return freezes;
    }

    private @Nullable WaiverTerms waivers(@Nullable Section section, @Nullable Set<String> roles) {
        if (section == null) {
            return null;
        }
        String by = values.known(
                section.get("by"), roles, "must be a role that the policy declares", "declare it under roles");
        Duration longest = values.of(section.get("longest"), Durations::parse);
        return by == null || longest == null ? null : new WaiverTerms(by, longest);
    }

    private @Nullable SignOff signOff(Node node) {
        Section section = Section.of(node, Vocabulary.SIGN_OFF, problems);
        if (section == null) {
            return null;
        }
        String by = values.words(section.get("by"), Texts.NAME);
        String role = values.id(section.get("role"));
        Digest digest = values.of(section.get("digest"), Values::digest);
        return by == null || role == null || digest == null ? null : new SignOff(by, role, digest);
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

    private Map<String, Rule> rules(
            Section section, @Nullable Set<String> roles, Staffing staffing, @Nullable Set<String> freezes) {
        OnUnknown onUnknown = values.choice(section.get("on-unknown"), OnUnknown.values(), OnUnknown.ACT);
        RuleReader reader = new RuleReader(problems, values, roles, staffing, freezes, onUnknown);
        Map<String, Rule> rules = new LinkedHashMap<>();
        Node node = section.get("rules");
        if (!(node instanceof Node.Sequence sequence)) {
            if (node != null) {
                problems.refuse(node, "must be a list of rules", "begin each rule with a hyphen, or write [] for none");
            }
            return rules;
        }
        if (sequence.items().size() > Vocabulary.MAX_RULES) {
            problems.addFromPolicy(sequence.items()
                    .get(Vocabulary.MAX_RULES)
                    .problem("more than " + Vocabulary.MAX_RULES + " rules")
                    .remedy("split the policy or merge its rules"));
            return rules;
        }
        for (Node each : sequence.items()) {
            Rule rule = reader.read(each);
            if (rule != null) {
                rules.put(rule.id(), rule);
                places.put(Layer.field("rules", rule.id()), new Place(source, rule.position()));
            }
        }
        return rules;
    }
}
