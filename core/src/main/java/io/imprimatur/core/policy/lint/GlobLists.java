package io.imprimatur.core.policy.lint;

import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.Glob;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lists of patterns that a condition has.
 *
 * @param paths those for paths of files
 * @param names those for anything else
 */
record GlobLists(List<List<Glob>> paths, List<List<Glob>> names) {

    static GlobLists of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return joined(all.conditions());
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.conditions());
        }
        if (condition instanceof Condition.Not not) {
            return of(not.condition());
        }
        if (condition instanceof Files files) {
            return ofPaths(files.filter());
        }
        if (condition instanceof Size size) {
            return ofPaths(size.files());
        }
        if (condition instanceof AiShare share) {
            return ofPaths(share.files());
        }
        if (condition instanceof TopicTouched topic) {
            return new GlobLists(List.of(topic.paths()), List.of());
        }
        if (condition instanceof NotCovered gap) {
            return new GlobLists(List.of(gap.paths()), List.of());
        }
        if (condition instanceof FindingExists finding) {
            return new GlobLists(
                    List.of(finding.filter().paths()),
                    List.of(
                            finding.filter().rules(),
                            finding.filter().cve(),
                            finding.filter().packages()));
        }
        if (condition instanceof Target target) {
            return new GlobLists(List.of(), List.of(target.globs()));
        }
        return condition instanceof EmbedderFact fact && fact.test() instanceof FactTest.Matches matches
                ? new GlobLists(List.of(), List.of(matches.globs()))
                : new GlobLists(List.of(), List.of());
    }

    /** Every list. */
    List<List<Glob>> all() {
        return Stream.concat(paths.stream(), names.stream()).toList();
    }

    private static GlobLists ofPaths(FileFilter filter) {
        return new GlobLists(List.of(filter.paths(), filter.outside()), List.of());
    }

    private static GlobLists joined(List<Condition> conditions) {
        List<GlobLists> parts = conditions.stream().map(GlobLists::of).toList();
        return new GlobLists(
                parts.stream().flatMap(part -> part.paths.stream()).toList(),
                parts.stream().flatMap(part -> part.names.stream()).toList());
    }
}
