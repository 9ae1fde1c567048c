package io.imprimatur.core.decide;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;

/** What the code that a change touches is about: by the policy's patterns, and by what scanners say. */
final class Topics {
    private Topics() {}

    static Truth truth(TopicTouched condition, Situation situation) {
        // What a file is about that nobody could read, nobody knows.
        Truth truth = situation.mayTouch(condition.paths()) ? Truth.UNKNOWN : Truth.FALSE;
        for (ChangedFile file : situation.touching(condition.paths())) {
            truth = truth.or(truth(condition, file, situation));
        }
        return truth;
    }

    /** Whether one file is such as the condition asks for. */
    static Truth truth(TopicTouched condition, ChangedFile file, Situation situation) {
        Truth about = isAbout(condition, file, situation);
        return about == Truth.FALSE ? about : about.and(isGenerated(condition, file, situation));
    }

    /** Whether a file is about one of the topics. */
    private static Truth isAbout(TopicTouched condition, ChangedFile file, Situation situation) {
        Truth about = Truth.FALSE;
        for (String topic : condition.topics()) {
            about = about.or(situation.topic(topic).isAbout(file));
        }
        return about;
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

    /** Whether the policy's patterns say that a file is about one of the topics. */
    static boolean isDrawn(TopicTouched condition, ChangedFile file, Situation situation) {
        for (String topic : condition.topics()) {
            if (situation.topic(topic).isDrawn(file)) {
                return true;
            }
        }
        return false;
    }
}
