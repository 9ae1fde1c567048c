package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.shape.Texts;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.error.Position;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rules, one after the other. */
final class RuleReader {
    private final Problems problems;
    private final Values values;
    private final ConditionReader conditions;
    private final ObligationReader obligations;
    private final @Nullable Set<String> roles;
    private final Staffing staffing;
    private final OnUnknown onUnknown;
    private final Map<String, Position> ids = new HashMap<>();

    /**
     * For rules that may name these roles and freezes, and do this on the unknown unless they say otherwise.
     *
     * @param roles the ids of the roles that the policy declares or inherits; any where absent
     * @param staffing who holds those of them that could be read
     * @param freezes the ids of the freezes that it declares or inherits; any where absent
     */
    RuleReader(
            Problems problems,
            Values values,
            @Nullable Set<String> roles,
            Staffing staffing,
            @Nullable Set<String> freezes,
            OnUnknown onUnknown) {
        this.problems = problems;
        this.values = values;
        this.roles = roles;
        this.staffing = staffing;
        this.onUnknown = onUnknown;
        conditions = new ConditionReader(problems, values, freezes);
        obligations = new ObligationReader(problems, values);
    }

    /** The rule, or null where a problem was reported. */
    @Nullable
    Rule read(Node node) {
        Section section = Section.of(node, Vocabulary.RULE, problems);
        if (section == null) {
            return null;
        }
        String id = id(section.get("id"));
        Node whenNode = section.get("when");
        Condition when = whenNode == null ? null : conditions.read(whenNode);
        Effect then = effect(section.get("then"));
        List<Obligation> oblige = obligations.read(section.get("oblige"));
        Enforcement enforcement = values.choice(section.get("enforcement"), Enforcement.values(), Enforcement.ENFORCE);
        OnUnknown unknown = values.choice(section.get("on-unknown"), OnUnknown.values(), onUnknown);
        boolean hard = values.flag(section.get("hard"));
        List<String> controls = values.list(section.get("controls"), item -> values.words(item, Texts.CONTROL));
        String because = values.words(section.get("because"), Texts.SENTENCES);
        if (id == null || when == null || then == null) {
            return null;
        }
        if (then instanceof Effect.Oblige && oblige.isEmpty()) {
            return null;
        }
        return new Rule(id, when, then, enforcement, unknown, hard, oblige, controls, because, node.position());
    }

    private @Nullable String id(@Nullable Node node) {
        String id = values.id(node);
        if (node == null || id == null) {
            return null;
        }
        if (Policy.isReserved(id)) {
            problems.refuse(
                    node,
                    "must not begin with " + Policy.RESERVED + ", which is kept for built-in rules",
                    "rename the rule");
            return null;
        }
        Position earlier = ids.putIfAbsent(id, node.position());
        if (earlier != null) {
            problems.refuse(
                    node, "must be unique: the rule at line " + earlier.line() + " has it", "rename one of them");
            return null;
        }
        return id;
    }

    private @Nullable Effect effect(@Nullable Node node) {
        if (node instanceof Node.Mapping mapping) {
            return review(mapping);
        }
        if (node != null && !(node instanceof Node.Text)) {
            problems.refuse(node, "must be block, review or oblige", null);
        }
        return node instanceof Node.Text text ? effect(text) : null;
    }

    private @Nullable Effect effect(Node.Text node) {
        String text = node.value();
        return switch (text) {
            case "block" -> new Effect.Block();
            case "review" -> new Effect.Review(Requirement.ANYONE);
            case "oblige" -> new Effect.Oblige();
            case "allow" -> {
                problems.refuse(
                        node,
                        "must be block, review or oblige: a rule can only tighten, and a change is allowed where none acts",
                        "leave the rule out, and let the others not hold for what it would allow");
                yield null;
            }
            default -> {
                boolean enforcement = text.equals("warn") || text.equals("shadow");
                String remedy = enforcement
                        ? "write enforcement: " + text + " beside then: block or then: review"
                        : Nearest.question(text, Vocabulary.EFFECTS.words());
                problems.refuse(node, "must be block, review or oblige", remedy);
                yield null;
            }
        };
    }

    private @Nullable Effect review(Node.Mapping mapping) {
        if (mapping.get("block") != null) {
            problems.refuse(mapping, "must be block, review or oblige", "write then: block, with nothing below it");
            return null;
        }
        Section effect = Section.of(mapping, Vocabulary.EFFECT, problems);
        Section section = effect == null ? null : effect.section("review");
        if (section == null) {
            return null;
        }
        int approvals = values.whole(section.get("approvals"), Requirement.MAX_APPROVALS);
        String by = role(section.get("by"));
        List<String> excluding = values.list(section.get("excluding"), node -> excluded(node, by));
        Duration within = values.of(section.get("within"), Durations::parse);
        Requirement requirement = new Requirement(by, approvals, excluding, within);
        refuseTooFew(section, requirement);
        return new Effect.Review(requirement);
    }

    private void refuseTooFew(Section section, Requirement requirement) {
        Node excluding = section.get("excluding");
        Node by = section.get("by");
        Node approvals = section.get("approvals");
        Node place = excluding != null ? excluding : approvals != null ? approvals : by;
        String shortage = staffing.shortage(requirement);
        if (place != null && shortage != null) {
            problems.addFromPolicy(place.problem(shortage)
                    .value(requirement.approvals() == 1 ? "1 approval" : requirement.approvals() + " approvals")
                    .remedy(
                            excluding != null
                                    ? "exclude fewer, ask for fewer approvals, or name more members under roles"
                                    : "ask for fewer approvals, or name more members under roles"));
        }
    }

    private @Nullable String excluded(Node node, @Nullable String by) {
        String role = role(node);
        if (role != null && role.equals(by)) {
            problems.refuse(node, "must not be the role that is to approve", "name another role, or leave it out");
            return null;
        }
        return role;
    }

    private @Nullable String role(@Nullable Node node) {
        return values.known(node, roles, "must be a role that the policy declares", "declare it under roles");
    }
}
