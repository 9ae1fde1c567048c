package io.imprimatur.core.decide;

import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.Frozen;
import io.imprimatur.policy.EvidenceCondition.NotRecorded;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.GenerationPattern;
import io.imprimatur.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a policy asks for at all: what it does not ask for need not be completed in more than one way. */
record Asked(List<Condition> leaves) {

    static Asked by(Policy policy) {
        List<Condition> leaves = new ArrayList<>();
        policy.rules().forEach(rule -> collect(rule.when(), leaves));
        return new Asked(leaves);
    }

    private static void collect(Condition condition, List<Condition> leaves) {
        if (condition instanceof Condition.All all) {
            all.conditions().forEach(part -> collect(part, leaves));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(part -> collect(part, leaves));
        } else if (condition instanceof Condition.Not not) {
            leaves.add(not.condition());
        } else {
            leaves.add(condition);
        }
    }

    private <T> Stream<T> all(Class<T> kind) {
        return leaves.stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean any(Class<?> kind) {
        return all(kind).findAny().isPresent();
    }

    boolean target() {
        return any(Target.class);
    }

    boolean time() {
        return any(Frozen.class);
    }

    boolean fact(String name) {
        return all(EmbedderFact.class).anyMatch(fact -> fact.name().equals(name));
    }

    boolean risk() {
        return any(RiskAtLeast.class);
    }

    boolean topics() {
        return any(TopicTouched.class);
    }

    boolean generations() {
        return confidences() || recordings() || any(Generated.class);
    }

    boolean authors() {
        return generations() || any(AiShare.class) || all(TopicTouched.class).anyMatch(topic -> topic.ai() != null);
    }

    boolean lines() {
        return authors() || any(Size.class);
    }

    boolean recordings() {
        return any(NotRecorded.class);
    }

    boolean confidences() {
        return risk() || any(AiConfidenceBelow.class);
    }

    boolean generations(Function<GenerationPattern, Object> part) {
        return all(Generated.class)
                .flatMap(generated -> generated.patterns().stream())
                .anyMatch(pattern -> part.apply(pattern) != null);
    }

    boolean findings(Predicate<FindingFilter> asks) {
        return all(FindingExists.class).map(FindingExists::filter).anyMatch(asks);
    }

    boolean count() {
        return risk() || all(FindingExists.class).anyMatch(wanted -> wanted.least() > 1);
    }

    /** Whether it asks for findings of any scanner at all: of those that ran, that is. */
    boolean anyScanner() {
        return risk()
                || findings(filter ->
                        filter.scanners().isEmpty() && filter.categories().isEmpty());
    }
}
