package io.imprimatur.snyk;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.CleanText;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import io.imprimatur.scan.Gap;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many files of which language {@code snyk code test} looked into, as its report says. It counts files and names none.
 *
 * @param counts none where the report does not say
 */
record CodeCoverage(List<Count> counts) {
    /** Longer names and types are cut. */
    static final int LONGEST = 100;

    /** What findings in code can be. */
    private static final List<Category> CATEGORIES = List.of(Category.VULNERABILITY, Category.SECRET);

    private static final String UNPARSED = "FAILED_PARSING";

    /**
     * What it says of a language.
     *
     * @param language as the report calls it
     * @param files how many, from 1
     * @param supported whether it looked into them
     * @param type the reason where it did not; {@value CodeCoverage#UNPARSED} is known, and versions before wrote none
     */
    record Count(String language, int files, boolean supported, String type) {}

    CodeCoverage {
        counts = Preconditions.copy(counts, "counts");
    }

    /** What it says itself that it did not look into. */
    List<Gap> notAnalysed() {
        return counts.stream()
                .filter(count -> !count.supported())
                .flatMap(count -> {
                    boolean unparsed = count.type().equals(UNPARSED);
                    return gaps(
                            unparsed ? Gap.Cause.FAILED : Gap.Cause.UNSUPPORTED,
                            "Snyk Code could not " + (unparsed ? "parse " : "analyse ") + files(count.files()) + " in "
                                    + CleanText.of(count.language(), LONGEST));
                })
                .toList();
    }

    /**
     * What was laid out in a language that Snyk Code looks into, and is in none of its counts. What it counts under a name that
     * is not known here is in none.
     */
    List<Gap> missing(Collection<RepoPath> files) {
        Map<CodeLanguage, Long> given = new EnumMap<>(CodeLanguage.class);
        files.forEach(
                path -> CodeLanguage.ofFile(path.name()).ifPresent(language -> given.merge(language, 1L, Long::sum)));
        if (counts.isEmpty() && !given.isEmpty()) {
            return gaps(Gap.Cause.INVALID_ANSWER, "Snyk Code does not say how many files it looked into")
                    .toList();
        }
        Map<CodeLanguage, Long> told = new EnumMap<>(CodeLanguage.class);
        counts.forEach(count -> CodeLanguage.ofReport(count.language())
                .ifPresent(language -> told.merge(language, (long) count.files(), Long::sum)));
        return given.entrySet().stream()
                .flatMap(each -> missing(each.getKey(), told, each.getValue()))
                .toList();
    }

    private static Stream<Gap> missing(CodeLanguage language, Map<CodeLanguage, Long> told, long given) {
        long of = told.getOrDefault(language, 0L);
        return of >= given
                ? Stream.empty()
                : gaps(
                        Gap.Cause.SKIPPED,
                        "Snyk Code tells of " + of + " of " + files(given) + " in " + language.words()
                                + ", and not which");
    }

    private static Stream<Gap> gaps(Gap.Cause cause, String detail) {
        return CATEGORIES.stream().map(category -> new Gap(cause, null, category, detail));
    }

    private static String files(long count) {
        return count == 1 ? "1 file" : count + " files";
    }
}
