package io.imprimatur.core.decide.index;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Category;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * For which filters there may be a finding that nobody saw: a scanner that they name did not run, nobody looked for a
 * category, or whoever did has a gap there.
 */
final class Hidden {
    private final List<FindingFilter> all;
    private final int filters;
    private final Reach reach;
    private final GlobAutomaton paths;
    private final Map<String, long[]> naming = new HashMap<>();
    private final long[] namingNoScanner;
    private final long[] namingNeither;
    private final long[] introducedOnly;

    Hidden(List<FindingFilter> filters, Reach reach, GlobAutomaton paths) {
        this.all = List.copyOf(filters);
        this.filters = filters.size();
        this.reach = reach;
        this.paths = paths;
        for (int i = 0; i < filters.size(); i++) {
            for (String scanner : filters.get(i).scanners()) {
                Bits.set(naming.computeIfAbsent(scanner, any -> Bits.none(filters.size())), i);
            }
        }
        namingNoScanner =
                Bits.where(filters.size(), i -> filters.get(i).scanners().isEmpty());
        namingNeither = Bits.where(
                filters.size(),
                i -> filters.get(i).scanners().isEmpty()
                        && filters.get(i).categories().isEmpty());
        introducedOnly = Bits.where(filters.size(), i -> filters.get(i).introducedOnly());
    }

    long[] of(Assessment assessment) {
        List<ScanReport> reports = assessment.reports();
        long[] hidden = Bits.none(filters);
        long[] hiddenInFiles = Bits.none(filters);
        addAbsentScanners(reports, hidden);
        addAbsentCategories(reports, hidden);
        boolean looked = false;
        List<RepoPath> unsure = assessment.change().unsure();
        for (ScanReport report : reports) {
            for (Category category : report.scanner().categories()) {
                looked |= !category.isTopic();
            }
            for (Gap gap : report.coverage().gaps()) {
                Bits.add(gap.path() == null ? hidden : hiddenInFiles, concerned(gap, report, unsure));
            }
        }
        if (!looked) {
            Bits.add(hidden, namingNeither);
        }
        // What the change brought can only be in a file that it touches, but a scanner need not say in which.
        long[] unreachable = introducedOnly.clone();
        Bits.keep(unreachable, hiddenInFiles);
        if (!Bits.isEmpty(unreachable)) {
            Bits.remove(unreachable, touched(assessment, unsure));
            Bits.remove(hiddenInFiles, unreachable);
        }
        Bits.add(hidden, hiddenInFiles);
        if (assessment.change().files().isEmpty() && unsure.isEmpty()) {
            Bits.remove(hidden, introducedOnly);
        }
        return hidden;
    }

    private void addAbsentScanners(List<ScanReport> reports, long[] hidden) {
        Set<String> present = new HashSet<>();
        for (ScanReport report : reports) {
            present.add(report.scanner().id());
        }
        for (Map.Entry<String, long[]> scanner : naming.entrySet()) {
            if (!present.contains(scanner.getKey())) {
                Bits.add(hidden, scanner.getValue());
            }
        }
    }

    private void addAbsentCategories(List<ScanReport> reports, long[] hidden) {
        Set<Category> covered = new TreeSet<>();
        for (ScanReport report : reports) {
            covered.addAll(report.scanner().categories());
        }
        for (Map.Entry<Category, long[]> category : reach.naming().entrySet()) {
            if (!covered.contains(category.getKey())) {
                // A scanner that was asked for by name has its own categories; nobody else need look for this one.
                long[] asking = category.getValue().clone();
                Bits.keep(asking, namingNoScanner);
                Bits.add(hidden, asking);
            }
        }
    }

    private long[] concerned(Gap gap, ScanReport report, List<RepoPath> unsure) {
        long[] concerned = Bits.none(filters);
        List<Category> categories = gap.category() == null ? report.scanner().categories() : List.of(gap.category());
        for (Category category : categories) {
            Bits.add(concerned, reach.accepting(category));
        }
        long[] asking = namingNoScanner.clone();
        Bits.add(asking, naming.getOrDefault(report.scanner().id(), Bits.none(filters)));
        Bits.keep(concerned, asking);
        RepoPath path = gap.path();
        if (path != null) {
            Bits.keep(concerned, unsure.contains(path) ? maybe(path) : paths.passed(path.text()));
        }
        return concerned;
    }

    /** The filters whose patterns match a path, or may match something below where it is a folder. */
    private long[] maybe(RepoPath path) {
        return Bits.where(
                filters,
                i -> paths(i).isEmpty()
                        || paths(i).stream()
                                .anyMatch(glob -> glob.matches(path.text()) || glob.matchesBelow(path.text())));
    }

    private List<Glob> paths(int filter) {
        return all.get(filter).paths();
    }

    /** The filters whose patterns match a file that the change touches, at base or at head, or may. */
    private long[] touched(Assessment assessment, List<RepoPath> unsure) {
        long[] touched = Bits.none(filters);
        for (RepoPath path : unsure) {
            Bits.add(touched, maybe(path));
        }
        for (ChangedFile file : assessment.change().files()) {
            Bits.add(touched, paths.passed(file.path().text()));
            RepoPath before = file.movedFrom().orElse(null);
            if (before != null) {
                Bits.add(touched, paths.passed(before.text()));
            }
        }
        return touched;
    }
}
