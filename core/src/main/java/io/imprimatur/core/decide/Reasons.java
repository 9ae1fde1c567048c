package io.imprimatur.core.decide;

import io.imprimatur.assessment.Fact;
import io.imprimatur.change.Change;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.change.RepoPath;
import io.imprimatur.change.Revision;
import io.imprimatur.core.decide.Explanation.Known;
import io.imprimatur.core.provenance.Models;
import io.imprimatur.decision.Assumption;
import io.imprimatur.decision.Reason;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Location;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.ChangeCondition.Measure;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Condition.All;
import io.imprimatur.policy.Condition.Any;
import io.imprimatur.policy.Condition.Not;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.Frozen;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.NotRecorded;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskScore;
import java.math.BigDecimal;
import java.time.Instant;
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
        if (condition instanceof EvidenceCondition evidence) {
            return ofEvidence(evidence, truth);
        }
        List<Reason> reasons = new ArrayList<>();
        for (Known known : ofChange(asked(condition), truth)) {
            reasons.add(reason(condition, truth, known.words(), known.source(), known.location()));
        }
        return reasons;
    }

    /** The facts on which a condition without parts is what it is, also where it is false. */
    List<Known> known(Condition condition) {
        Truth truth = Evaluator.truth(condition, situation);
        if (!(condition instanceof EvidenceCondition evidence)) {
            return ofChange(asked(condition), truth);
        }
        return truth == Truth.FALSE
                ? ofAbsence(evidence)
                : ofEvidence(evidence, truth).stream()
                        .map(reason -> new Known(reason.truth(), reason.fact(), reason.source(), reason.location()))
                        .toList();
    }

    /** What a condition on the change asks, negated or not. */
    private static ChangeCondition asked(Condition condition) {
        return condition instanceof Not not ? not.condition() : (ChangeCondition) condition;
    }

    private List<Reason> ofEach(List<Condition> parts) {
        List<Reason> reasons = new ArrayList<>();
        for (Condition part : parts) {
            reasons.addAll(of(part));
        }
        return reasons;
    }

    /** Whether a part of the condition would be something else if silence were taken for nothing. */
    boolean leans(Condition condition) {
        if (situation.silence() == Silence.UNKNOWN) {
            return false;
        }
        if (condition instanceof All all) {
            return anyLeans(all.conditions());
        }
        if (condition instanceof Any any) {
            return anyLeans(any.conditions());
        }
        if (condition instanceof RiskAtLeast) {
            // The score was computed under the assumption; what it would be without is not known here.
            return situation.assessment().silence() == Silence.HUMAN
                    && !situation.aiShare(FileFilter.ANY).equals(unassuming.aiShare(FileFilter.ANY));
        }
        return Evaluator.truth(condition, situation) != Evaluator.truth(condition, unassuming);
    }

    private boolean anyLeans(List<Condition> parts) {
        for (Condition part : parts) {
            if (leans(part)) {
                return true;
            }
        }
        return false;
    }

    private List<Known> ofChange(ChangeCondition condition, Truth truth) {
        Change change = situation.change();
        if (condition instanceof Files files) {
            List<ChangedFile> touched = situation.passing(files.filter());
            List<Known> known = new ArrayList<>();
            for (ChangedFile file : touched) {
                known.add(new Known(truth, "the change touches this path", source(change), Location.of(file.path())));
            }
            if (situation.mayTouch(files.filter())) {
                String more = touched.isEmpty() ? "such a file" : "more such files";
                known.add(new Known(truth, "whether the change touches " + more + unsure(), source(change), null));
            }
            return known.isEmpty()
                    ? List.of(new Known(truth, "the change touches no such file", source(change), null))
                    : known;
        }
        if (condition instanceof Target) {
            String branch = change.target();
            String fact = branch == null ? "the target branch is not known" : "the target branch is " + branch;
            return List.of(new Known(truth, fact, source(change), null));
        }
        if (condition instanceof Size size) {
            String more = situation.mayTouch(size.files()) ? "; whether more do" + unsure() : "";
            String words = size(size, situation.passing(size.files())) + more;
            return List.of(new Known(truth, words, source(change), null));
        }
        if (condition instanceof AiShare share) {
            String fact = situation
                    .aiShare(share.files())
                    .map(range ->
                            "share of AI" + (share.files().isAny() ? "" : " in these files") + " is " + percent(range))
                    .orElse("the change touches no such file");
            return List.of(new Known(truth, fact, "provenance", null));
        }
        if (condition instanceof Generated) {
            return List.of(new Known(truth, generations(situation.models()), "provenance", null));
        }
        String name = ((EmbedderFact) condition).name();
        Optional<Fact> fact = situation.assessment().fact(name);
        String words = fact.map(
                        given -> name + " is " + (given.value().toString().isEmpty() ? "empty" : given.value()))
                .orElse(name + " was not given");
        return List.of(new Known(truth, words, fact.map(Fact::source).orElse("embedder"), null));
    }

    private List<Reason> ofEvidence(EvidenceCondition condition, Truth truth) {
        if (condition instanceof FindingExists wanted) {
            List<Reason> reasons = new ArrayList<>();
            for (Finding finding : situation.passing(wanted.filter())) {
                reasons.add(finding(condition, Evaluator.meets(wanted.filter(), finding), finding));
            }
            for (Missing missing : Missing.of(wanted.filter(), situation)) {
                reasons.add(missing(condition, Truth.UNKNOWN, missing));
            }
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
        if (condition instanceof TopicTouched topic) {
            return ofTopic(topic);
        }
        if (condition instanceof Frozen frozen) {
            return frozen.freezes().stream()
                    .flatMap(freeze -> ofFreeze(frozen, freeze).stream())
                    .toList();
        }
        if (condition instanceof NotRecorded missing) {
            return missing.records().stream()
                    .flatMap(record -> ofRecording(missing, record).stream())
                    .toList();
        }
        return Missing.of((NotCovered) condition, situation).stream()
                .map(missing -> missing(condition, Truth.TRUE, missing))
                .toList();
    }

    /** What is so where evidence is not there: nothing that was looked for was found, and nothing hides it. */
    private List<Known> ofAbsence(EvidenceCondition condition) {
        if (condition instanceof FindingExists wanted) {
            return ofFewFindings(wanted);
        }
        if (condition instanceof RiskAtLeast) {
            RiskScore risk = situation.assessment().risk();
            return absence(risk(risk), "risk model " + risk.model());
        }
        if (condition instanceof AiConfidenceBelow) {
            List<Ratio> confidences = situation.models().confidences();
            return absence(
                    confidences.isEmpty()
                            ? "no model took part"
                            : "the least confidence recorded is " + confidences.get(0),
                    "provenance");
        }
        if (condition instanceof TopicTouched topic) {
            String ai = topic.ai() == null ? "" : " with such a share of AI";
            return absence(
                    "the change touches no such file about " + String.join(" or ", topic.topics()) + ai, "topics");
        }
        if (condition instanceof Frozen frozen) {
            Instant time = situation.assessment().time();
            return absence(
                    "not in force at " + time + ": " + String.join(", ", frozen.freezes()), "time of the assessment");
        }
        if (condition instanceof NotRecorded missing) {
            String what = missing.records().stream()
                    .map(record -> record.id().replace('-', ' '))
                    .collect(Collectors.joining(", "));
            return absence("recorded, or of no model that took part: " + what, "provenance");
        }
        return absence("nothing that is asked for was left out", "scanners");
    }

    private List<Known> ofFewFindings(FindingExists wanted) {
        long such = situation.findings().stream()
                .filter(finding -> Evaluator.meets(wanted.filter(), finding) != Truth.FALSE)
                .count();
        String words = such == 0
                ? "no finding of " + situation.findings().size()
                        + " is such, and nothing was left out that could hide one"
                : such + (such == 1 ? " finding is" : " findings are") + " such, where " + wanted.least()
                        + " are asked for, and nothing was left out that could hide more";
        return absence(words, "scanners");
    }

    private static List<Known> absence(String words, String source) {
        return List.of(new Known(Truth.FALSE, words, source, null));
    }

    private List<Reason> ofTopic(TopicTouched topic) {
        String topics = String.join(" or ", topic.topics());
        List<Reason> reasons = new ArrayList<>();
        if (situation.mayTouch(topic.paths())) {
            String words = "whether the change touches a file about " + topics + unsure();
            reasons.add(reason(topic, Truth.UNKNOWN, words, "topics", null));
        }
        for (ChangedFile file : situation.touching(topic.paths())) {
            Truth truth = Topics.truth(topic, file, situation);
            if (truth != Truth.FALSE) {
                String ai = topic.ai() == null
                        ? ""
                        : situation.aiShare(file).map(Reasons::ofModel).orElse("");
                String words = truth == Truth.TRUE ? "is about " + topics : "may be about " + topics;
                reasons.add(reason(topic, truth, "this file " + words + ai, "topics", Location.of(file.path())));
            }
        }
        return reasons;
    }

    private String unsure() {
        List<RepoPath> paths = situation.unsure();
        String more = paths.size() == 1 ? "" : " and " + (paths.size() - 1) + " more";
        return " is not known: " + paths.get(0) + more + " could not be read";
    }

    private static String ofModel(RatioRange share) {
        return ", and a model wrote " + percent(share) + " of what was added";
    }

    private Optional<Reason> ofFreeze(Frozen condition, String freeze) {
        Truth truth = Evaluator.isInForce(freeze, situation);
        Instant time = situation.assessment().time();
        String words = time == null
                ? "whether freeze " + freeze + " is in force is not known: the time was not given"
                : "freeze " + freeze + " is in force at " + time;
        return truth == Truth.FALSE
                ? Optional.empty()
                : Optional.of(reason(condition, truth, words, "time of the assessment", null));
    }

    private Optional<Reason> ofRecording(NotRecorded condition, Recording record) {
        Truth truth = Recorded.isMissing(record, situation);
        String what = record.id().replace('-', ' ');
        String words = truth == Truth.TRUE
                ? what + " is not recorded"
                : "a model may have taken part whose " + what + " is not recorded";
        return truth == Truth.FALSE
                ? Optional.empty()
                : Optional.of(reason(condition, truth, words, "provenance", null));
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

    private static String size(Size size, List<ChangedFile> files) {
        String where = size.files().isAny() ? "" : " in these files";
        String counted = switch (size.measure()) {
            case FILES -> files.size() + (size.files().isAny() ? " files change" : " such files change");
            case ADDED_LINES ->
                files.stream().mapToLong(file -> file.added().count()).sum() + " lines are added" + where;
            case DELETED_LINES -> files.stream().mapToLong(ChangedFile::deleted).sum() + " lines are deleted" + where;
        };
        return size.measure() == Measure.FILES || files.stream().allMatch(ChangedFile::linesKnown)
                ? counted
                : "at least " + counted + "; the lines of some files are not known";
    }

    private static String generations(Models models) {
        String known = models.generations().stream()
                .map(Reasons::generation)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (known.isEmpty()) {
            return models.open() ? "which models took part is not known" : "no model took part";
        }
        return "models that took part: " + known + (models.open() ? ", and perhaps others" : "");
    }

    private static String generation(Generation generation) {
        Model model = generation.model();
        List<String> more = new ArrayList<>();
        if (model != null && model.version() != null) {
            more.add("version " + model.version());
        }
        if (model != null && model.provider() != null) {
            more.add("by " + model.provider());
        }
        if (model != null && model.region() != null) {
            more.add("in " + model.region());
        }
        if (generation.tool() != null) {
            more.add("with " + generation.tool());
        }
        String name = model == null ? "a model that is not recorded" : model.id();
        return name + (more.isEmpty() ? "" : " (" + String.join(", ", more) + ")");
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
