package io.imprimatur.snyk;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.intake.CleanText;
import io.imprimatur.core.intake.JsonLimits;
import io.imprimatur.core.intake.JsonStream;
import io.imprimatur.core.intake.ReportSource;
import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import io.imprimatur.scan.Gap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many files of which language {@code snyk code test} looked into, as its report says in
 * {@code runs[].properties.coverage}. It counts files and names none.
 *
 * @param counts none where the report does not say
 */
record CodeCoverage(List<Count> counts) {
    private static final int MOST = 1_000;
    private static final int LONGEST = 100;

    /** What findings in code can be. */
    private static final List<Category> CATEGORIES = List.of(Category.VULNERABILITY, Category.SECRET);

    /**
     * One entry.
     *
     * @param language as the report calls it
     * @param type why they are not supported where they are not: {@code FAILED_PARSING} is known; empty in older versions
     */
    record Count(String language, int files, boolean supported, String type) {}

    CodeCoverage {
        counts = Preconditions.copy(counts, "counts");
    }

    /**
     * Reads what a report says.
     *
     * @throws io.imprimatur.error.ImprimaturException as {@link SnykReader#read}
     */
    static CodeCoverage read(ReportSource source, JsonLimits limits) {
        List<Count> counts = new ArrayList<>();
        JsonStream.read(
                source,
                limits,
                json -> member(
                        json,
                        "runs",
                        () -> Values.array(
                                json,
                                () -> member(
                                        json,
                                        "properties",
                                        () -> member(
                                                json,
                                                "coverage",
                                                () -> Values.array(json, () -> {
                                                    Count count = count(json);
                                                    if (counts.size() < MOST) {
                                                        counts.add(count);
                                                    }
                                                }))))));
        return new CodeCoverage(counts);
    }

    private static void member(JsonStream json, String name, Runnable value) {
        Values.object(json, key -> {
            if (key.equals(name)) {
                value.run();
            }
        });
    }

    private static Count count(JsonStream json) {
        String[] texts = {"", ""};
        int[] files = new int[1];
        boolean[] supported = new boolean[1];
        Values.object(json, key -> {
            switch (key) {
                case "lang" -> texts[0] = orEmpty(Values.text(json, LONGEST));
                case "type" -> texts[1] = orEmpty(Values.text(json, LONGEST));
                case "files" -> files[0] = Math.max(0, Values.whole(json));
                case "isSupported" -> supported[0] = Boolean.TRUE.equals(Values.flag(json));
                default -> {}
            }
        });
        return new Count(texts[0], files[0], supported[0], texts[1]);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What the report itself says that it did not look into. */
    List<Gap> notAnalysed() {
        return counts.stream()
                .filter(count -> !count.supported() && count.files() > 0)
                .flatMap(count -> gaps(
                        count.type().equals("FAILED_PARSING") ? Gap.Cause.FAILED : Gap.Cause.UNSUPPORTED,
                        "Snyk Code could not "
                                + (count.type().equals("FAILED_PARSING") ? "parse " : "analyse ")
                                + files(count.files()) + " in " + CleanText.of(count.language(), LONGEST)))
                .toList();
    }

    /**
     * What was laid out in a language that Snyk Code looks into, and is in none of its counts. One that it names otherwise than
     * is known here counts as not looked into.
     */
    List<Gap> missing(Collection<RepoPath> files) {
        Map<CodeLanguage, Integer> asked = new EnumMap<>(CodeLanguage.class);
        files.forEach(
                path -> CodeLanguage.ofFile(path.name()).ifPresent(language -> asked.merge(language, 1, Integer::sum)));
        Map<CodeLanguage, Integer> told = new EnumMap<>(CodeLanguage.class);
        counts.forEach(count -> CodeLanguage.ofReport(count.language())
                .ifPresent(language -> told.merge(language, count.files(), (one, other) ->
                        (int) Math.min(Integer.MAX_VALUE, (long) one + other))));
        return asked.entrySet().stream()
                .filter(entry -> told.getOrDefault(entry.getKey(), 0) < entry.getValue())
                .flatMap(entry -> gaps(
                        Gap.Cause.SKIPPED,
                        "Snyk Code tells of " + told.getOrDefault(entry.getKey(), 0) + " of " + files(entry.getValue())
                                + " in " + entry.getKey().words() + ", and not which"))
                .toList();
    }

    private static Stream<Gap> gaps(Gap.Cause cause, String detail) {
        return CATEGORIES.stream().map(category -> new Gap(cause, null, category, detail));
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }
}
