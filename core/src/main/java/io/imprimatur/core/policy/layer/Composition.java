package io.imprimatur.core.policy.layer;

import io.imprimatur.error.Problem;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.WaiverTerms;
import io.imprimatur.provenance.Silence;
import io.imprimatur.scan.ScannerSettings.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts what one policy says on what another says. The outcome is at least as strict as each of the two, whatever the
 * change; what would not be is a problem that names both places.
 *
 * <p>A policy on what it extends has to be the stricter of the two in everything. Of two policies that a third extends,
 * either may be.
 */
public final class Composition {
    private final Layer base;
    private final Layer top;
    private final boolean eitherMayBeStricter;
    private final Consumer<Problem> problems;

    /** Fields in which the base was the stricter of the two. */
    private final Set<String> kept = new HashSet<>();

    private Composition(Layer base, Layer top, boolean eitherMayBeStricter, Consumer<Problem> problems) {
        this.base = base;
        this.top = top;
        this.eitherMayBeStricter = eitherMayBeStricter;
        this.problems = problems;
    }

    /** A policy on what it extends. */
    public static Layer extend(Layer inherited, Layer own, Consumer<Problem> problems) {
        Map<String, List<Glob>> topics = new TreeMap<>(inherited.topics());
        topics.putAll(own.topics());
        Layer whole = new Layer(
                own.silence() == null ? inherited.silence() : own.silence(),
                own.scanners(),
                own.roles(),
                // Its rules may ask for a topic that it inherits.
                topics,
                own.freezes(),
                own.waivers() == null ? inherited.waivers() : own.waivers(),
                own.rules(),
                with(inherited.places(), own.places()));
        return new Composition(inherited, whole, false, problems).composed();
    }

    /** Two policies that a third extends. */
    public static Layer join(Layer one, Layer other, Consumer<Problem> problems) {
        return new Composition(one, other, true, problems).composed();
    }

    private Layer composed() {
        Layer composed = new Layer(silence(), scanners(), roles(), topics(), freezes(), waivers(), rules(), Map.of());
        composed = composed.at(places());
        refuseSoftened(base, top, composed);
        if (eitherMayBeStricter) {
            refuseSoftened(top, base, composed);
        }
        refuseUnexcluded(base, top, composed);
        refuseUnexcluded(top, base, composed);
        return composed;
    }

    private Map<String, Place> places() {
        Map<String, Place> places = with(base.places(), top.places());
        kept.forEach(field -> places.put(field, base.place(field)));
        return places;
    }

    // ---- what silence means

    private Silence silence() {
        if (base.meaning() == Silence.UNKNOWN && top.meaning() == Silence.HUMAN && !eitherMayBeStricter) {
            problem(
                    Layer.ASSUME,
                    "must not take silence about authorship for a person's, as what is inherited from "
                            + base.place(Layer.ASSUME) + " does not",
                    "leave it out, or declare it there");
        }
        return base.meaning() == Silence.HUMAN ? top.meaning() : Silence.UNKNOWN;
    }

    /** What a rule knew while silence meant a person may be unknown now, and must not be milder for that. */
    private void refuseSoftened(Layer knowing, Layer other, Layer composed) {
        if (knowing.meaning() == Silence.UNKNOWN || composed.meaning() == Silence.HUMAN) {
            return;
        }
        for (String id : knowing.rules().keySet()) {
            Rule rule = composed.rules().get(id);
            if (rule != null && rule.then() instanceof Effect.Block && rule.onUnknown() == OnUnknown.REVIEW) {
                problems.accept(other.place(Layer.ASSUME)
                        .problem(
                                Layer.ASSUME,
                                "must not take silence about authorship for unknown, as then rule " + id + " at "
                                        + composed.place(Layer.field("rules", id))
                                        + " asks for a review where it blocks now")
                        .remedy("take it for a person's here too, or let that rule act on the unknown"));
            }
        }
    }

    // ---- scanners

    private Map<String, Map<String, Setting>> scanners() {
        top.scanners().forEach((id, settings) -> {
            Map<String, Setting> inherited = base.scanners().get(id);
            if (inherited != null && !values(inherited).equals(values(settings))) {
                String field = Layer.field("scanners", id);
                problem(
                        field,
                        "must have the settings that the scanner has at " + base.place(field),
                        "leave the scanner out here, or change it there");
            }
        });
        return with(base.scanners(), top.scanners());
    }

    private static Map<String, Object> values(Map<String, Setting> settings) {
        Map<String, Object> values = new TreeMap<>();
        settings.forEach((key, setting) -> values.put(key, List.of(setting.isList(), setting.values())));
        return values;
    }

    // ---- roles

