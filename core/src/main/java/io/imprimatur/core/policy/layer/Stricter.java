package io.imprimatur.core.policy.layer;

import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Whether one rule can take the place of another without a decision ever becoming milder. What cannot be shown is not so. */
final class Stricter {
    private Stricter() {}

    /** What keeps {@code rule} from taking the place of {@code other}: what it must be, by the key that says otherwise. */
    static Map<String, String> obstacles(Rule rule, Rule other) {
        Map<String, String> obstacles = new LinkedHashMap<>();
        if (!rule.when().equals(other.when())) {
            obstacles.put("when", "must be the same condition");
        }
        if (!isEffectAtLeast(rule, other)) {
            obstacles.put("then", "must ask for at least as much");
        }
        if (rule.enforcement().compareTo(other.enforcement()) > 0) {
            obstacles.put(
                    "enforcement", "must be at least " + other.enforcement().id());
        }
        if (rule.onUnknown() == OnUnknown.REVIEW && other.onUnknown() == OnUnknown.ACT && blocks(rule)) {
            obstacles.put("on-unknown", "must be act");
        }
        if (other.hard() && !rule.hard()) {
            obstacles.put("hard", "must be true");
        }
        if (!rule.obligations().containsAll(other.obligations())) {
            TreeSet<Obligation> missing = new TreeSet<>(other.obligations());
            missing.removeAll(rule.obligations());
            obstacles.put(
                    "oblige",
                    "must oblige to all that it obliges to, also to "
                            + missing.first().words());
        }
        if (!rule.controls().containsAll(other.controls())) {
            List<String> missing = new ArrayList<>(other.controls());
            missing.removeAll(rule.controls());
            obstacles.put("controls", "must name all the controls that it names, also " + missing.get(0));
        }
        return obstacles;
    }

    private static boolean blocks(Rule rule) {
        return rule.then() instanceof Effect.Block;
    }

    private static boolean isEffectAtLeast(Rule rule, Rule other) {
        if (other.then() instanceof Effect.Oblige || blocks(other)) {
            return !blocks(other) || blocks(rule);
        }
        Requirement asked = ((Effect.Review) other.then()).requirement();
        if (rule.then() instanceof Effect.Review review) {
            return review.requirement().covers(asked);
        }
        // A block that the unknown softens is a review by anyone.
        return blocks(rule) && (rule.onUnknown() == OnUnknown.ACT || Requirement.ANYONE.covers(asked));
    }
}
