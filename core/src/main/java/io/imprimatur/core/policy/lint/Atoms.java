package io.imprimatur.core.policy.lint;

import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.Frozen;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.NotRecorded;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.GenerationPattern;
import io.imprimatur.policy.Match;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import java.util.List;

/**
 * What one condition without parts says about another.
 *
 * <p>"Implies" means that the other is never further from true, with unknown between false and true: it holds where the
 * first holds, and is not false where the first is unknown. So it may also be asked of rules that act on the unknown.
 */
final class Atoms {
    private final GlobCover globs;
    private final Filters filters;

    Atoms(Effort effort) {
        globs = new GlobCover(effort);
        filters = new Filters(globs);
    }

    /** Whether a condition implies another; neither is negated. */
    boolean implies(Condition a, Condition b) {
        if (a.equals(b)) {
            return true;
        }
        if (b instanceof Files files) {
            return impliesFiles(a, files);
        }
        Quantity quantity = Quantity.of(a);
        Quantity other = quantity == null ? null : Quantity.of(b);
        if (quantity != null && other != null && quantity.isOfTheSame(other)) {
            return quantity.isWithin(other);
        }
        if (a instanceof Size size && b instanceof Size wider) {
            return isMore(size, wider);
        }
        if (a instanceof Target narrow && b instanceof Target wide) {
            return globs.covers(wide.globs(), narrow.globs());
        }
        if (a instanceof Generated narrow && b instanceof Generated wide) {
            return impliesGenerated(narrow, wide);
        }
        if (a instanceof EmbedderFact narrow && b instanceof EmbedderFact wide) {
            return narrow.name().equals(wide.name())
                    && narrow.test() instanceof FactTest.Matches matches
                    && wide.test() instanceof FactTest.Matches wider
                    && globs.covers(wider.globs(), matches.globs());
        }
        return impliesEvidence(a, b);
    }

    /** More of fewer files is more of more files, as long as it is asked that there be many. */
    private boolean isMore(Size narrow, Size wide) {
        Quantity least = Quantity.of(narrow);
        Quantity bound = Quantity.of(wide);
        return least != null
                && bound != null
                && narrow.measure() == wide.measure()
                && bound.most() >= bound.largest()
                && least.least() >= bound.least()
                && filters.covers(wide.files(), narrow.files());
    }

    private boolean impliesFiles(Condition a, Files files) {
        if (a instanceof Files narrow) {
            return filters.covers(files.filter(), narrow.filter());
        }
        if (a instanceof AiShare share) {
            return filters.covers(files.filter(), share.files());
        }
        Quantity quantity = Quantity.of(a);
        return a instanceof Size size
                && quantity != null
                && quantity.least() > 0
                && filters.covers(files.filter(), size.files());
    }

    private boolean impliesGenerated(Generated narrow, Generated wide) {
        if (narrow.match() != wide.match()) {
            return false;
        }
        return narrow.match() == Match.IN
                ? covers(wide.patterns(), narrow.patterns())
                : covers(narrow.patterns(), wide.patterns());
    }

    private boolean covers(List<GenerationPattern> wide, List<GenerationPattern> narrow) {
        return narrow.stream().allMatch(each -> wide.stream().anyMatch(other -> filters.covers(other, each)));
    }

    private boolean impliesEvidence(Condition a, Condition b) {
        if (a instanceof FindingExists narrow && b instanceof FindingExists wide) {
            return narrow.least() >= wide.least() && filters.covers(wide.filter(), narrow.filter());
        }
        if (a instanceof TopicTouched narrow && b instanceof TopicTouched wide) {
            return wide.topics().containsAll(narrow.topics())
                    && globs.covers(wide.paths(), narrow.paths())
                    && (wide.ai() == null || Filters.isAtLeast(narrow.ai(), wide.ai()));
        }
        if (a instanceof RiskAtLeast narrow && b instanceof RiskAtLeast wide) {
            return isAtLeast(narrow.bound(), wide.bound());
        }
        if (a instanceof AiConfidenceBelow narrow && b instanceof AiConfidenceBelow wide) {
            return narrow.bound().compareTo(wide.bound()) <= 0;
        }
        if (a instanceof NotCovered narrow && b instanceof NotCovered wide) {
            return parts(narrow).stream().allMatch(each -> parts(wide).stream().anyMatch(other -> covers(other, each)))
                    && globs.covers(wide.paths(), narrow.paths());
        }
        if (a instanceof NotRecorded narrow && b instanceof NotRecorded wide) {
            return wide.records().containsAll(narrow.records());
        }
        return a instanceof Frozen narrow
                && b instanceof Frozen wide
                && wide.freezes().containsAll(narrow.freezes());
    }

