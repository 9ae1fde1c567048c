package io.imprimatur.core.report;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.core.Outcome;
import io.imprimatur.decision.Assumption;
import io.imprimatur.decision.Decision;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Reason;
import io.imprimatur.decision.Step;
import io.imprimatur.decision.Verdict;
import io.imprimatur.decision.WaiverUse;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.policy.Obligation;
import io.imprimatur.policy.Requirement;
import java.util.List;

/**
 * An outcome as a good compiler writes it: the verdict, why and where ({@code path:line:column}), what clears it. Rules
 * that are evaluated in the shadow are not shown. The text ends with a line feed.
 */
public final class TextReport {
    /** Longer lists are cut; the JSON form has all of them. */
    private static final int MAX_REASONS = 10;

    private static final int MAX_WAYS = 5;
    private static final int MAX_STEPS = 10;
    private static final int MAX_PEOPLE = 10;

    private final Assessment assessment;
    private final Decision decision;
    private final Page page;

    private TextReport(Outcome outcome, boolean colour) {
        this.assessment = outcome.assessment();
        this.decision = outcome.decision();
        this.page = new Page(colour);
    }

    /**
     * The text.
     *
     * @param colour whether it is for a terminal that shows colours
     */
    public static String of(Outcome outcome, boolean colour) {
        TextReport report = new TextReport(outcome, colour);
        report.verdict();
        report.rules(Enforcement.ENFORCE);
        report.rules(Enforcement.WARN);
        report.waivers();
        report.ways();
        report.obligations();
        report.summary();
        return report.page.toString();
    }

    private void verdict() {
        String says = switch (decision.verdict()) {
            case ALLOW -> " may go on";
            case REVIEW -> " may go on once people have approved it";
            case BLOCK -> " may not go on until the cause is gone";
        };
        page.put(Ink.of(decision.verdict()), decision.verdict().id())
                .put(Ink.BOLD, ": ")
                .put(Ink.BOLD, Summary.change(assessment.change()))
                .put(Ink.BOLD, says)
                .put(" (" + Summary.policy(decision.policy()) + ")")
                .endLine();
        if (decision.policy().origin() instanceof PolicyOrigin.Starter) {
            note("the target has no policy of its own and none was given, so the embedded starter policy decided");
        }
        for (Assumption assumption : decision.assumptions()) {
            note("the decision leans on an assumption of the policy: " + Words.assumption(assumption));
        }
    }

    private void note(String words) {
        page.put(Ink.BLUE, "note").put(": " + words).endLine();
    }

    private void rules(Enforcement enforcement) {
        for (FiredRule rule : decision.fired()) {
            if (rule.rule().enforcement() == enforcement) {
                page.endLine();
                rule(rule);
            }
        }
    }

    private void rule(FiredRule fired) {
        List<Reason> reasons = Witnesses.together(fired.reasons());
        for (Reason reason : reasons.subList(0, Math.min(MAX_REASONS, reasons.size()))) {
            reason(fired, reason);
        }
        int more = reasons.size() - MAX_REASONS;
        if (more > 0) {
            indented("and " + more + " more, all in the JSON form");
        }
        if (fired.truth() == Truth.UNKNOWN) {
            boolean softened = fired.rule().then() instanceof Effect.Block && fired.verdict() == Verdict.REVIEW;
            indented("not known whether it holds, so it acts as if it did"
                    + (softened ? ", though its block is a review (on-unknown: review)" : ""));
        }
        Requirement requirement = fired.requirement();
        if (requirement != null) {
            indented("asks for: " + Words.requirement(requirement));
        }
        for (Obligation obligation : fired.rule().obligations()) {
            indented("obliges to: " + obligation.words());
        }
        String because = fired.rule().because();
        if (because != null) {
            indented("because: " + because);
        }
        if (!fired.rule().controls().isEmpty()) {
            indented("serves: " + String.join(", ", fired.rule().controls()));
        }
        indented("rule: " + Summary.place(fired.rule(), decision.policy()));
    }

