package io.imprimatur.core.policy.cases;

import io.imprimatur.finding.Category;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which scanners a policy names, and what it asks scanners for. What a topic is that the policy draws by patterns need not
 * be looked for.
 */
record Asked(Set<String> scanners, Set<Category> categories) {

    static Asked of(Policy policy) {
        Asked asked = new Asked(new TreeSet<>(policy.scanners().keySet()), new TreeSet<>(Category.KNOWN));
        for (Rule rule : policy.rules()) {
            asked.add(rule.when(), policy);
        }
        return asked;
    }

    private void add(Condition condition, Policy policy) {
        if (condition instanceof Condition.All all) {
            all.conditions().forEach(part -> add(part, policy));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(part -> add(part, policy));
        } else if (condition instanceof FindingExists finding) {
            add(finding.filter().scanners(), finding.filter().categories());
        } else if (condition instanceof NotCovered gap) {
            add(gap.scanners(), gap.categories());
        } else if (condition instanceof TopicTouched topic) {
            topic.topics().stream()
                    .filter(each -> !policy.topics().containsKey(each))
                    .map(Category::ofTopic)
                    .forEach(categories::add);
        }
    }

    private void add(Collection<String> moreScanners, Collection<Category> moreCategories) {
        scanners.addAll(moreScanners);
        categories.addAll(moreCategories);
    }
}
