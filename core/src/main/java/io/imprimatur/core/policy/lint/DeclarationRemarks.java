package io.imprimatur.core.policy.lint;

import io.imprimatur.core.policy.lint.Remark.Kind;
import io.imprimatur.error.Position;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition.Frozen;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Role;
import io.imprimatur.policy.Rule;
import io.imprimatur.policy.TimeWindow;
import io.imprimatur.policy.WaiverTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is declared and not used, used and not declared, or over. */
final class DeclarationRemarks {
    private DeclarationRemarks() {}

    static List<Remark> of(Policy policy) {
        List<Remark> remarks = new ArrayList<>();
        Set<String> roles = new TreeSet<>();
        Set<String> topics = new TreeSet<>();
        Set<String> freezes = new TreeSet<>();
        for (Rule rule : policy.rules()) {
            if (rule.then() instanceof Effect.Review review) {
                roles.addAll(review.requirement().excluding());
                Optional.ofNullable(review.requirement().role()).ifPresent(roles::add);
            }
            Set<String> asked = new TreeSet<>();
            collect(rule.when(), asked, freezes);
            topics.addAll(asked);
            asked.removeAll(policy.topics().keySet());
            for (String topic : asked) {
                remarks.add(new Remark(
                        Kind.TOPIC_WITHOUT_GLOBS,
                        rule.id(),
                        rule.position(),
                        "the policy has no patterns for topic " + topic
                                + ": where no scanner looks for it, nobody can know, and the rule acts",
                        "write its patterns under topics, or be sure to have such a scanner"));
            }
        }
        Optional.ofNullable(policy.waivers()).map(WaiverTerms::by).ifPresent(roles::add);
        for (Role role : policy.roles()) {
            if (!roles.contains(role.id())) {
                remarks.add(unused(Kind.UNUSED_ROLE, "role", role.id()));
            }
        }
        for (String topic : policy.topics().keySet()) {
            if (!topics.contains(topic)) {
                remarks.add(unused(Kind.UNUSED_TOPIC, "topic", topic));
            }
        }
        for (Freeze freeze : policy.freezes()) {
            if (!freezes.contains(freeze.id())) {
                remarks.add(unused(Kind.UNUSED_FREEZE, "freeze", freeze.id()));
            }
        }
        return remarks;
    }

    private static Remark unused(Kind kind, String what, String id) {
        return new Remark(
                kind, null, Position.NONE, "no rule uses " + what + " " + id, "take it out, or write the rule");
    }

    private static void collect(Condition condition, Set<String> topics, Set<String> freezes) {
        if (condition instanceof Condition.All all) {
            all.conditions().forEach(part -> collect(part, topics, freezes));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(part -> collect(part, topics, freezes));
        } else if (condition instanceof TopicTouched topic) {
            topics.addAll(topic.topics());
        } else if (condition instanceof Frozen frozen) {
            freezes.addAll(frozen.freezes());
        }
    }

    static List<Remark> over(Policy policy, Instant time) {
        List<Remark> remarks = new ArrayList<>();
        for (Freeze freeze : policy.freezes()) {
            end(freeze)
                    .filter(end -> !end.isAfter(time))
                    .ifPresent(end -> remarks.add(new Remark(
                            Kind.FREEZE_OVER,
                            null,
                            Position.NONE,
                            "freeze " + freeze.id() + " ended at " + end + " and will not be in force again",
                            "write its next time, or take it out with the rules that ask for it")));
        }
        return remarks;
    }

    /** When it ends for good; nothing for one that comes back every week. */
    private static Optional<Instant> end(Freeze freeze) {
        return freeze.windows().stream().allMatch(TimeWindow.Span.class::isInstance)
                ? freeze.windows().stream()
                        .map(window -> ((TimeWindow.Span) window).until())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
