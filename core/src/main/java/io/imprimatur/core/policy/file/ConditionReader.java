package io.imprimatur.core.policy.file;

import static java.util.Objects.requireNonNull;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.error.Problem;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tree of a rule's condition. {@code not} is pushed inward on the way, by De Morgan's laws, until it stands
 * over facts of the change alone; over anything that law 2 keeps positive it is refused.
 */
public final class ConditionReader {
    /** The most conditions that a policy may have, {@code all}, {@code any} and {@code not} counted. */
    public static final int MOST = 10_000;

    private final Problems problems;
    private final Values values;
    private final ChangeConditionReader changes;
    private final EvidenceConditionReader evidence;
    private int count;

    /** For conditions that may name these freezes; any where absent. */
    ConditionReader(Problems problems, Values values, @Nullable Set<String> freezes) {
        this.problems = problems;
        this.values = values;
        changes = new ChangeConditionReader(problems, values);
        evidence = new EvidenceConditionReader(problems, values, freezes);
    }

    /** The condition that stands alone at a node; null where a problem was reported. It may name any freeze. */
    public static @Nullable Condition read(Node node, Problems problems) {
        return new ConditionReader(problems, new Values(problems), null).read(node);
    }

    /** The condition, or null where a problem was reported. */
    @Nullable
    Condition read(Node node) {
        int before = problems.count();
        Condition condition = read(node, false);
        if (condition != null && ConditionTree.isTooDeep(condition)) {
            problems.addFromPolicy(node.problem("must be nested at most " + ConditionTree.MOST_LEVELS + " deep")
                    .remedy("flatten the condition"));
        }
        return problems.count() == before ? condition : null;
    }

    private @Nullable Condition read(Node node, boolean negated) {
        if (++count > MOST) {
            if (count == MOST + 1) {
                problems.addFromPolicy(node.problem("more than " + MOST + " conditions")
                        .remedy("split the policy or merge its rules"));
            }
            return null;
        }
        if (node instanceof Node.Sequence) {
            problems.refuse(node, "must be a mapping with one key", "put the list under all or any");
            return null;
        }
        if (!(node instanceof Node.Mapping mapping)) {
            problems.refuse(node, "must be a mapping with one key", "write a condition such as { paths: \"src/**\" }");
            return null;
        }
        if (mapping.entries().isEmpty()) {
            problems.addFromPolicy(mapping.problem("must have a key")
                    .remedy("write one of " + String.join(", ", Vocabulary.CONDITION.names())));
            return null;
        }
        Node.Entry first = mapping.entries().get(0);
        for (Node.Entry other : mapping.entries().subList(1, mapping.entries().size())) {
            problems.addFromPolicy(Section.problem(other, "must stand in a condition of its own")
                    .remedy("put them under all: [{ " + first.key() + ": … }, { " + other.key() + ": … }], or any"));
            read(other, negated);
        }
        return read(first, negated);
    }

    private @Nullable Condition read(Node.Entry entry, boolean negated) {
        Node value = entry.value();
        List<String> known = Vocabulary.CONDITION.names();
        if (!known.contains(entry.key())) {
            problems.addFromPolicy(
                    Section.problem(entry, "unknown condition").remedy(Nearest.remedy(entry.key(), known)));
            return null;
        }
        String positive = Vocabulary.CONDITION.key(entry.key()).positive();
        if (positive != null) {
            if (negated) {
                problems.addFromPolicy(negation(entry, positive));
            }
            return evidence.read(entry.key(), value);
        }
        return switch (entry.key()) {
            case "not" -> read(value, !negated);
            case "all" -> joined(items(value, negated), negated);
            case "any" -> joined(items(value, negated), !negated);
            default -> leaves(entry, negated);
        };
    }

    private List<Condition> items(Node node, boolean negated) {
        return values.list(node, item -> read(item, negated));
    }

    /** The conditions of one entry that asks several things at once, all of which must hold. */
    private @Nullable Condition leaves(Node.Entry entry, boolean negated) {
        List<Condition> conditions = new ArrayList<>();
        for (Condition leaf : changes.read(entry.key(), entry.value())) {
            if (!negated) {
                conditions.add(leaf);
            } else if (leaf instanceof ChangeCondition fact) {
                conditions.add(new Condition.Not(fact));
            } else if (leaf instanceof EvidenceCondition) {
                problems.addFromPolicy(negation(
                        entry, requireNonNull(Vocabulary.AI.key("confidence").positive())));
            }
        }
        return conditions.size() == 1 ? conditions.get(0) : joined(conditions, negated);
    }

    /** All of them, or any where {@code disjunction}; null where there is none, for a reason that was reported. */
    private static @Nullable Condition joined(List<Condition> conditions, boolean disjunction) {
        if (conditions.isEmpty()) {
            return null;
        }
        return disjunction ? new Condition.Any(conditions) : new Condition.All(conditions);
    }

    private static Problem negation(Node.Entry entry, String more) {
        return Section.problem(
                        entry, "must not be negated: a rule can only tighten, and this one would act less, the " + more)
                .remedy(
                        "negate conditions on the change alone: paths, files, target, change, fact, label, team, ai.share, ai.model");
    }
}
