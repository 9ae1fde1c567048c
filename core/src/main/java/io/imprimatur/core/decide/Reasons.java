package io.imprimatur.core.decide;

import io.imprimatur.assessment.Fact;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.Revision;
import io.imprimatur.decision.Assumption;
import io.imprimatur.decision.Reason;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Location;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
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
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says on which facts a condition holds or is unknown: every one that is so, with its source and its place. Pure. */
final class Reasons {
    private final Situation situation;

    /** The same assessment with silence taken for nothing: what differs from it leans on the assumption. */
    private final Situation unassuming;

    Reasons(Situation situation, Situation unassuming) {
        this.situation = situation;
        this.unassuming = unassuming;
    }

    /** The facts on which a condition is what it is; none where it is false. */
    List<Reason> of(Condition condition) {
        Truth truth = Evaluator.truth(condition, situation);
        if (truth == Truth.FALSE) {
            return List.of();
        }
        if (condition instanceof All all) {
            return ofEach(all.conditions());
        }
        if (condition instanceof Any any) {
            return ofEach(any.conditions());
        }
        if (condition instanceof Not not) {
            return ofChange(not.condition(), not, truth);
        }
        return condition instanceof ChangeCondition change
                ? ofChange(change, change, truth)
                : ofEvidence((EvidenceCondition) condition, truth);
    }

    private List<Reason> ofEach(List<Condition> parts) {
        return parts.stream().flatMap(part -> of(part).stream()).toList();
    }

    /** Whether a part of the condition would be something else if silence were taken for nothing. */
    boolean leans(Condition condition) {
        if (situation.silence() == Silence.UNKNOWN) {
            return false;
        }
        if (condition instanceof All all) {
            return all.conditions().stream().anyMatch(this::leans);
        }
        if (condition instanceof Any any) {
            return any.conditions().stream().anyMatch(this::leans);
        }
        if (condition instanceof RiskAtLeast) {
            // The score was computed under the assumption; what it would be without is not known here.
            return situation.assessment().silence() == Silence.HUMAN
                    && !situation.aiShare(List.of()).equals(unassuming.aiShare(List.of()));
        }
        return Evaluator.truth(condition, situation) != Evaluator.truth(condition, unassuming);
    }

    private List<Reason> ofChange(ChangeCondition condition, Condition asked, Truth truth) {
        Change change = situation.change();
        if (condition instanceof Paths paths) {
            List<ChangedFile> touched = situation.touching(paths.globs());
            return touched.isEmpty()
                    ? List.of(reason(asked, truth, "the change touches no such path", source(change), null))
                    : touched.stream()
                            .map(file -> reason(
                                    asked,
                                    truth,
                                    "the change touches this path",
                                    source(change),
                                    Location.of(file.path())))
                            .toList();
        }
        if (condition instanceof Target) {
            String branch = change.target();
            String fact = branch == null ? "the target branch is not known" : "the target branch is " + branch;
            return List.of(reason(asked, truth, fact, source(change), null));
        }
        if (condition instanceof Size size) {
            return List.of(reason(asked, truth, size(size, change), source(change), null));
        }
        if (condition instanceof AiShare share) {
            String fact = situation
                    .aiShare(share.globs())
                    .map(range -> "share of AI" + (share.globs().isEmpty() ? "" : " in these paths") + " is "
                            + percent(range))
                    .orElse("the change touches no such path");
            return List.of(reason(asked, truth, fact, "provenance", null));
        }
        if (condition instanceof ModelId) {
            return List.of(reason(asked, truth, models(situation.models()), "provenance", null));
        }
        String name = ((EmbedderFact) condition).name();
        Optional<Fact> fact = situation.assessment().fact(name);
        String words = fact.map(given -> name + " is " + given.value()).orElse(name + " was not given");
        return List.of(reason(asked, truth, words, fact.map(Fact::source).orElse("embedder"), null));
    }

    private List<Reason> ofEvidence(EvidenceCondition condition, Truth truth) {
        if (condition instanceof FindingExists wanted) {
            List<Reason> reasons = new ArrayList<>();
            for (Finding finding : situation.findings()) {
                Truth meets = Evaluator.meets(wanted, finding);
                if (meets != Truth.FALSE) {
                    reasons.add(finding(condition, meets, finding));
                }
            }
            Missing.of(wanted, situation).forEach(missing -> reasons.add(missing(condition, Truth.UNKNOWN, missing)));
            return reasons;
        }
        if (condition instanceof RiskAtLeast) {
            RiskScore risk = situation.assessment().risk();
            return List.of(reason(condition, truth, risk(risk), "risk model " + risk.model(), null));
        }
        if (condition instanceof AiConfidenceBelow) {
            String fact = truth == Truth.TRUE
                    ? "the least confidence recorded is "
                            + situation.models().confidences().get(0)
                    : "a model may have taken part whose confidence is not recorded";
            return List.of(reason(condition, truth, fact, "provenance", null));
        }
        return Missing.of((NotCovered) condition, situation).stream()
                .map(missing -> missing(condition, Truth.TRUE, missing))
                .toList();
    }

    private Reason finding(Condition condition, Truth truth, Finding finding) {
        String source = "scanner " + finding.scanner() + ", rule " + finding.rule();
        return new Reason(condition, truth, finding.message(), source, finding.location(), finding.fingerprint(), null);
    }

    private Reason missing(Condition condition, Truth truth, Missing missing) {
        return reason(condition, truth, missing.fact(), missing.source(), missing.location());
    }

    private Reason reason(Condition condition, Truth truth, String fact, String source, @Nullable Location location) {
        Assumption assumption = leans(condition) ? Assumption.SILENCE_MEANS_HUMAN : null;
        return new Reason(condition, truth, fact, source, location, null, assumption);
    }

    private static String size(Size size, Change change) {
        String counted = switch (size.measure()) {
            case FILES -> change.files().size() + " files change";
            case ADDED_LINES -> change.addedLines() + " lines are added";
            case DELETED_LINES -> change.deletedLines() + " lines are deleted";
        };
        return size.measure() == Measure.FILES || change.linesKnown()
                ? counted
                : "at least " + counted + "; the lines of some files are not known";
    }

    private static String models(Models models) {
        String known = models.known().stream().map(Model::id).collect(Collectors.joining(", "));
        if (known.isEmpty()) {
            return models.modelsOpen() ? "which models took part is not known" : "no model took part";
        }
        return "models that took part: " + known + (models.modelsOpen() ? ", and perhaps others" : "");
    }

    private static String risk(RiskScore risk) {
        String levels = risk.leastLevel() == risk.level()
                ? risk.level().id()
                : risk.leastLevel().id() + " to " + risk.level().id();
        return "risk is " + levels + " (" + risk.value() + "): "
                + risk.factors().stream()
                        .map(factor -> factor.id() + " " + factor.contribution() + " (" + factor.detail() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String percent(RatioRange range) {
        String low = percent(range.low().millionths());
        return range.isExact()
                ? low + " %"
                : low + " to " + percent(range.high().millionths()) + " %";
    }

    private static String percent(int millionths) {
        return BigDecimal.valueOf(millionths, 4).stripTrailingZeros().toPlainString();
    }

    private static String source(Change change) {
        return change.head() instanceof Revision.OfCommit commit
                ? "commit " + commit.id()
                : change.head().toString();
    }
}
