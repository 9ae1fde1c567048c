package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import io.imprimatur.risk.RiskBound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on what was found, on risk, on confidence and on gaps in coverage. More of these can only make it true,
 * never false, and it cannot be negated.
 */
public sealed interface EvidenceCondition extends Condition {

    /**
     * There is one finding that meets all of these. An empty list and an absent bound ask nothing. Where no finding meets
     * them, the condition is unknown if a scanner that could have found one has a gap there, or if none looked for the
     * category.
     *
     * @param categories it has one of these, ordered
     * @param severity it is at least so bad
     * @param confidence its scanner is at least so sure; unknown where the scanner does not say
     * @param rules its rule matches one of these
     * @param scanners it is from one of these, ordered
     * @param paths it is in a path that matches one of these
     * @param introducedOnly the change brought it, or may have
     */
    record FindingExists(
            List<Category> categories,
            @Nullable Severity severity,
            @Nullable Ratio confidence,
            List<Glob> rules,
            List<String> scanners,
            List<Glob> paths,
            boolean introducedOnly)
            implements EvidenceCondition {

        public FindingExists {
            categories = Preconditions.ordered(categories, "finding.category");
            rules = Preconditions.ordered(rules, "finding.rule");
            scanners = Preconditions.ordered(scanners, "finding.scanner");
            for (String scanner : scanners) {
                Preconditions.id(scanner, "finding.scanner");
            }
            paths = Preconditions.ordered(paths, "finding.paths");
        }

        /** A finding of a category that is at least so bad. */
        public static FindingExists of(Category category, Severity atLeast) {
            return new FindingExists(List.of(category), atLeast, null, List.of(), List.of(), List.of(), false);
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
    }
}
