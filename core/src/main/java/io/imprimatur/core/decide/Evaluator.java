package io.imprimatur.core.decide;

import io.imprimatur.assessment.FactValue;
import io.imprimatur.change.ChangedFile;
import io.imprimatur.core.provenance.Models;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Origin;
import io.imprimatur.measure.Ratio;
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
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.GenerationPattern;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.policy.Match;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates a condition by walking its tree, in the three-valued logic of Kleene. Pure. */
final class Evaluator {
    private Evaluator() {}

    static Truth truth(Condition condition, Situation situation) {
        if (condition instanceof All all) {
            Truth truth = Truth.TRUE;
            for (Condition part : all.conditions()) {
                truth = truth.and(truth(part, situation));
            }
            return truth;
        }
        if (condition instanceof Any any) {
            Truth truth = Truth.FALSE;
            for (Condition part : any.conditions()) {
                truth = truth.or(truth(part, situation));
            }
            return truth;
        }
        if (condition instanceof Not not) {
            return truth(not.condition(), situation).not();
        }
        return situation.once(
                condition,
                () -> condition instanceof ChangeCondition change
                        ? ofChange(change, situation)
                        : ofEvidence((EvidenceCondition) condition, situation));
    }

    private static Truth ofChange(ChangeCondition condition, Situation situation) {
        if (condition instanceof Files files) {
            if (!situation.passing(files.filter()).isEmpty()) {
                return Truth.TRUE;
            }
            return situation.mayTouch(files.filter()) ? Truth.UNKNOWN : Truth.FALSE;
        }
        if (condition instanceof Target target) {
            String branch = situation.change().target();
            return branch == null ? Truth.UNKNOWN : Truth.of(Globs.match(target.globs(), branch));
        }
        if (condition instanceof Size size) {
            return ofSize(size, situation.passing(size.files()), situation.mayTouch(size.files()));
        }
        if (condition instanceof AiShare share) {
            Truth truth = situation
                    .aiShare(share.files())
                    .map(range -> share.comparison().holds(range.low(), range.high(), share.bound()))
                    .orElse(Truth.FALSE);
            // Where it is not known whether there is such a file, neither is whether it has a share.
            boolean isThere = !situation.passing(share.files()).isEmpty();
            return isThere || truth == Truth.FALSE ? truth : Truth.UNKNOWN;
        }
        if (condition instanceof Generated generated) {
            return ofGenerations(generated, situation.models());
        }
        return ofFact((EmbedderFact) condition, situation);
    }

    private static Truth ofSize(Size size, List<ChangedFile> files, boolean mayBeMore) {
        long counted = 0;
        boolean known = !mayBeMore;
        for (ChangedFile file : files) {
            counted += switch (size.measure()) {
                case FILES -> 1;
                case ADDED_LINES -> file.added().count();
                case DELETED_LINES -> file.deleted();
            };
            known &= size.measure() == Measure.FILES || file.linesKnown();
        }
        return size.comparison().holds(counted, known ? counted : Long.MAX_VALUE, size.bound());
    }

    private static Truth ofGenerations(Generated condition, Models models) {
        boolean wanted = condition.match() == Match.IN;
        Truth truth = models.open() ? Truth.UNKNOWN : Truth.FALSE;
        for (Generation generation : models.generations()) {
            Truth listed = isListed(generation, condition.patterns());
            truth = truth.or(wanted ? listed : listed.not());
        }
        return truth;
    }

    /** Whether a generation looks like one of the patterns. */
    static Truth isListed(Generation generation, List<GenerationPattern> patterns) {
        Truth listed = Truth.FALSE;
        for (GenerationPattern pattern : patterns) {
            listed = listed.or(looksLike(generation, pattern));
        }
        return listed;
    }

    private static Truth looksLike(Generation generation, GenerationPattern pattern) {
        Model model = generation.model();
        return matches(pattern.model(), model == null ? null : model.id())
                .and(matches(pattern.version(), model == null ? null : model.version()))
                .and(matches(pattern.provider(), model == null ? null : model.provider()))
                .and(matches(pattern.region(), model == null ? null : model.region()))
                .and(matches(pattern.tool(), generation.tool()));
    }

