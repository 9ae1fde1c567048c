package io.imprimatur.core.arbitrary;

import io.imprimatur.decision.Assumption;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.PolicyReference;
import io.imprimatur.decision.Reason;
import io.imprimatur.decision.Step;
import io.imprimatur.decision.Unblock;
import io.imprimatur.decision.Verdict;
import io.imprimatur.decision.WaiverRefusal;
import io.imprimatur.decision.WaiverUse;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.OnUnknown;
import io.imprimatur.policy.PolicyLayer;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Rule;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Decisions that hold together as types do: not the decisions of any particular assessment. */
public final class Decisions {
    private Decisions() {}

    /** Any decision. */
    public static Arbitrary<Decision> any() {
        return Combinators.combine(
                        Changes.digests(),
                        policyReferences(),
                        firedRules().list().ofMaxSize(4),
                        Policies.requirements().list().ofMaxSize(3),
                        Arbitraries.of(Assumption.values()).list().ofMaxSize(1),
                        Changes.persons().list().ofMaxSize(3),
                        Combinators.combine(unblocks(), waiverUses().list().ofMaxSize(2))
                                .as(Tuple::of))
                .as((subject, policy, fired, requirements, assumptions, excluded, ways) -> new Decision(
                        verdict(fired),
                        subject,
                        policy,
                        fired,
                        requirements,
                        fired.stream()
                                .flatMap(rule -> rule.rule().obligations().stream())
                                .toList(),
                        assumptions,
                        excluded,
                        ways.get1(),
                        ways.get2()))
                .withoutEdgeCases();
    }

    /** What became of a waiver. */
    public static Arbitrary<WaiverUse> waiverUses() {
        Arbitrary<List<Finding>> findings = Findings.any().list().ofMaxSize(2);
        Arbitrary<List<FiredRule>> lifted =
                firedRules().filter(rule -> !rule.rule().hard()).list().ofMaxSize(2);
        Arbitrary<WaiverUse> counting = Combinators.combine(Policies.waivers(), findings, lifted)
                .as((waiver, some, rules) -> new WaiverUse(waiver, null, some, rules));
        Arbitrary<WaiverUse> refused = Combinators.combine(Policies.waivers(), Arbitraries.of(WaiverRefusal.values()))
                .as(WaiverUse::refused);
        return Arbitraries.oneOf(counting, refused);
    }

    private static Verdict verdict(List<FiredRule> fired) {
        return fired.stream().filter(FiredRule::counts).map(FiredRule::verdict).reduce(Verdict.ALLOW, Verdict::max);
    }

    /** Any policy reference. */
    public static Arbitrary<PolicyReference> policyReferences() {
        Arbitrary<PolicyOrigin> origins = Arbitraries.oneOf(
                Combinators.combine(Changes.commitIds(), Texts.any(1000)).as(PolicyOrigin.TargetBranch::new),
                Texts.any(1000).map(PolicyOrigin.Caller::new),
                Arbitraries.just(new PolicyOrigin.Starter()));
        return Combinators.combine(
                        Texts.ids(),
                        Arbitraries.integers().between(1, 99),
                        Changes.digests(),
                        origins,
                        Policies.signOffs(),
                        layers().list().ofMaxSize(2))
                .as(PolicyReference::new);
    }

    private static Arbitrary<PolicyLayer> layers() {
        return Combinators.combine(
                        Texts.ids(),
                        Arbitraries.integers().between(1, 99),
                        Changes.digests(),
                        Texts.any(1000),
                        Policies.signOffs())
                .as(PolicyLayer::new);
    }

    /** Any fired rule; built-in rules too. */
    public static Arbitrary<FiredRule> firedRules() {
        Arbitrary<Rule> own = Combinators.combine(Policies.rules(), Texts.ids().injectNull(0.7))
                .as((rule, layer) -> layer == null ? rule : rule.inheritedFrom(layer));
        Arbitrary<Rule> rules = Combinators.combine(own, Arbitraries.of(true, false))
                .as((rule, builtIn) -> builtIn
                        ? new Rule(
                                "imprimatur.judge-untouched",
                                rule.when(),
                                rule.then(),
                                rule.enforcement(),
                                rule.onUnknown(),
                                rule.hard(),
                                rule.obligations(),
                                rule.controls(),
                                rule.because(),
                                rule.position())
                        : rule);
        return Combinators.combine(
                        rules, truths(), reasons().list().ofMinSize(1).ofMaxSize(3))
                .as(Decisions::fired)
                .withoutEdgeCases();
    }

    private static FiredRule fired(Rule rule, Truth truth, List<Reason> reasons) {
        if (rule.then() instanceof Effect.Oblige) {
            return new FiredRule(rule, truth, Verdict.ALLOW, null, reasons);
        }
        return rule.then() instanceof Effect.Review review
                ? new FiredRule(rule, truth, Verdict.REVIEW, review.requirement(), reasons)
                : truth == Truth.UNKNOWN && rule.onUnknown() == OnUnknown.REVIEW
                        ? new FiredRule(rule, truth, Verdict.REVIEW, Requirement.ANYONE, reasons)
                        : new FiredRule(rule, truth, Verdict.BLOCK, null, reasons);
    }

    /** Any reason. */
    public static Arbitrary<Reason> reasons() {
        return Combinators.combine(
                        Policies.conditions(),
                        truths(),
                        Texts.orBlank(2000),
                        Texts.any(1000),
                        Findings.locations().injectNull(0.4),
                        Changes.digests().map(Fingerprint::new).injectNull(0.4),
                        Arbitraries.of(Assumption.values()).injectNull(0.7))
                .as(Reason::new)
                .withoutEdgeCases();
    }

    private static Arbitrary<Truth> truths() {
        return Arbitraries.of(Truth.TRUE, Truth.UNKNOWN);
    }

    /** Any way out. */
    public static Arbitrary<Unblock> unblocks() {
        return Combinators.combine(
                        steps().list().ofMinSize(1).ofMaxSize(3).list().ofMaxSize(3), Arbitraries.of(true, false))
                .as(Unblock::new)
                .withoutEdgeCases();
    }

    /** Any step. */
    public static Arbitrary<Step> steps() {
        return Arbitraries.oneOf(
                Findings.any().map(Step.FixFinding::new),
                Combinators.combine(Scans.scannerIds(), Scans.gaps()).as(Step.CloseGap::new),
                Scans.scannerIds().map(scanner -> new Step.AddScanner(scanner, null)),
                Findings.categories().injectNull(0.2).map(category -> new Step.AddScanner(null, category)),
                Combinators.combine(Policies.changeConditions(), Arbitraries.of(true, false))
                        .as(Step.Establish::new),
                Risks.bounds().map(Step.LowerRisk::new),
                Measures.ratios().map(Step.RaiseConfidence::new),
                Changes.paths().map(Step.LeaveOut::new),
                Arbitraries.of(EvidenceCondition.Recording.values()).map(Step.RecordProvenance::new),
                Texts.ids().map(Step.Await::new),
                Policies.requirements().map(Step.Approve::new));
    }
}
