package io.imprimatur.core.policy.lint;

import io.imprimatur.finding.Category;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.GenerationPattern;
import io.imprimatur.policy.Glob;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether a filter lets through all that another lets through. */
final class Filters {
    private static final Glob EVERYTHING = new Glob("**");

    private final GlobCover globs;

    Filters(GlobCover globs) {
        this.globs = globs;
    }

    boolean covers(FileFilter wide, FileFilter narrow) {
        return wide.equals(narrow)
                || (globs.covers(wide.paths(), narrow.paths())
                        // What is left out of the wide one has to be left out of the narrow one too.
                        && wide.outside().stream()
                                .allMatch(left -> !narrow.outside().isEmpty() && globs.covers(narrow.outside(), left))
                        && coversValues(wide.kinds(), narrow.kinds())
                        && coversValues(wide.statuses(), narrow.statuses()));
    }

    /** Whether a filter lets no file through: it leaves out all that it takes in. */
    boolean isEmpty(FileFilter filter) {
        List<Glob> taken = filter.paths().isEmpty() ? List.of(EVERYTHING) : filter.paths();
        return !filter.outside().isEmpty() && globs.covers(filter.outside(), taken);
    }

    boolean covers(FindingFilter wide, FindingFilter narrow) {
        return wide.equals(narrow)
                || (coversSeverity(wide, narrow)
                        && (wide.confidence() == null || isAtLeast(narrow.confidence(), wide.confidence()))
                        && globs.covers(wide.rules(), narrow.rules())
                        && coversWhoLooks(wide.scanners(), narrow.scanners(), wide.categories(), narrow.categories())
                        && globs.covers(wide.paths(), narrow.paths())
                        && (!wide.introducedOnly() || narrow.introducedOnly())
                        && coversValues(wide.cwe(), narrow.cwe())
                        && globs.covers(wide.cve(), narrow.cve())
                        && globs.covers(wide.packages(), narrow.packages())
                        && (wide.license() == null || wide.license().equals(narrow.license()))
                        && (wide.fixable() == null || wide.fixable().equals(narrow.fixable())));
    }

    /**
     * Whether what was not looked at for the narrow one was not looked at for the wide one either. "Any scanner" and "any
     * category" are satisfied by whoever is there, so they do not take in a certain one that is not.
     */
    boolean coversWhoLooks(
            List<String> wideScanners,
            List<String> narrowScanners,
            List<Category> wideCategories,
            List<Category> narrowCategories) {
        boolean namesScanners = !narrowScanners.isEmpty();
        boolean scanners = namesScanners ? wideScanners.containsAll(narrowScanners) : wideScanners.isEmpty();
        boolean anyCategory = wideCategories.isEmpty() && namesScanners;
        boolean categories = narrowCategories.isEmpty()
                ? wideCategories.isEmpty()
                : wideCategories.containsAll(narrowCategories)
                        || (anyCategory && narrowCategories.stream().noneMatch(Category::isTopic));
        return scanners && categories;
    }

    boolean covers(GenerationPattern wide, GenerationPattern narrow) {
        return covers(GenerationPattern::model, wide, narrow)
                && covers(GenerationPattern::version, wide, narrow)
                && covers(GenerationPattern::provider, wide, narrow)
                && covers(GenerationPattern::region, wide, narrow)
                && covers(GenerationPattern::tool, wide, narrow);
    }

    private boolean covers(
            Function<GenerationPattern, @Nullable Glob> part, GenerationPattern wide, GenerationPattern narrow) {
        Glob asked = part.apply(wide);
        Glob given = part.apply(narrow);
        return asked == null || (given != null && globs.covers(asked, given));
    }

    private static boolean coversSeverity(FindingFilter wide, FindingFilter narrow) {
        return wide.severity() == null || isAtLeast(narrow.severity(), wide.severity());
    }

    static <T extends Comparable<? super T>> boolean isAtLeast(@Nullable T value, T bound) {
        return value != null && value.compareTo(bound) >= 0;
    }

    /** For lists of which one value must be met, where an empty one asks nothing. */
    private static <T> boolean coversValues(List<T> wide, List<T> narrow) {
        return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
    }
}