    /** Scanners and categories are asked for each by themselves. */
    private static List<NotCovered> parts(NotCovered gap) {
        return gap.scanners().isEmpty() || gap.categories().isEmpty()
                ? List.of(gap)
                : List.of(
                        new NotCovered(gap.scanners(), List.of(), gap.paths()),
                        new NotCovered(List.of(), gap.categories(), gap.paths()));
    }

    private boolean covers(NotCovered wide, NotCovered narrow) {
        return filters.coversWhoLooks(wide.scanners(), narrow.scanners(), wide.categories(), narrow.categories());
    }

    private static boolean isAtLeast(RiskBound high, RiskBound low) {
        if (high instanceof RiskBound.OfValue a && low instanceof RiskBound.OfValue b) {
            return a.value().compareTo(b.value()) >= 0;
        }
        return high instanceof RiskBound.OfLevel a
                && low instanceof RiskBound.OfLevel b
                && a.level().compareTo(b.level()) >= 0;
    }

    /** Whether two conditions never both hold. */
    boolean exclude(Condition a, Condition b) {
        Quantity quantity = Quantity.of(a);
        Quantity other = quantity == null ? null : Quantity.of(b);
        if (quantity != null && other != null) {
            return quantity.isOfTheSame(other) && quantity.excludes(other);
        }
        if (a instanceof Target one && b instanceof Target two) {
            return one.globs().stream()
                    .allMatch(glob -> two.globs().stream().allMatch(also -> globs.excludes(glob, also)));
        }
        return areOpposite(a, b);
    }

    /** Whether one of two conditions is never false where the other is. */
    boolean complete(Condition a, Condition b) {
        Quantity quantity = Quantity.of(a);
        Quantity other = quantity == null ? null : Quantity.of(b);
        if (quantity != null && other != null) {
            return quantity.isOfTheSame(other) && quantity.completes(other);
        }
        return areOpposite(a, b);
    }

    private static boolean areOpposite(Condition a, Condition b) {
        return a instanceof EmbedderFact one
                && b instanceof EmbedderFact two
                && one.name().equals(two.name())
                && one.test() instanceof FactTest.Is is
                && two.test() instanceof FactTest.Is also
                && is.value() != also.value();
    }

    /** Whether a condition holds for no change. */
    boolean isNever(Condition condition) {
        Quantity quantity = Quantity.of(condition);
        if (quantity != null && quantity.isNever()) {
            return true;
        }
        if (condition instanceof Size size) {
            return quantity != null && quantity.least() > 0 && filters.isEmpty(size.files());
        }
        return (condition instanceof Files files && filters.isEmpty(files.filter()))
                || (condition instanceof AiShare share && filters.isEmpty(share.files()))
                || (condition instanceof AiConfidenceBelow below
                        && below.bound().equals(Ratio.ZERO));
    }

    /** Whether a condition holds for every change. */
    boolean isAlways(Condition condition) {
        if (condition instanceof RiskAtLeast risk) {
            return risk.bound() instanceof RiskBound.OfValue value
                    ? value.value().equals(Ratio.ZERO)
                    : ((RiskBound.OfLevel) risk.bound()).level() == RiskLevel.LOW;
        }
        Quantity quantity = Quantity.of(condition);
        return quantity != null && quantity.isAlways();
    }
}
