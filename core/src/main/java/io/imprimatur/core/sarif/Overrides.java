package io.imprimatur.core.sarif;

import io.imprimatur.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * To what the invocations of a run set its rules (3.20.5). The standard applies what an invocation says to a result that
 * names it, and few do: to one that names none may apply what any of them says, or nothing of it, and the worst counts.
 */
final class Overrides {
    private final int invocations;
    private final IdentityHashMap<Rule, List<ConfigurationOverride>> described = new IdentityHashMap<>();
    private final Map<String, List<ConfigurationOverride>> others = new HashMap<>();
    private final TreeSet<String> switchedOff = new TreeSet<>();

    Overrides(int invocations, List<ConfigurationOverride> all, Tool tool) {
        this.invocations = invocations;
        for (ConfigurationOverride each : all) {
            Rule rule = tool.rule(each.rule());
            (rule == null
                            ? others.computeIfAbsent(each.name(), name -> new ArrayList<>())
                            : described.computeIfAbsent(rule, one -> new ArrayList<>()))
                    .add(each);
            if (each.isOff() && (rule == null || rule.isOn())) {
                switchedOff.add(rule == null || rule.id().isEmpty() ? each.name() : rule.id());
            }
        }
    }

    /** The rules that run unless somebody switches them off, and that an invocation did. */
    List<String> switchedOff() {
        return List.copyOf(switchedOff);
    }

    /**
     * The level of the results of a rule that say none themselves; null where nobody says one.
     *
     * @param rule absent where the tool does not describe it
     * @param id its id
     * @param invocation of which invocation the result is; none where there is no such
     */
    @Nullable
    String level(@Nullable Rule rule, String id, int invocation) {
        String own = rule == null ? null : rule.level();
        List<ConfigurationOverride> about =
                rule == null ? others.getOrDefault(id, List.of()) : described.getOrDefault(rule, List.of());
        boolean isNamed = invocation >= 0 && invocation < invocations;
        String worst = null;
        for (ConfigurationOverride each : about) {
            if (each.level() != null && (!isNamed || each.invocation() == invocation)) {
                worst = worst == null ? each.level() : worse(worst, each.level());
            }
        }
        if (worst == null) {
            return own;
        }
        return isNamed ? worst : worse(own == null ? "warning" : own, worst);
    }

    private static String worse(String one, String other) {
        return severity(one).compareTo(severity(other)) >= 0 ? one : other;
    }

    private static Severity severity(String level) {
        Severity known = Levels.byLevel(level.toLowerCase(Locale.ROOT));
        return known == null ? Severity.HIGH : known; // a level that nobody knows is as bad as a level can be
    }
}
