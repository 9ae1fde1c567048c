package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import io.imprimatur.risk.RiskBound;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A condition on what was found, on risk, on confidence, on what the code is about, on freezes, and on gaps in coverage
 * and in what is recorded. More of these can only make it true, never false, and it cannot be negated.
 */
public sealed interface EvidenceCondition extends Condition {

    /**
     * There are so many findings that each meet the filter. Where there are fewer, the condition is unknown if a scanner
     * that could have found more has a gap there, or if none looked for the category.
     *
     * @param filter which findings
     * @param least how many, at least 1
     */
    record FindingExists(FindingFilter filter, int least) implements EvidenceCondition {
        public FindingExists {
            Preconditions.notNull(filter, "finding");
            Preconditions.check(
                    least >= 1 && least <= MAX_COUNT, "finding.count", least, "must be from 1 to " + MAX_COUNT);
        }

        /** There is one such finding. */
        public static FindingExists of(FindingFilter filter) {
            return new FindingExists(filter, 1);
        }

        /** There is a finding of a category that is at least so bad. */
        public static FindingExists of(Category category, Severity atLeast) {
            return of(FindingFilter.of(category, atLeast));
        }
    }

    /** The most findings that a condition can ask for. */
    int MAX_COUNT = 1_000_000;

    /**
     * The change touches code that is about something: a file that the policy's patterns for the topic match, or of which a
     * scanner says so by a finding of the category {@code topic/<id>}. Unknown where a scanner that says so has a gap, or
     * where neither a pattern nor a scanner could tell.
     *
     * @param topics identifiers, for example {@code authentication}; at least one, ordered
     * @param paths only files in paths that match one of these count; none means all
     * @param ai only files count of whose added lines a model wrote at least this share; absent where that is not asked
     */
    record TopicTouched(
            List<String> topics, List<Glob> paths, @Nullable Ratio ai) implements EvidenceCondition {
        public TopicTouched {
            topics = Preconditions.ordered(topics, "topic");
            Preconditions.check(!topics.isEmpty(), "topic", "none", "must have at least one");
            for (String topic : topics) {
                Preconditions.id(topic, "topic");
            }
            paths = Preconditions.ordered(paths, "topic.paths");
        }
    }

    /** The risk is at least this. Unknown where only a part of the range that is known is. */
    record RiskAtLeast(RiskBound bound) implements EvidenceCondition {
        public RiskAtLeast {
            Preconditions.notNull(bound, "risk");
        }
    }

    /**
     * A generation's confidence is below this. Unknown where a model may have taken part whose confidence is not known.
     */
    record AiConfidenceBelow(Ratio bound) implements EvidenceCondition {
        public AiConfidenceBelow {
            Preconditions.notNull(bound, "ai.confidence");
        }
    }

    /**
     * Something was not covered: a scanner among these is not there or has a gap, a category among these was looked for
     * by none or has a gap. With neither, any gap of any scanner.
     *
     * @param scanners the scanners that must have covered everything, ordered
     * @param categories the categories that must have been covered, ordered
     * @param paths only gaps that concern a changed path which matches one of these count; none means all
     */
    record NotCovered(List<String> scanners, List<Category> categories, List<Glob> paths) implements EvidenceCondition {
        public NotCovered {
            scanners = Preconditions.ordered(scanners, "not-covered.scanner");
            for (String scanner : scanners) {
                Preconditions.id(scanner, "not-covered.scanner");
            }
            categories = Preconditions.ordered(categories, "not-covered.category");
            paths = Preconditions.ordered(paths, "not-covered.paths");
        }

        @Override
        public boolean mayBeUnknown() {
            return false;
        }
    }

    /**
     * Something of the provenance is not recorded. Unknown where it is not known whether a model took part.
     *
     * @param records what, at least one, ordered
     */
    record NotRecorded(List<Recording> records) implements EvidenceCondition {
        public NotRecorded {
            records = Preconditions.ordered(records, "not-recorded");
            Preconditions.check(!records.isEmpty(), "not-recorded", "none", "must have at least one");
        }

        @Override
        public boolean mayBeUnknown() {
            return !records.equals(List.of(Recording.DEVELOPER_OF_RECORD));
        }
    }

    /** What {@link NotRecorded} can ask for. */
    enum Recording {
        /** Who wrote each line that the change adds, a person or a model. */
        AUTHORSHIP,
        /** The model of each generation. */
        MODEL,
        /** The tool of each generation. */
        TOOL,
        /** A commitment to the exact prompt of each generation. */
        PROMPT,
        /** Who asked for each generation. */
        REQUESTER,
        /** When each generation took place. */
        TIME,
        /** How sure the model was of each generation. */
        CONFIDENCE,
        /** The person who answers for the change. */
        DEVELOPER_OF_RECORD;

        /** As it stands in a policy, for example {@code developer-of-record}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A freeze is in force at the time of the assessment. Unknown where the assessment has no time.
     *
     * @param freezes ids of freezes of the policy, at least one, ordered
     */
    record Frozen(List<String> freezes) implements EvidenceCondition {
        public Frozen {
            freezes = Preconditions.ordered(freezes, "freeze");
            Preconditions.check(!freezes.isEmpty(), "freeze", "none", "must have at least one");
            for (String freeze : freezes) {
                Preconditions.id(freeze, "freeze");
            }
        }
    }
}
