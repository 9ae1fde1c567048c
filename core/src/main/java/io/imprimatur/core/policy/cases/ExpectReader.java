package io.imprimatur.core.policy.cases;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.BuiltInRules;
import io.imprimatur.core.policy.file.Nearest;
import io.imprimatur.core.policy.file.ObligationReader;
import io.imprimatur.core.policy.file.Problems;
import io.imprimatur.core.policy.file.RequirementReader;
import io.imprimatur.core.policy.file.Section;
import io.imprimatur.core.policy.file.Values;
import io.imprimatur.core.policy.shape.CaseVocabulary;
import io.imprimatur.decision.Verdict;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a case expects. */
final class ExpectReader {
    private final Problems problems;
    private final Values values;
    private final RequirementReader requirements;
    private final StepReader steps;
    private final Set<String> rules = new LinkedHashSet<>();

    ExpectReader(Problems problems, Values values, Policy policy) {
        this.problems = problems;
        this.values = values;
        requirements = new RequirementReader(problems, values, policy);
        steps = new StepReader(problems, values, policy, this::requirement);
        Stream.concat(policy.rules().stream(), BuiltInRules.ALL.stream())
                .map(Rule::id)
                .forEach(rules::add);
    }

    /** What comes of one with a problem is not to be used. */
    @Nullable
    Expectation read(Node node) {
        Section section = Section.of(node, CaseVocabulary.EXPECT, problems);
        if (section == null) {
            return null;
        }
        Node verdict = section.get("verdict");
        return new Expectation(
                verdict == null ? null : values.choice(verdict, Verdict.values(), Verdict.ALLOW),
                values.list(section.get("fires"), this::rule),
                perhapsNone(section.get("fires-only"), this::rule),
                values.list(section.get("fires-not"), this::rule),
                perhapsNone(section.get("requires"), this::requirement),
                perhapsNone(section.get("obliges"), this::obligation),
                values.list(section.get("unblock"), steps::way),
                perhapsNone(section.get("unblock-only"), steps::way));
    }

    /** A list that may say that there is none. */
    private <T> @Nullable List<T> perhapsNone(@Nullable Node node, Function<Node, @Nullable T> item) {
        boolean none =
                node instanceof Node.Sequence sequence && sequence.items().isEmpty();
        return node == null ? null : none ? List.of() : values.list(node, item);
    }

    private @Nullable String rule(Node node) {
        String id = values.id(node);
        if (id != null && !rules.contains(id)) {
            problems.refuse(node, "must be a rule of the policy", Nearest.question(id, rules));
            return null;
        }
        return id;
    }

    private @Nullable Requirement requirement(Node node) {
        if (node instanceof Node.Text text) {
            if (text.value().equals("anyone")) {
                return Requirement.ANYONE;
            }
            problems.refuse(node, "must be anyone, or a mapping", "write for example { by: security, approvals: 2 }");
            return null;
        }
        return requirements.read(node);
    }

    private @Nullable Obligation obligation(Node node) {
        return ObligationReader.read(node, problems);
    }
}
