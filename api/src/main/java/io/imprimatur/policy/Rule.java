package io.imprimatur.policy;

import io.imprimatur.error.Position;
import io.imprimatur.error.Preconditions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule: where the condition holds, or is unknown, the effect follows.
 *
 * @param id an identifier, unique in the policy; {@code imprimatur} and what begins with {@code imprimatur.} are reserved
 *     for the built-in rules
 * @param when the condition
 * @param then the effect
 * @param enforcement how far it is acted on
 * @param onUnknown what it does where the condition is unknown
 * @param hard whether nothing lifts it: no waiver, and no emergency
 * @param obligations what has to be done besides where it acts; each once, ordered. Never none where that is its effect
 * @param controls the controls that it serves, for example {@code EU AI Act 14(4)}, each at most 200 characters; ordered
 * @param because why the rule exists, for the people whom it stops, at most 1,000 characters; white
 *     space at its ends is left out
 * @param position where it stands in the file of its policy
 * @param layer the policy that it was inherited from; absent where the policy itself has it
 */
public record Rule(
        String id,
        Condition when,
        Effect then,
        Enforcement enforcement,
        OnUnknown onUnknown,
        boolean hard,
        List<Obligation> obligations,
        List<String> controls,
        @Nullable String because,
        Position position,
        @Nullable String layer) {

    public Rule {
        Preconditions.id(id, "id");
        Preconditions.notNull(when, "when");
        Preconditions.notNull(then, "then");
        Preconditions.notNull(enforcement, "enforcement");
        Preconditions.notNull(onUnknown, "onUnknown");
        obligations = Preconditions.ordered(obligations, "oblige");
        Preconditions.check(
                !(then instanceof Effect.Oblige && obligations.isEmpty()),
                "oblige",
                "none",
                "must have at least one where the rule does nothing else");
        controls = Preconditions.ordered(controls, "controls");
        for (String control : controls) {
            Preconditions.text(control, "controls", 200);
        }
        if (because != null) {
            because = Preconditions.text(because, "because", 1000).strip();
        }
        Preconditions.notNull(position, "position");
        if (layer != null) {
            Preconditions.id(layer, "layer");
        }
    }

    /** A rule that the policy itself has. */
    public Rule(
            String id,
            Condition when,
            Effect then,
            Enforcement enforcement,
            OnUnknown onUnknown,
            boolean hard,
            List<Obligation> obligations,
            List<String> controls,
            @Nullable String because,
            Position position) {
        this(id, when, then, enforcement, onUnknown, hard, obligations, controls, because, position, null);
    }

    /** An enforced rule with no further words. */
    public static Rule of(String id, Condition when, Effect then) {
        return new Rule(
                id, when, then, Enforcement.ENFORCE, OnUnknown.ACT, false, List.of(), List.of(), null, Position.NONE);
    }

    /** The same rule, with why it exists. */
    public Rule because(String reason) {
        return new Rule(id, when, then, enforcement, onUnknown, hard, obligations, controls, reason, position, layer);
    }

    /** The same rule, under another condition. */
    public Rule with(Condition newWhen) {
        return new Rule(
                id, newWhen, then, enforcement, onUnknown, hard, obligations, controls, because, position, layer);
    }

    /** The same rule, acted on so far. */
    public Rule with(Enforcement newEnforcement) {
        return new Rule(
                id, when, then, newEnforcement, onUnknown, hard, obligations, controls, because, position, layer);
    }

    /** The same rule, doing this where its condition is unknown. */
    public Rule with(OnUnknown newOnUnknown) {
        return new Rule(
                id, when, then, enforcement, newOnUnknown, hard, obligations, controls, because, position, layer);
    }

    /** The same rule, which nothing lifts. */
    public Rule hardened() {
        return new Rule(id, when, then, enforcement, onUnknown, true, obligations, controls, because, position, layer);
    }

    /** The same rule, standing elsewhere. */
    public Rule at(Position newPosition) {
        return new Rule(
                id, when, then, enforcement, onUnknown, hard, obligations, controls, because, newPosition, layer);
    }

    /** The same rule, with obligations. */
    public Rule obliging(Obligation... newObligations) {
        return new Rule(
                id,
                when,
                then,
                enforcement,
                onUnknown,
                hard,
                List.of(newObligations),
                controls,
                because,
                position,
                layer);
    }

    /** The same rule, as a policy has it that extends the one with this name. */
    public Rule inheritedFrom(String policy) {
        return new Rule(id, when, then, enforcement, onUnknown, hard, obligations, controls, because, position, policy);
    }

    /** What people call it: its id, behind the policy that it was inherited from if there is one. */
    public String label() {
        return layer == null ? id : layer + ": " + id;
    }
}