    private Map<String, Role> roles() {
        Map<String, Role> roles = with(base.roles(), top.roles());
        base.roles().forEach((id, inherited) -> {
            Role own = top.roles().get(id);
            if (own == null || inherited.members().containsAll(own.members())) {
                return;
            }
            if (eitherMayBeStricter && own.members().containsAll(inherited.members())) {
                roles.put(id, inherited);
                kept.add(Layer.field("roles", id));
                return;
            }
            String field = Layer.field("roles", id);
            List<String> added = new ArrayList<>(own.members());
            added.removeAll(inherited.members());
            problems.accept(top.place(field)
                    .problem(field + ".members", "must be members of the role at " + base.place(field))
                    .value(String.join(", ", added))
                    .remedy("leave them out, or add them there"));
        });
        return roles;
    }

    /** Who loses a role that a rule excludes would count again. */
    private void refuseUnexcluded(Layer excluding, Layer other, Layer composed) {
        excluding.roles().forEach((id, role) -> {
            if (role.equals(composed.roles().get(id))) {
                return;
            }
            for (Rule rule : excluding.rules().values()) {
                if (Layer.excludes(rule, id)) {
                    String field = Layer.field("roles", id);
                    problems.accept(other.place(field)
                            .problem(
                                    field + ".members",
                                    "must be all members of the role at " + excluding.place(field) + ", as rule "
                                            + rule.id() + " at " + excluding.place(Layer.field("rules", rule.id()))
                                            + " does not count their approvals")
                            .remedy("leave the role out here"));
                }
            }
        });
    }

    // ---- topics and freezes

    private Map<String, List<Glob>> topics() {
        refuseNarrowed(base, top);
        refuseNarrowed(top, base);
        Map<String, List<Glob>> topics = new TreeMap<>(base.topics());
        top.topics().forEach((id, globs) -> topics.merge(id, globs, Composition::union));
        return topics;
    }

    /** Where nobody says what a topic is, a rule that asks for it always acts; with patterns it no longer would. */
    private void refuseNarrowed(Layer asking, Layer declaring) {
        for (String topic : declaring.topics().keySet()) {
            if (asking.topics().containsKey(topic)) {
                continue;
            }
            for (Rule rule : asking.rules().values()) {
                if (Layer.asks(rule.when(), topic)) {
                    String field = Layer.field("topics", topic);
                    problems.accept(declaring
                            .place(field)
                            .problem(
                                    field,
                                    "must not be declared, as rule " + rule.id() + " at "
                                            + asking.place(Layer.field("rules", rule.id()))
                                            + " acts wherever nobody knows whether code is about it")
                            .remedy("declare the topic there, or give this one another name"));
                }
            }
        }
    }

    private Map<String, Freeze> freezes() {
        Map<String, Freeze> freezes = new TreeMap<>(base.freezes());
        top.freezes()
                .forEach((id, freeze) -> freezes.merge(
                        id, freeze, (one, other) -> new Freeze(id, union(one.windows(), other.windows()))));
        return freezes;
    }

    private static <T> List<T> union(List<T> one, List<T> other) {
        Set<T> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    // ---- waivers

    private @Nullable WaiverTerms waivers() {
        WaiverTerms inherited = base.waivers();
        WaiverTerms own = top.waivers();
        if (inherited == null || own == null) {
            if (own != null && !eitherMayBeStricter) {
                problem(
                        Layer.WAIVERS,
                        "must not be given, as what is inherited from " + base.place(Layer.WAIVERS)
                                + " lets no waiver count",
                        "leave it out, or give terms there");
            }
            return null;
        }
        if (own.covers(inherited)) {
            return own;
        }
        if (!eitherMayBeStricter || !inherited.covers(own)) {
            problem(
                    Layer.WAIVERS,
                    "must be as strict as the terms at " + base.place(Layer.WAIVERS)
                            + ": by the same role, and for no longer",
                    "write by: " + inherited.by() + ", and a longest that is at most as long");
        }
        kept.add(Layer.WAIVERS);
        return inherited;
    }

    // ---- rules

    private Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>(base.rules());
        top.rules().forEach((id, rule) -> {
            Rule inherited = base.rules().get(id);
            rules.put(id, inherited == null ? rule : stricter(inherited, rule));
        });
        return rules;
    }

    private Rule stricter(Rule inherited, Rule rule) {
        Map<String, String> obstacles = Stricter.obstacles(rule, inherited);
        if (obstacles.isEmpty()) {
            return rule;
        }
        if (eitherMayBeStricter && Stricter.obstacles(inherited, rule).isEmpty()) {
            kept.add(Layer.field("rules", rule.id()));
            return inherited;
        }
        String field = Layer.field("rules", rule.id());
        obstacles.forEach((key, must) -> problems.accept(top.place(field)
                .problem(
                        field + "." + key,
                        must + ": the rule at " + base.place(field) + " has this id, and can only be tightened")
                .remedy("rename this rule to have both, or leave it out")));
        return rule;
    }

    private void problem(String field, String message, String remedy) {
        problems.accept(top.place(field).problem(field, message).remedy(remedy));
    }

    private static <T> Map<String, T> with(Map<String, T> one, Map<String, T> other) {
        Map<String, T> all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }
}
