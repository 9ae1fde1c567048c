package io.imprimatur.core.scan;

import io.imprimatur.finding.Category;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a scanner that is not there might have looked for. Nobody can say, so it is every category that this library knows
 * by name and every one that the policy asks for: its findings are missing from all of them.
 */
final class AskedCategories {
    private AskedCategories() {}

    static List<Category> of(Policy policy) {
        SortedSet<Category> asked = new TreeSet<>(Category.KNOWN);
        for (Rule rule : policy.rules()) {
            addTo(asked, rule.when());
        }
        return List.copyOf(asked);
    }

    private static void addTo(SortedSet<Category> asked, Condition condition) {
        if (condition instanceof Condition.All all) {
            addTo(asked, all.conditions());
        } else if (condition instanceof Condition.Any any) {
            addTo(asked, any.conditions());
        } else if (condition instanceof EvidenceCondition.FindingExists finding) {
            asked.addAll(finding.filter().categories());
        } else if (condition instanceof EvidenceCondition.NotCovered gap) {
            asked.addAll(gap.categories());
        } else if (condition instanceof EvidenceCondition.TopicTouched topic) {
            for (String one : topic.topics()) {
                asked.add(Category.ofTopic(one));
            }
        }
    }

    private static void addTo(SortedSet<Category> asked, List<Condition> conditions) {
        for (Condition condition : conditions) {
            addTo(asked, condition);
        }
    }
}
