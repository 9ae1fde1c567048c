package io.imprimatur.core.policy.lint;

import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.policy.file.ConditionTree;
import io.imprimatur.core.policy.lint.NormalForm.Conflict;
import io.imprimatur.core.policy.lint.NormalForm.Literal;
import io.imprimatur.core.policy.lint.Remark.Kind;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules that can never hold, that always act, that others cover, and that together leave no way through. */
final class RuleRemarks {
    private final List<Rule> rules;
    private final NormalForm normalForm;
    private final Implication implication;
    private final Effort effort;
    private final List<Remark> remarks = new ArrayList<>();

    private RuleRemarks(List<Rule> rules, Effort effort) {
        this.rules = rules;
        this.effort = effort;
        Atoms atoms = new Atoms(effort);
        normalForm = new NormalForm(effort, atoms);
        implication = new Implication(effort, atoms);
    }

    static List<Remark> of(List<Rule> rules, Effort effort) {
        RuleRemarks lint = new RuleRemarks(rules, effort);
        List<Rule> sensible = lint.thatMayHoldOrNot();
        lint.covered(sensible);
        lint.contradictions(sensible);
        return lint.remarks;
    }

    /** Remarks on the rules that never hold or always act, and gives the others. */
    private List<Rule> thatMayHoldOrNot() {
        List<Rule> others = new ArrayList<>();
        for (Rule rule : rules) {
            Optional<Conflict> never = normalForm.whyNever(rule.when());
            Optional<Conflict> always = never.isPresent() ? Optional.empty() : normalForm.whyAlways(rule.when());
            never.ifPresent(conflict -> remark(
                    Kind.NEVER_FIRES,
                    rule,
                    "its condition can never hold: " + neverSo(conflict)
                            + "; it acts only where what it asks is not known",
                    "correct the condition, or take the rule out"));
            always.ifPresent(conflict -> remark(
                    Kind.ALWAYS_FIRES,
                    rule,
                    "it acts on every change: " + alwaysSo(conflict),
                    "narrow the condition, or write { paths: \"**\" } if every change is meant"));
            if (never.isEmpty() && always.isEmpty()) {
                others.add(rule);
            }
        }
        return others;
    }

    /** From the last to the first, so that of two rules that cover each other the first one stays. */
    private void covered(List<Rule> candidates) {
        List<Rule> staying = new ArrayList<>(candidates);
        for (int i = candidates.size() - 1; i >= 0 && !effort.isSpent(); i--) {
            Rule rule = candidates.get(i);
            Optional<Rule> cover = staying.stream()
                    .filter(other -> !other.id().equals(rule.id()) && covers(other, rule))
                    .findFirst();
            if (cover.isPresent()) {
                staying.remove(i);
                covered(rule, cover.get());
            }
        }
    }

    private void covered(Rule rule, Rule cover) {
        boolean twin = rule.enforcement() != Enforcement.ENFORCE && cover.enforcement() == Enforcement.ENFORCE;
        remark(
                twin ? Kind.ENFORCED_TWIN : Kind.COVERED,
                rule,
                "rule " + cover.id() + (twin ? ", which is enforced," : "")
                        + " acts wherever this one does, and asks for no less",
                twin ? "take the rule out: there is nothing left to try" : "take the rule out, or let it ask for more");
    }

    /** Whether nothing that counts is lost without {@code rule} as long as {@code other} is there. */
    private boolean covers(Rule other, Rule rule) {
        return effort.spend(1)
                && other.enforcement().compareTo(rule.enforcement()) <= 0
                && (other.hard() || !rule.hard())
                && other.obligations().containsAll(rule.obligations())
                && other.controls().containsAll(rule.controls())
                && mayAskForNoLess(other.then(), rule.then())
                && implication.implies(rule.when(), other.when())
                && isAsStrictOnUnknown(other, rule);
    }

    /** A block does not cover a review: a waiver or an emergency could lift it, and the review would still be due. */
    private static boolean mayAskForNoLess(Effect other, Effect effect) {
        if (effect instanceof Effect.Review review) {
            return other instanceof Effect.Review more && more.requirement().covers(review.requirement());
        }
        return effect instanceof Effect.Oblige || other instanceof Effect.Block;
    }

    private boolean isAsStrictOnUnknown(Rule other, Rule rule) {
        if (!(rule.then() instanceof Effect.Block) || !rule.when().mayBeUnknown()) {
            return true;
        }
        // A block that is softened asks for an approval, which one that is not softened does not ask for.
        return other.onUnknown() == rule.onUnknown()
                && (rule.onUnknown() == OnUnknown.ACT || implication.implies(other.when(), rule.when()));
    }

    private void contradictions(List<Rule> candidates) {
        List<Rule> blocks = candidates.stream()
                .filter(rule -> rule.then() instanceof Effect.Block && rule.enforcement() == Enforcement.ENFORCE)
                .toList();
        Set<String> contradicted = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = 0; j < i && !effort.isSpent(); j++) {
                Rule rule = blocks.get(i);
                Rule other = blocks.get(j);
                if (contradicted.contains(rule.id())) {
                    break;
                }
                normalForm.whyOneAlways(other.when(), rule.when()).ifPresent(conflict -> {
                    contradicted.add(rule.id());
                    remark(
                            Kind.CONTRADICTION,
                            rule,
                            "no change can be allowed: either this rule acts or rule " + other.id() + " does, as "
                                    + alwaysSo(conflict),
                            "let one of the two rules not block, or narrow it");
                });
            }
        }
    }

    private void remark(Kind kind, Rule rule, String words, String remedy) {
        remarks.add(new Remark(kind, rule.id(), rule.position(), words, remedy));
    }

    private static String neverSo(Conflict conflict) {
        return conflict.one().equals(conflict.other())
                ? words(conflict.one()) + " is never so"
                : words(conflict.one()) + " and " + words(conflict.other()) + " exclude each other";
    }

    /** The conflict is between what would have to fail. */
    private static String alwaysSo(Conflict conflict) {
        String one = words(opposite(conflict.one()));
        return conflict.one().equals(conflict.other())
                ? one + " is always so"
                : one + " or " + words(opposite(conflict.other())) + " is always so";
    }

    private static Literal opposite(Literal literal) {
        return new Literal(literal.condition(), !literal.holds());
    }

    private static String words(Literal literal) {
        String condition =
                new String(CanonicalJson.bytes(ConditionTree.of(literal.condition())), StandardCharsets.UTF_8);
        return literal.holds() ? condition : "not " + condition;
    }
}
