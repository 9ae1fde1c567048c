package io.imprimatur.core.decide;

import io.imprimatur.change.RepoPath;
import io.imprimatur.decision.Step;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Location;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that was not looked at, as far as a condition asks for it.
 *
 * @param fact what is missing, in words
 * @param source which scanner has the gap, or who asks for one that is not there
 * @param location where, if it is one file
 * @param remedy what would make it complete
 */
record Missing(String fact, String source, @Nullable Location location, Step remedy) {

    /** What might hide a finding that the condition asks for. */
    static List<Missing> of(FindingFilter wanted, Situation situation) {
        if (wanted.introducedOnly()
                && situation.change().files().isEmpty()
                && situation.unsure().isEmpty()) {
            return List.of();
        }
        List<Missing> all = of(wanted.scanners(), wanted.categories(), wanted.paths(), situation);
        if (wanted.introducedOnly() && !situation.touches(wanted.paths()) && !situation.mayTouch(wanted.paths())) {
            // What the change brought can only be in a file that it touches, but a scanner need not say in which.
            all.removeIf(each -> each.location() != null);
        }
        return all;
    }

    /** What might hide that a file is about a topic. */
    static List<Missing> ofTopic(String topic, Situation situation) {
        List<Missing> all = of(List.of(), List.of(Category.ofTopic(topic)), List.of(), situation);
        // Where the policy says by patterns what is about it, no scanner need say so too.
        if (situation.policy().topics().containsKey(topic)) {
            all.removeIf(each -> each.remedy() instanceof Step.AddScanner);
        }
        return all;
    }

    /** What was not covered of what the condition asks for. */
    static List<Missing> of(NotCovered condition, Situation situation) {
        if (!condition.paths().isEmpty()
                && !situation.touches(condition.paths())
                && !situation.mayTouch(condition.paths())) {
            return List.of();
        }
        List<String> scanners = condition.scanners();
        List<Category> categories = condition.categories();
        if (scanners.isEmpty() || categories.isEmpty()) {
            return of(scanners, categories, condition.paths(), situation);
        }
        // Scanners and categories are asked for each by themselves.
        Set<Missing> missing = new LinkedHashSet<>(of(scanners, List.of(), condition.paths(), situation));
        missing.addAll(of(List.of(), categories, condition.paths(), situation));
        return List.copyOf(missing);
    }

    private static List<Missing> of(
            List<String> scanners, List<Category> categories, List<Glob> paths, Situation situation) {
        List<Missing> missing = new ArrayList<>();
        List<ScanReport> reports = new ArrayList<>();
        Set<String> present = new HashSet<>();
        Set<Category> covered = new TreeSet<>();
        for (ScanReport report : situation.assessment().reports()) {
            if (scanners.isEmpty() || scanners.contains(report.scanner().id())) {
                reports.add(report);
                present.add(report.scanner().id());
                covered.addAll(report.scanner().categories());
            }
        }
        for (String scanner : scanners) {
            if (!present.contains(scanner)) {
                missing.add(absent(new Step.AddScanner(scanner, null), "scanner " + scanner + " did not run"));
            }
        }
        for (Category category : categories) {
            // A scanner that was asked for by name has its own categories; nobody else need look for this one.
            if (scanners.isEmpty() && !covered.contains(category)) {
                missing.add(absent(new Step.AddScanner(null, category), "no scanner looked for " + category));
            }
        }
        if (scanners.isEmpty() && categories.isEmpty() && reports.stream().allMatch(Missing::isOfTopicsAlone)) {
            missing.add(absent(new Step.AddScanner(null, null), "no scanner ran"));
        }
        for (ScanReport report : reports) {
            for (Gap gap : report.coverage().gaps()) {
                if (concerns(gap, report, categories) && isIn(paths, gap.path(), situation)) {
                    missing.add(gap(report.scanner().id(), gap));
                }
            }
        }
        return missing;
    }

    /** A path that nobody could read may be a folder. */
    private static boolean isIn(List<Glob> paths, @Nullable RepoPath path, Situation situation) {
        return path == null
                || Globs.match(paths, path)
                || (situation.unsure().contains(path) && Globs.mayMatch(paths, path));
    }

    private static boolean concerns(Gap gap, ScanReport report, List<Category> categories) {
        Category category = gap.category();
        if (categories.isEmpty()) {
            // What code is about is no fault: where none but that was not looked for, no finding can be missing.
            return category == null ? !isOfTopicsAlone(report) : !category.isTopic();
        }
        return category == null
                ? report.scanner().categories().stream().anyMatch(categories::contains)
                : categories.contains(category);
    }

    private static boolean isOfTopicsAlone(ScanReport report) {
        return report.scanner().categories().stream().allMatch(Category::isTopic);
    }

    private static Missing absent(Step.AddScanner remedy, String fact) {
        return new Missing(fact, "gate", null, remedy);
    }

    private static Missing gap(String scanner, Gap gap) {
        RepoPath path = gap.path();
        String what = gap.category() == null ? "" : " for " + gap.category();
        return new Missing(
                "not covered" + what + ": " + gap.detail(),
                scanner,
                path == null ? null : Location.of(path),
                new Step.CloseGap(scanner, gap));
    }
}
