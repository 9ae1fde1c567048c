package io.imprimatur.core.policy.lint;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.policy.lint.Remark.Kind;
import io.imprimatur.error.Position;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Patterns that add nothing to others of their list, or that match no file there is. */
final class GlobRemarks {
    private GlobRemarks() {}

    static List<Remark> duplicates(Policy policy, Effort effort) {
        GlobCover cover = new GlobCover(effort);
        List<Remark> remarks = new ArrayList<>();
        String remedy = "take it out, or correct it";
        for (Rule rule : policy.rules()) {
            for (List<Glob> globs : GlobLists.of(rule.when()).all()) {
                for (String words : duplicates(globs, cover)) {
                    remarks.add(new Remark(Kind.DUPLICATE_GLOB, rule.id(), rule.position(), words, remedy));
                }
            }
        }
        policy.topics().forEach((topic, globs) -> {
            for (String words : duplicates(globs, cover)) {
                String place = "in topic " + topic + ", " + words;
                remarks.add(new Remark(Kind.DUPLICATE_GLOB, null, Position.NONE, place, remedy));
            }
        });
        return remarks;
    }

    private static List<String> duplicates(List<Glob> globs, GlobCover cover) {
        List<String> words = new ArrayList<>();
        List<Glob> staying = new ArrayList<>(globs);
        for (int i = globs.size() - 1; i >= 0 && cover.mayGoOn(); i--) {
            Glob glob = globs.get(i);
            staying.stream()
                    .filter(other -> !other.equals(glob) && cover.covers(other, glob))
                    .findFirst()
                    .ifPresent(other -> {
                        staying.remove(glob);
                        words.add(0, glob + " matches nothing that " + other + " does not match");
                    });
        }
        return words;
    }

    static List<Remark> withoutMatch(Policy policy, Collection<RepoPath> paths, Effort effort) {
        Map<Glob, Boolean> known = new HashMap<>();
        List<Remark> remarks = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            List<Glob> globs = GlobLists.of(rule.when()).paths().stream()
                    .flatMap(List::stream)
                    .toList();
            String none = withoutMatch(globs, paths, known, effort);
            if (!none.isEmpty()) {
                remarks.add(withoutMatch(rule.id(), rule.position(), "no file matches " + none));
            }
        }
        policy.topics().forEach((topic, globs) -> {
            String none = withoutMatch(globs, paths, known, effort);
            if (!none.isEmpty()) {
                remarks.add(withoutMatch(null, Position.NONE, "for topic " + topic + ", no file matches " + none));
            }
        });
        return remarks;
    }

    private static Remark withoutMatch(@Nullable String rule, Position position, String words) {
        return new Remark(
                Kind.GLOB_MATCHES_NOTHING,
                rule,
                position,
                words,
                "correct what is misspelled; leave what is meant for files to come");
    }

    /** The patterns that match none of the paths, in words. */
    private static String withoutMatch(
            List<Glob> globs, Collection<RepoPath> paths, Map<Glob, Boolean> known, Effort effort) {
        return globs.stream()
                .distinct()
                .filter(glob -> !known.computeIfAbsent(glob, each -> matchesOne(each, paths, effort)))
                .map(Glob::pattern)
                .collect(Collectors.joining(", "));
    }

    private static boolean matchesOne(Glob glob, Collection<RepoPath> paths, Effort effort) {
        // Where nothing is left to look with, nothing is said against the pattern.
        return paths.stream().anyMatch(path -> !effort.spend(1) || glob.matches(path.text()));
    }
}
