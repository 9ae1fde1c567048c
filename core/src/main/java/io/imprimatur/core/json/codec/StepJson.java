package io.imprimatur.core.json.codec;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.json.value.JsonValue.JsonObject;
import io.imprimatur.decision.Step;
import io.imprimatur.finding.Category;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.EvidenceCondition;

/** A step towards clearing a change; {@code step} says which. */
public final class StepJson {
    private StepJson() {}

    public static JsonObject write(Step step) {
        if (step instanceof Step.FixFinding fix) {
            return of(Kind.FIX_FINDING)
                    .put("finding", FindingJson.write(fix.finding()))
                    .build();
        }
        if (step instanceof Step.CloseGap close) {
            return of(Kind.CLOSE_GAP)
                    .put("scanner", close.scanner())
                    .put("gap", GapJson.write(close.gap()))
                    .build();
        }
        if (step instanceof Step.AddScanner add) {
            return of(Kind.ADD_SCANNER)
                    .putIfPresent("scanner", add.scanner())
                    .putIfPresent("category", add.category())
                    .build();
        }
        if (step instanceof Step.Establish establish) {
            return of(Kind.ESTABLISH)
                    .put("condition", ConditionJson.write(establish.condition()))
                    .put("holds", establish.holds())
                    .build();
        }
        if (step instanceof Step.LowerRisk lower) {
            return of(Kind.LOWER_RISK).put("below", lower.below().toString()).build();
        }
        if (step instanceof Step.RaiseConfidence raise) {
            return of(Kind.RAISE_CONFIDENCE)
                    .put("atLeast", raise.atLeast().toString())
                    .build();
        }
        if (step instanceof Step.LeaveOut split) {
            return of(Kind.LEAVE_OUT).put("path", split.path().text()).build();
        }
        if (step instanceof Step.RecordProvenance record) {
            return of(Kind.RECORD_PROVENANCE).put("what", record.what().id()).build();
        }
        if (step instanceof Step.Await await) {
            return of(Kind.AWAIT).put("freeze", await.freeze()).build();
        }
        return of(Kind.APPROVE)
                .put("requirement", RequirementJson.write(((Step.Approve) step).requirement()))
                .build();
    }

    public static Step read(Fields in) {
        return switch (in.form("step", Kind.class)) {
            case FIX_FINDING -> new Step.FixFinding(in.object("finding", FindingJson::read));
            case CLOSE_GAP -> new Step.CloseGap(in.text("scanner"), in.object("gap", GapJson::read));
            case ADD_SCANNER ->
                new Step.AddScanner(
                        in.optional("scanner", in::text), in.optional("category", key -> in.text(key, Category::new)));
            case ESTABLISH -> new Step.Establish(in.value("condition", ConditionJson::readChange), in.flag("holds"));
            case LOWER_RISK -> new Step.LowerRisk(in.text("below", Words::riskBound));
            case RAISE_CONFIDENCE -> new Step.RaiseConfidence(in.text("atLeast", Ratio::parse));
            case LEAVE_OUT -> new Step.LeaveOut(in.text("path", RepoPath::new));
            case RECORD_PROVENANCE -> new Step.RecordProvenance(in.constant("what", EvidenceCondition.Recording.class));
            case AWAIT -> new Step.Await(in.text("freeze"));
            case APPROVE -> new Step.Approve(in.object("requirement", RequirementJson::read));
        };
    }

    /** What stands at the key {@code step}. */
    private enum Kind {
        FIX_FINDING,
        CLOSE_GAP,
        ADD_SCANNER,
        ESTABLISH,
        LOWER_RISK,
        RAISE_CONFIDENCE,
        LEAVE_OUT,
        RECORD_PROVENANCE,
        AWAIT,
        APPROVE
    }

    private static JsonObject.Builder of(Kind step) {
        return JsonObject.builder().put("step", Words.id(step));
    }
}
