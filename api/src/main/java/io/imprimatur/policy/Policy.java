package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.ScannerSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules under which a change is judged. Immutable and thread-safe.
 *
 * @param name an identifier
 * @param version from 1, raised by whoever changes it
 * @param description what it is for, at most 4,000 characters; white space at its ends is left out
 * @param silence what silence about authorship means: an assumption, shown in every decision that leans on it
 * @param scanners settings for scanners, by scanner id, each key an identifier. A scanner that is named here must be there: it counts as not
 *     covered otherwise
 * @param roles each id once, ordered by id
 * @param topics patterns for the paths of code that is about something, by topic, each an identifier with at least one
 *     pattern
 * @param freezes each id once, ordered by id
 * @param waivers on which terms waivers count; absent where none does
 * @param rules those of the layers first, then in the order of the file, each id once
 * @param signOffs who has agreed to this policy, ordered as written
 * @param layers the policies that it extends, each once, the outermost first. What they say is part of this policy
 */
public record Policy(
        String name,
        int version,
        @Nullable String description,
        Silence silence,
        Map<String, Map<String, ScannerSettings.Setting>> scanners,
        List<Role> roles,
        Map<String, List<Glob>> topics,
        List<Freeze> freezes,
        @Nullable WaiverTerms waivers,
        List<Rule> rules,
        List<SignOff> signOffs,
        List<PolicyLayer> layers) {

    /** What the ids of built-in rules begin with, and so no other rule's may. */
    public static final String RESERVED = "imprimatur";

    public Policy {
        Preconditions.id(name, "policy");
        Preconditions.check(version >= 1, "version", version, "must be at least 1");
        if (description != null) {
            description = Preconditions.text(description, "description", 4000).strip();
        }
        Preconditions.notNull(silence, "silence");
        Map<String, Map<String, ScannerSettings.Setting>> sections = new TreeMap<>();
        for (Map.Entry<String, Map<String, ScannerSettings.Setting>> section :
                Preconditions.notNull(scanners, "scanners").entrySet()) {
            String id = Preconditions.id(section.getKey(), "scanners");
            for (String key : section.getValue().keySet()) {
                Preconditions.id(key, "scanners." + id);
            }
            sections.put(id, Collections.unmodifiableMap(new TreeMap<>(section.getValue())));
        }
        scanners = Collections.unmodifiableMap(sections);
        TreeMap<String, Role> roleById = new TreeMap<>();
        for (Role role : Preconditions.<Role>copy(roles, "roles")) {
            Preconditions.check(
                    roleById.putIfAbsent(role.id(), role) == null, "roles", role.id(), "must have each role once");
        }
        roles = List.copyOf(roleById.values());
        Map<String, List<Glob>> patterns = new TreeMap<>();
        for (Map.Entry<String, List<Glob>> topic :
                Preconditions.notNull(topics, "topics").entrySet()) {
            String id = Preconditions.id(topic.getKey(), "topics");
            List<Glob> ordered = Preconditions.ordered(topic.getValue(), "topics." + id);
            Preconditions.check(!ordered.isEmpty(), "topics." + id, "none", "must have at least one pattern");
            patterns.put(id, ordered);
        }
        topics = Collections.unmodifiableMap(patterns);
        TreeMap<String, Freeze> freezeById = new TreeMap<>();
        for (Freeze freeze : Preconditions.<Freeze>copy(freezes, "freezes")) {
            String id = freeze.id();
            Preconditions.check(
                    freezeById.putIfAbsent(id, freeze) == null, "freezes", id, "must have each freeze once");
        }
        freezes = List.copyOf(freezeById.values());
        rules = Preconditions.copy(rules, "rules");
        signOffs = Preconditions.copy(signOffs, "signed-off");
        layers = Preconditions.copy(layers, "layers");
        Set<String> freezeIds = freezeById.keySet();
        Set<String> roleIds = roleById.keySet();
        if (waivers != null) {
            checkRole(roleIds.contains(waivers.by()), "waivers.by", waivers.by(), roleIds);
        }
        Set<String> ruleIds = new HashSet<>();
        for (Rule rule : rules) {
            Preconditions.check(ruleIds.add(rule.id()), "rules", rule.id(), "must have each id once");
            Preconditions.check(
                    !isReserved(rule.id()),
                    "rules",
                    rule.id(),
                    "must not begin with " + RESERVED + ", which is kept for built-in rules");
            if (rule.then() instanceof Effect.Review review) {
                String field = "rules." + rule.id() + ".then.review";
                String role = review.requirement().role();
                checkRole(role == null || roleIds.contains(role), field + ".by", role, roleIds);
                for (String excluded : review.requirement().excluding()) {
                    checkRole(roleIds.contains(excluded), field + ".excluding", excluded, roleIds);
                }
            }
            checkFreezes(rule.when(), "rules." + rule.id() + ".when.freeze", freezeIds);
        }
    }

    /** A policy that extends none and lets no waiver count. */
    public Policy(
            String name,
            int version,
            @Nullable String description,
            Silence silence,
            Map<String, Map<String, ScannerSettings.Setting>> scanners,
            List<Role> roles,
            Map<String, List<Glob>> topics,
            List<Freeze> freezes,
            List<Rule> rules,
            List<SignOff> signOffs) {
        this(name, version, description, silence, scanners, roles, topics, freezes, null, rules, signOffs, List.of());
    }

    private static void checkRole(boolean known, String field, @Nullable String role, Set<String> roles) {
        Preconditions.check(known, field, role, "must be a role of the policy, " + roles);
    }

    private static void checkFreezes(Condition condition, String field, Set<String> known) {
        // Without recursion: a builder may nest conditions as deep as it likes.
        Deque<Condition> open = new ArrayDeque<>(List.of(condition));
        while (!open.isEmpty()) {
            Condition next = open.pop();
            if (next instanceof EvidenceCondition.Frozen frozen) {
                for (String freeze : frozen.freezes()) {
                    Preconditions.check(
                            known.contains(freeze), field, freeze, "must be a freeze of the policy, " + known);
                }
            } else if (next instanceof Condition.All all) {
                open.addAll(all.conditions());
            } else if (next instanceof Condition.Any any) {
                open.addAll(any.conditions());
            }
        }
    }

    /** The freeze with an id. */
    public Optional<Freeze> freeze(String id) {
        return freezes.stream().filter(freeze -> freeze.id().equals(id)).findFirst();
    }

    /** The same policy, without who has agreed to it: what they agree to. */
    public Policy withoutSignOffs() {
        return of(rules);
    }

    private Policy of(List<Rule> newRules) {
        return new Policy(
                name,
                version,
                description,
                silence,
                scanners,
                roles,
                topics,
                freezes,
                waivers,
                newRules,
                List.of(),
                layers);
    }

    /** The same policy with other rules, to which nobody has agreed yet. */
    public Policy with(List<Rule> newRules) {
        return of(newRules);
    }

    /** The role with an id. */
    public Optional<Role> role(String id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst();
    }

    /** Whether a rule id is kept for built-in rules. */
    public static boolean isReserved(String ruleId) {
        return ruleId.equals(RESERVED) || ruleId.startsWith(RESERVED + ".");
    }

    /** A policy to be put together in code. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Puts a policy together. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private int version = 1;
        private @Nullable String description;
        private Silence silence = Silence.UNKNOWN;
        private final Map<String, Map<String, ScannerSettings.Setting>> scanners = new TreeMap<>();
        private final List<Role> roles = new ArrayList<>();
        private final Map<String, List<Glob>> topics = new TreeMap<>();
        private final List<Freeze> freezes = new ArrayList<>();
        private @Nullable WaiverTerms waivers;
        private final List<Rule> rules = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** From 1; 1 unless said. */
        public Builder version(int number) {
            version = number;
            return this;
        }

        /** What the policy is for. */
        public Builder description(String words) {
            description = words;
            return this;
        }

        /** Declares what silence about authorship means; {@link Silence#UNKNOWN} unless said. */
        public Builder silence(Silence meaning) {
            silence = meaning;
            return this;
        }

        /** Settings of a scanner, which must then be there. */
        public Builder scanner(String id, Map<String, ScannerSettings.Setting> settings) {
            scanners.put(id, settings);
            return this;
        }

        /** A role. */
        public Builder role(String id, String... members) {
            roles.add(new Role(id, List.of(members)));
            return this;
        }

        /** What paths the code of a topic is in. */
        public Builder topic(String id, Glob... paths) {
            topics.put(id, List.of(paths));
            return this;
        }

        /** A freeze. */
        public Builder freeze(String id, TimeWindow... windows) {
            freezes.add(new Freeze(id, List.of(windows)));
            return this;
        }

        /** On which terms waivers count; none does unless said. */
        public Builder waivers(WaiverTerms terms) {
            waivers = terms;
            return this;
        }

        /** A rule. */
        public Builder rule(Rule rule) {
            rules.add(rule);
            return this;
        }

        /** A rule that blocks. */
        public Builder block(String id, Condition when) {
            return rule(Rule.of(id, when, new Effect.Block()));
        }

        /** A rule that asks for approvals by a role. */
        public Builder review(String id, Condition when, String role, int approvals) {
            return rule(Rule.of(id, when, new Effect.Review(Requirement.of(role, approvals))));
        }

        /** A rule that asks for an approval by anyone who may review. */
        public Builder review(String id, Condition when) {
            return rule(Rule.of(id, when, new Effect.Review(Requirement.ANYONE)));
        }

        /** The policy. */
        public Policy build() {
            return new Policy(
                    name,
                    version,
                    description,
                    silence,
                    scanners,
                    roles,
                    topics,
                    freezes,
                    waivers,
                    rules,
                    List.of(),
                    List.of());
        }
    }
}
