package io.imprimatur.core.decide.index;

import io.imprimatur.core.json.value.CanonicalJson;
import io.imprimatur.core.policy.file.ConditionTree;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.Condition.Any;
import io.imprimatur.policy.Condition.Not;
import io.imprimatur.policy.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one object of conditions without parts that are equal, so that whoever decides tells them apart by identity: that
 * is faster than by their content, and much faster in a JVM that has just started.
 */
public final class Sharing {
    private final Map<String, Condition> bySpelling = new HashMap<>();

    private Sharing() {}

    /** The same rules, in which no two conditions without parts are equal and not the same. */
    public static List<Rule> of(List<Rule> rules) {
        Sharing sharing = new Sharing();
        List<Rule> shared = new ArrayList<>(rules.size());
        for (Rule rule : rules) {
            shared.add(rule.with(sharing.shared(rule.when())));
        }
        return shared;
    }

    private Condition shared(Condition condition) {
        if (condition instanceof All all) {
            return new All(shared(all.conditions()));
        }
        if (condition instanceof Any any) {
            return new Any(shared(any.conditions()));
        }
        if (condition instanceof Not not) {
            return new Not((ChangeCondition) shared(not.condition()));
        }
        String spelling = new String(CanonicalJson.bytes(ConditionTree.of(condition)), StandardCharsets.UTF_8);
        Condition known = bySpelling.putIfAbsent(spelling, condition);
        return known == null ? condition : known;
    }

    private List<Condition> shared(List<Condition> conditions) {
        List<Condition> shared = new ArrayList<>(conditions.size());
        for (Condition condition : conditions) {
            shared.add(shared(condition));
        }
        return shared;
    }
}
