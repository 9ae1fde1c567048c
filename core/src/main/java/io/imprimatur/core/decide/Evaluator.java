package io.imprimatur.core.decide;

import io.imprimatur.assessment.FactValue;
import io.imprimatur.change.Change;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Origin;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Match;
import io.imprimatur.policy.ChangeCondition.Measure;
import io.imprimatur.policy.ChangeCondition.ModelId;
import io.imprimatur.policy.ChangeCondition.Paths;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.Condition.Any;
import io.imprimatur.policy.Condition.Not;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.FactTest;
import org.jspecify.annotations.Nullable;

/** Evaluates a condition by walking its tree, in the three-valued logic of Kleene. Pure. */
final class Evaluator {
    private Evaluator() {}

    static Truth truth(Condition condition, Situation situation) {
        if (condition instanceof All all) {
            return all.conditions().stream().map(part -> truth(part, situation)).reduce(Truth.TRUE, Truth::and);
        }
        if (condition instanceof Any any) {
            return any.conditions().stream().map(part -> truth(part, situation)).reduce(Truth.FALSE, Truth::or);
        }
        if (condition instanceof Not not) {
            return truth(not.condition(), situation).not();
        }
        return condition instanceof ChangeCondition change
                ? ofChange(change, situation)
                : ofEvidence((EvidenceCondition) condition, situation);
    }

    private static Truth ofChange(ChangeCondition condition, Situation situation) {
        if (condition instanceof Paths paths) {
            return Truth.of(!situation.touching(paths.globs()).isEmpty());
        }
        if (condition instanceof Target target) {
            String branch = situation.change().target();
            return branch == null ? Truth.UNKNOWN : Truth.of(Globs.match(target.globs(), branch));
        }
        if (condition instanceof Size size) {
            return ofSize(size, situation.change());
        }
        if (condition instanceof AiShare share) {
            return situation
                    .aiShare(share.globs())
                    .map(range -> share.comparison().holds(range.low(), range.high(), share.bound()))
                    .orElse(Truth.FALSE);
        }
        if (condition instanceof ModelId model) {
            return ofModel(model, situation.models());
        }
        return ofFact((EmbedderFact) condition, situation);
    }

    private static Truth ofSize(Size size, Change change) {
        long counted = switch (size.measure()) {
            case FILES -> change.files().size();
            case ADDED_LINES -> change.addedLines();
            case DELETED_LINES -> change.deletedLines();
        };
        boolean known = size.measure() == Measure.FILES || change.linesKnown();
        return size.comparison().holds(counted, known ? counted : Long.MAX_VALUE, size.bound());
    }

    private static Truth ofModel(ModelId condition, Models models) {
        boolean wanted = condition.match() == Match.IN;
        if (models.known().stream().anyMatch(model -> Globs.match(condition.globs(), model.id()) == wanted)) {
            return Truth.TRUE;
        }
        return models.modelsOpen() ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static Truth ofFact(EmbedderFact condition, Situation situation) {
        return situation
                .assessment()
                .fact(condition.name())
                .map(fact -> passes(condition.test(), fact.value()))
                .orElse(Truth.UNKNOWN);
    }

    private static Truth passes(FactTest test, FactValue value) {
        if (test instanceof FactTest.Matches matches && value instanceof FactValue.Text text) {
            return Truth.of(Globs.match(matches.globs(), text.value()));
        }
        if (test instanceof FactTest.Matches matches && value instanceof FactValue.Texts texts) {
            return Truth.of(texts.values().stream().anyMatch(text -> Globs.match(matches.globs(), text)));
        }
        if (test instanceof FactTest.Compares compares && value instanceof FactValue.Whole whole) {
            return Truth.of(compares.comparison().holds(whole.value(), compares.bound()));
        }
        if (test instanceof FactTest.Is is && value instanceof FactValue.Flag flag) {
            return Truth.of(is.value() == flag.value());
        }
        // A value of another kind answers another question: what was asked is not known.
        return Truth.UNKNOWN;
    }

    private static Truth ofEvidence(EvidenceCondition condition, Situation situation) {
        if (condition instanceof FindingExists wanted) {
            Truth found = situation.findings().stream()
                    .map(finding -> meets(wanted, finding))
                    .reduce(Truth.FALSE, Truth::or);
            boolean mayBeHidden =
                    found == Truth.FALSE && !Missing.of(wanted, situation).isEmpty();
            return mayBeHidden ? Truth.UNKNOWN : found;
        }
        if (condition instanceof RiskAtLeast risk) {
            return risk.bound().isReachedBy(situation.assessment().risk());
        }
        if (condition instanceof AiConfidenceBelow below) {
            return ofConfidence(below, situation.models());
        }
        return Truth.of(!Missing.of((NotCovered) condition, situation).isEmpty());
    }

    private static Truth ofConfidence(AiConfidenceBelow below, Models models) {
        if (models.confidences().stream().anyMatch(confidence -> confidence.compareTo(below.bound()) < 0)) {
            return Truth.TRUE;
        }
        return models.confidencesOpen() ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** Whether a finding is one that the condition asks for. */
    static Truth meets(FindingExists wanted, Finding finding) {
        boolean known = (wanted.categories().isEmpty() || wanted.categories().contains(finding.category()))
                && (wanted.severity() == null || finding.severity().compareTo(wanted.severity()) >= 0)
                && Globs.match(wanted.rules(), finding.rule())
                && (wanted.scanners().isEmpty() || wanted.scanners().contains(finding.scanner()))
                && !(wanted.introducedOnly() && finding.origin() == Origin.PRE_EXISTING);
        return known ? isInPath(wanted, finding).and(isSure(wanted.confidence(), finding.confidence())) : Truth.FALSE;
    }

    private static Truth isInPath(FindingExists wanted, Finding finding) {
        if (wanted.paths().isEmpty()) {
            return Truth.TRUE;
        }
        return finding.location() == null
                ? Truth.UNKNOWN
                : Truth.of(Globs.match(wanted.paths(), finding.location().path()));
    }

    private static Truth isSure(@Nullable Ratio wanted, @Nullable Ratio given) {
        if (wanted == null) {
            return Truth.TRUE;
        }
        return given == null ? Truth.UNKNOWN : Truth.of(given.compareTo(wanted) >= 0);
    }
}
