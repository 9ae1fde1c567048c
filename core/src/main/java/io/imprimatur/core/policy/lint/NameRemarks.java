package io.imprimatur.core.policy.lint;

import io.imprimatur.core.policy.file.Nearest;
import io.imprimatur.core.policy.lint.Remark.Kind;
import io.imprimatur.error.Position;
import io.imprimatur.finding.Category;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Names that may be those of an embedder's own, and that are nearly ones which are known: somebody mistyped them. */
final class NameRemarks {
    private static final String BRANCHES = "refs/heads/";

    private NameRemarks() {}

    /** What a condition names. */
    private record Names(Set<String> categories, Set<String> scanners, Set<String> branches) {
        static Names of(Rule rule) {
            Names names = new Names(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
            names.add(rule.when());
            return names;
        }

        private void add(Condition condition) {
            if (condition instanceof Condition.All all) {
                all.conditions().forEach(this::add);
            } else if (condition instanceof Condition.Any any) {
                any.conditions().forEach(this::add);
            } else if (condition instanceof Condition.Not not) {
                add(not.condition());
            } else if (condition instanceof FindingExists finding) {
                add(finding.filter().categories(), finding.filter().scanners());
            } else if (condition instanceof NotCovered gap) {
                add(gap.categories(), gap.scanners());
            } else if (condition instanceof Target target) {
                target.globs().forEach(glob -> branches.add(glob.pattern()));
            }
        }

        private void add(List<Category> moreCategories, List<String> moreScanners) {
            moreCategories.forEach(category -> categories.add(category.id()));
            scanners.addAll(moreScanners);
        }
    }

    static List<Remark> of(Policy policy) {
        List<String> known = Category.KNOWN.stream().map(Category::id).toList();
        List<Remark> remarks = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            Names names = Names.of(rule);
            for (String category : names.categories()) {
                String question = question(category, known);
                if (question != null) {
                    String words = "no category is known as " + category
                            + ": where no scanner has it of its own, nobody can know, and the rule acts";
                    remarks.add(new Remark(Kind.UNKNOWN_CATEGORY, rule.id(), rule.position(), words, question));
                }
            }
            for (String branch : names.branches()) {
                if (branch.startsWith(BRANCHES)) {
                    String words = "a branch is named without " + BRANCHES + ", and none matches " + branch;
                    String remedy = "write " + branch.substring(BRANCHES.length());
                    remarks.add(new Remark(Kind.QUALIFIED_BRANCH, rule.id(), rule.position(), words, remedy));
                }
            }
        }
        return remarks;
    }

    /** Of scanners, where these are there. */
    static List<Remark> ofScanners(Policy policy, Collection<String> there) {
        Set<String> known = new TreeSet<>(there);
        List<Remark> remarks = new ArrayList<>();
        for (String scanner : policy.scanners().keySet()) {
            String question = question(scanner, known);
            if (question != null) {
                String words = "no scanner is known as " + scanner + ", and its section is for nobody";
                remarks.add(new Remark(Kind.UNKNOWN_SCANNER, null, Position.NONE, words, question));
            }
        }
        known.addAll(policy.scanners().keySet());
        for (Rule rule : policy.rules()) {
            for (String scanner : Names.of(rule).scanners()) {
                String question = question(scanner, known);
                if (question != null) {
                    String words = "no scanner is known as " + scanner
                            + ": where it is not there, nobody can know, and the rule acts";
                    remarks.add(new Remark(Kind.UNKNOWN_SCANNER, rule.id(), rule.position(), words, question));
                }
            }
        }
        return remarks;
    }

    private static @Nullable String question(String name, Collection<String> known) {
        return known.contains(name) ? null : Nearest.question(name, known);
    }
}