    private void reason(FiredRule fired, Reason reason) {
        if (reason.location() != null) {
            page.put(Ink.BOLD, reason.location().toString()).put(Ink.BOLD, ": ");
        }
        boolean counts = fired.counts();
        page.put(counts && fired.verdict() != Verdict.ALLOW ? Ink.of(fired.verdict()) : Ink.BLUE, Words.effect(fired))
                .put(Ink.BOLD, "[" + fired.rule().label() + "]: ")
                .put(reason.truth() == Truth.UNKNOWN ? "not known: " : "")
                .put(reason.fact())
                .put(Ink.FAINT, " [" + Words.source(reason) + "]")
                .endLine();
    }

    /** What was waived, so that nothing disappears in silence, and what was not. */
    private void waivers() {
        if (!decision.waivers().isEmpty()) {
            page.endLine();
        }
        for (WaiverUse use : decision.waivers()) {
            if (!use.counts()) {
                note(Words.waiver(use));
                continue;
            }
            page.put(Ink.BLUE, "waived").put(": " + Words.waiver(use)).endLine();
            for (Finding finding : use.findings()
                    .subList(0, Math.min(MAX_REASONS, use.findings().size()))) {
                indented(Words.finding(finding));
            }
            indented("because: " + use.waiver().reason());
        }
    }

    private void indented(String words) {
        page.put("    ").put(words).endLine();
    }

    private void ways() {
        if (decision.verdict() == Verdict.ALLOW) {
            return;
        }
        WaysOut ways = WaysOut.of(decision.unblock());
        page.endLine().put(Ink.BOLD, "What clears it:").endLine();
        if (decision.unblock().ways().isEmpty()) {
            indented("nothing that is known");
        }
        steps("  - ", "  - ", ways.always());
        List<List<Step>> alternatives = ways.alternatives();
        if (!alternatives.isEmpty()) {
            page.put(ways.always().isEmpty() ? "  any one of these:" : "  and any one of these:")
                    .endLine();
        }
        for (int i = 0; i < Math.min(MAX_WAYS, alternatives.size()); i++) {
            steps("  " + (i + 1) + ". ", "     and ", alternatives.get(i));
        }
        int more = alternatives.size() - MAX_WAYS;
        if (!decision.unblock().complete()) {
            page.put("  or in more ways than can be listed").endLine();
        } else if (more > 0) {
            page.put("  or in " + more + " more ways, all in the JSON form").endLine();
        }
        if (!decision.requirements().isEmpty()) {
            excluded();
        }
    }

    private void steps(String first, String next, List<Step> steps) {
        for (int i = 0; i < Math.min(MAX_STEPS, steps.size()); i++) {
            page.put(i == 0 ? first : next).put(Words.step(steps.get(i))).endLine();
        }
        int more = steps.size() - MAX_STEPS;
        if (more > 0) {
            page.put(next).put(more + " more, all in the JSON form").endLine();
        }
    }

    private void obligations() {
        if (!decision.obligations().isEmpty()) {
            page.endLine().put(Ink.BOLD, "To be done besides:").endLine();
        }
        for (Obligation obligation : decision.obligations()) {
            page.put("  - ").put(obligation.words()).endLine();
        }
    }

    private void excluded() {
        page.put("Cannot approve: ");
        decision.excluded().stream()
                .limit(MAX_PEOPLE)
                .forEach(person -> page.put(person.toString()).put(", "));
        int more = decision.excluded().size() - MAX_PEOPLE;
        page.put(more > 0 ? more + " more, and any AI" : "any AI").endLine();
    }

    private void summary() {
        page.endLine();
        page.put(Ink.BOLD, "risk ")
                .put(Summary.risk(assessment.risk()))
                .put("; findings ")
                .put(Summary.findings(Summary.findings(assessment)))
                .put("; coverage ")
                .put(Summary.coverage(assessment.reports()))
                .put("; written by a model ")
                .put(Summary.aiShare(assessment))
                .put("; ")
                .put(Summary.size(assessment.change()))
                .endLine();
    }
}
