package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.shape.Texts;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.error.Position;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
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
    private final RequirementReader requirements;
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
        this.onUnknown = onUnknown;
        conditions = new ConditionReader(problems, values, freezes);
        obligations = new ObligationReader(problems, values);
        requirements = new RequirementReader(problems, values, roles, staffing);
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
        Node review = effect == null ? null : effect.get("review");
        Requirement requirement = review == null ? null : requirements.read(review);
        return requirement == null ? null : new Effect.Review(requirement);
    }
}
