package io.imprimatur.core.policy.layer;

import io.imprimatur.error.Preconditions;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.WaiverTerms;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.ScannerSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says, and where it says it: alone, or with all that it extends.
 *
 * @param silence absent where a policy that extends others leaves it to them
 * @param waivers absent where it says nothing of them
 * @param rules by id, in order
 * @param places of what is said, by the field of a policy that says it, for example {@code roles.security}
 */
public record Layer(
        @Nullable Silence silence,
        Map<String, Map<String, ScannerSettings.Setting>> scanners,
        Map<String, Role> roles,
        Map<String, List<Glob>> topics,
        Map<String, Freeze> freezes,
        @Nullable WaiverTerms waivers,
        Map<String, Rule> rules,
        Map<String, Place> places) {

    /** The field of what silence means. */
    public static final String ASSUME = "assume";

    /** The field of the terms of waivers. */
    public static final String WAIVERS = "waivers";

    public Layer {
        scanners = Collections.unmodifiableMap(new TreeMap<>(scanners));
        roles = Collections.unmodifiableMap(new TreeMap<>(roles));
        topics = Collections.unmodifiableMap(new TreeMap<>(topics));
        freezes = Collections.unmodifiableMap(new TreeMap<>(freezes));
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /** The field of one of several. */
    public static String field(String section, String id) {
        return section + "." + id;
    }

    /** Where the field stands. */
    public Place place(String field) {
        return Preconditions.notNull(places.get(field), field);
    }

    /** What silence means with all that is extended. */
    public Silence meaning() {
        return silence == null ? Silence.UNKNOWN : silence;
    }

    /** The same, as whoever extends the policy has it. */
    public Layer inheritedFrom(String policy) {
        Map<String, Rule> named = new LinkedHashMap<>();
        rules.forEach((id, rule) -> named.put(id, rule.layer() == null ? rule.inheritedFrom(policy) : rule));
        return new Layer(silence, scanners, roles, topics, freezes, waivers, named, places);
    }

    /** The same, said elsewhere. */
    Layer at(Map<String, Place> newPlaces) {
        return new Layer(silence, scanners, roles, topics, freezes, waivers, rules, newPlaces);
    }

    /** Whether a rule does not count the approvals of who holds a role. */
    static boolean excludes(Rule rule, String role) {
        return rule.then() instanceof Effect.Review review
                && review.requirement().excluding().contains(role);
    }

    /** Whether a condition asks for a topic. */
    static boolean asks(Condition condition, String topic) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().anyMatch(part -> asks(part, topic));
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(part -> asks(part, topic));
        }
        return condition instanceof EvidenceCondition.TopicTouched touched
                && touched.topics().contains(topic);
    }
}
