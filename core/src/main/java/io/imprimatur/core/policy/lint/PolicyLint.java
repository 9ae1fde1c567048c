package io.imprimatur.core.policy.lint;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.policy.file.ConditionTree;
import io.imprimatur.core.policy.lint.Remark.Kind;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Position;
import io.imprimatur.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what the author of a policy will hardly have meant. A rule that is said never to hold never holds, and without a
 * rule that is said to be covered every decision has the same verdict and asks for the same. Not everything that is so is
 * found. Described in {@code samples/docs/policy-lint.md}. Pure and thread-safe.
 *
 * <p>Remarks come in the order of the rules; after them those that are about no rule.
 *
 * <p>Every method throws an {@link ImprimaturException} with {@link ErrorCode#INVALID_POLICY} where a condition is nested
 * deeper than a file may nest it.
 */
public final class PolicyLint {
    private PolicyLint() {}

    /** What is to be said of a policy by itself. */
    public static List<Remark> of(Policy policy) {
        checkDepth(policy);
        Effort effort = new Effort();
        List<Remark> remarks = new ArrayList<>(RuleRemarks.of(policy.rules(), effort));
        remarks.addAll(GlobRemarks.duplicates(policy, effort));
        remarks.addAll(NameRemarks.of(policy));
        remarks.addAll(DeclarationRemarks.of(policy));
        return ordered(remarks, policy, effort);
    }

    /** What is to be said of it at a time: freezes that are over. */
    public static List<Remark> at(Policy policy, Instant time) {
        return DeclarationRemarks.over(policy, time);
    }

    /** What is to be said of it for a repository with these files: patterns for paths that match none of them. */
    public static List<Remark> in(Policy policy, Collection<RepoPath> paths) {
        checkDepth(policy);
        Effort effort = new Effort();
        return ordered(GlobRemarks.withoutMatch(policy, paths, effort), policy, effort);
    }

    /** What is to be said of it for a gate with these scanners, by their ids: others that are nearly the same. */
    public static List<Remark> with(Policy policy, Collection<String> scanners) {
        checkDepth(policy);
        return NameRemarks.ofScanners(policy, scanners);
    }

    private static void checkDepth(Policy policy) {
        policy.rules().forEach(rule -> ConditionTree.of(rule.when()));
    }

    private static List<Remark> ordered(List<Remark> remarks, Policy policy, Effort effort) {
        Map<String, Integer> places = new HashMap<>();
        policy.rules().forEach(rule -> places.put(rule.id(), places.size()));
        List<Remark> ordered = new ArrayList<>(remarks);
        // A stable sort: what is said of one rule, or of none, stays in the order of its finding.
        ordered.sort(Comparator.comparing(remark -> places.getOrDefault(remark.rule(), places.size())));
        if (effort.isSpent()) {
            ordered.add(new Remark(
                    Kind.NOT_COMPARED,
                    null,
                    Position.NONE,
                    "the policy is too large to compare everything in it with everything else: there may be more to say",
                    "split it"));
        }
        return List.copyOf(ordered);
    }
}