    private static Truth matches(@Nullable Glob wanted, @Nullable String given) {
        if (wanted == null) {
            return Truth.TRUE;
        }
        return given == null ? Truth.UNKNOWN : Truth.of(wanted.matches(given));
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
            return ofFindings(wanted, situation);
        }
        if (condition instanceof RiskAtLeast risk) {
            return risk.bound().isReachedBy(situation.assessment().risk());
        }
        if (condition instanceof AiConfidenceBelow below) {
            return ofConfidence(below, situation.models());
        }
        if (condition instanceof TopicTouched topic) {
            return Topics.truth(topic, situation);
        }
        if (condition instanceof Frozen frozen) {
            return frozen.freezes().stream()
                    .map(freeze -> isInForce(freeze, situation))
                    .reduce(Truth.FALSE, Truth::or);
        }
        if (condition instanceof NotRecorded missing) {
            return missing.records().stream()
                    .map(record -> Recorded.isMissing(record, situation))
                    .reduce(Truth.FALSE, Truth::or);
        }
        return Truth.of(!Missing.of((NotCovered) condition, situation).isEmpty());
    }

    private static Truth ofFindings(FindingExists wanted, Situation situation) {
        // Findings of one fingerprint are one defect, whoever found it.
        Set<String> certain = new HashSet<>();
        Set<String> possible = new HashSet<>();
        for (Finding finding : situation.passing(wanted.filter())) {
            String defect = finding.fingerprint().digest().hex();
            possible.add(defect);
            if (meets(wanted.filter(), finding) == Truth.TRUE) {
                certain.add(defect);
            }
        }
        if (certain.size() >= wanted.least()) {
            return Truth.TRUE;
        }
        boolean mayBeHidden = possible.size() < wanted.least()
                && !Missing.of(wanted.filter(), situation).isEmpty();
        return mayBeHidden || possible.size() >= wanted.least() ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** Whether a freeze is in force at the time of the assessment. */
    static Truth isInForce(String freeze, Situation situation) {
        Instant time = situation.assessment().time();
        return time == null
                ? Truth.UNKNOWN
                : Truth.of(situation
                        .policy()
                        .freeze(freeze)
                        .filter(declared -> declared.isInForceAt(time))
                        .isPresent());
    }

    private static Truth ofConfidence(AiConfidenceBelow below, Models models) {
        if (models.confidences().stream().anyMatch(confidence -> confidence.compareTo(below.bound()) < 0)) {
            return Truth.TRUE;
        }
        return models.confidencesOpen() ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** Whether a finding is one that the condition asks for. */
    static Truth meets(FindingFilter wanted, Finding finding) {
        boolean known = isOfCategory(wanted, finding)
                && (wanted.severity() == null || finding.severity().compareTo(wanted.severity()) >= 0)
                && Globs.match(wanted.rules(), finding.rule())
                && (wanted.scanners().isEmpty() || wanted.scanners().contains(finding.scanner()))
                && !(wanted.introducedOnly() && finding.origin() == Origin.PRE_EXISTING)
                && (wanted.cwe().isEmpty() || !Collections.disjoint(wanted.cwe(), finding.cwe()))
                && (wanted.cve().isEmpty() || finding.cve().stream().anyMatch(cve -> Globs.match(wanted.cve(), cve)))
                && (wanted.fixable() == null || wanted.fixable() == (finding.fix() != null));
        return known
                ? isInPath(wanted, finding)
                        .and(isSure(wanted.confidence(), finding.confidence()))
                        .and(isInPackage(wanted, finding))
                        .and(isLicensed(wanted, finding))
                : Truth.FALSE;
    }

    private static boolean isOfCategory(FindingFilter wanted, Finding finding) {
        return wanted.categories().isEmpty()
                ? !finding.category().isTopic()
                : wanted.categories().contains(finding.category());
    }

    private static Truth isInPath(FindingFilter wanted, Finding finding) {
        if (wanted.paths().isEmpty()) {
            return Truth.TRUE;
        }
        return finding.location() == null
                ? Truth.UNKNOWN
                : Truth.of(Globs.match(wanted.paths(), finding.location().path()));
    }

    private static Truth isInPackage(FindingFilter wanted, Finding finding) {
        if (wanted.packages().isEmpty()) {
            return Truth.TRUE;
        }
        String component = finding.component();
        return component == null ? Truth.UNKNOWN : Truth.of(Globs.match(wanted.packages(), component));
    }

    private static Truth isLicensed(FindingFilter wanted, Finding finding) {
        LicenseTest test = wanted.license();
        if (test == null) {
            return Truth.TRUE;
        }
        String license = finding.license();
        return license == null ? Truth.UNKNOWN : Licenses.meets(test, license);
    }

    private static Truth isSure(@Nullable Ratio wanted, @Nullable Ratio given) {
        if (wanted == null) {
            return Truth.TRUE;
        }
        return given == null ? Truth.UNKNOWN : Truth.of(given.compareTo(wanted) >= 0);
    }
}
