package io.imprimatur.core.decide;

import io.imprimatur.change.ChangedFile;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of which files are about a topic.
 *
 * @param drawn the policy's patterns; absent where it has none for the topic
 * @param saying the findings that say so
 * @param missing what might hide such a finding
 */
record TopicEvidence(@Nullable List<Glob> drawn, ByFile<Finding> saying, ByFile<Missing> missing) {

    static TopicEvidence of(String topic, Situation situation) {
        Category category = Category.ofTopic(topic);
        List<Finding> saying = new ArrayList<>();
        for (Finding finding : situation.findings()) {
            if (finding.category().equals(category)) {
                saying.add(finding);
            }
        }
        return new TopicEvidence(
                situation.policy().topics().get(topic),
                ByFile.of(saying, Finding::location),
                ByFile.of(Missing.ofTopic(topic, situation), Missing::location));
    }

    /** Whether the policy's patterns say so of a file. */
    boolean isDrawn(ChangedFile file) {
        return drawn != null && Globs.touch(drawn, file);
    }

    /** Whether a file is about the topic. */
    Truth isAbout(ChangedFile file) {
        if (isDrawn(file) || !saying.concerning(file).isEmpty()) {
            return Truth.TRUE;
        }
        return missing.concerning(file).isEmpty() ? Truth.FALSE : Truth.UNKNOWN;
    }
}
