package io.imprimatur.core.decide;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Location;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.Glob;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import java.util.List;

/** What the code that a change touches is about: by the policy's patterns, and by what scanners say. */
final class Topics {
    private Topics() {}

    static Truth truth(TopicTouched condition, Situation situation) {
        return situation.touching(condition.paths()).stream()
                .map(file -> truth(condition, file, situation))
                .reduce(Truth.FALSE, Truth::or);
    }

    /** Whether one file is such as the condition asks for. */
    static Truth truth(TopicTouched condition, ChangedFile file, Situation situation) {
        Truth about = isAbout(condition, file, situation);
        return about == Truth.FALSE ? about : about.and(isGenerated(condition, file, situation));
    }

    /** Whether a file is about one of the topics. */
    static Truth isAbout(TopicTouched condition, ChangedFile file, Situation situation) {
        return condition.topics().stream()
                .map(topic -> isAbout(topic, file, situation))
                .reduce(Truth.FALSE, Truth::or);
    }

    /** Whether a model wrote as much of a file as the condition asks. */
    static Truth isGenerated(TopicTouched condition, ChangedFile file, Situation situation) {
        Ratio least = condition.ai();
        if (least == null) {
            return Truth.TRUE;
        }
        return situation
                .aiShare(file)
                .map(range -> Comparison.AT_LEAST.holds(range.low(), range.high(), least))
                .orElse(Truth.FALSE);
    }

    private static Truth isAbout(String topic, ChangedFile file, Situation situation) {
        Category category = Category.ofTopic(topic);
        boolean said = situation.findings().stream().anyMatch(finding -> says(finding, category, file));
        if (said || isDrawn(topic, file, situation)) {
            return Truth.TRUE;
        }
        boolean asked = situation.policy().topics().containsKey(topic)
                || situation.assessment().reports().stream().anyMatch(r -> looksFor(category, r));
        return asked && !mayBeHidden(category, file, situation) ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Whether the policy's patterns say that a file is about one of the topics. */
    static boolean isDrawn(TopicTouched condition, ChangedFile file, Situation situation) {
        return condition.topics().stream().anyMatch(topic -> isDrawn(topic, file, situation));
    }

    private static boolean isDrawn(String topic, ChangedFile file, Situation situation) {
        List<Glob> globs = situation.policy().topics().get(topic);
        return globs != null && Globs.touch(globs, file);
    }

    /** Whether a finding says that a file is about one of the topics. */
    static boolean says(Finding finding, TopicTouched condition, ChangedFile file) {
        return condition.topics().stream().anyMatch(topic -> says(finding, Category.ofTopic(topic), file));
    }

    private static boolean says(Finding finding, Category category, ChangedFile file) {
        Location location = finding.location();
        return finding.category().equals(category) && (location == null || isOf(file, location.path()));
    }

    private static boolean isOf(ChangedFile file, RepoPath path) {
        return path.equals(file.path()) || file.movedFrom().filter(path::equals).isPresent();
    }

    private static boolean looksFor(Category category, ScanReport report) {
        return report.scanner().categories().contains(category);
    }

    private static boolean mayBeHidden(Category category, ChangedFile file, Situation situation) {
        return situation.assessment().reports().stream()
                .filter(report -> looksFor(category, report))
                .flatMap(report -> report.coverage().gaps().stream())
                .anyMatch(gap -> concerns(gap, category, file));
    }

    private static boolean concerns(Gap gap, Category category, ChangedFile file) {
        RepoPath path = gap.path();
        return (gap.category() == null || category.equals(gap.category())) && (path == null || isOf(file, path));
    }
}
