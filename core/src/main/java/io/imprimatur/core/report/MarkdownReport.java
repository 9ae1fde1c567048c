package io.imprimatur.core.report;

import static io.imprimatur.core.report.Markdown.code;

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
import io.imprimatur.measure.Truth;
import io.imprimatur.policy.Enforcement;
import io.imprimatur.risk.RiskFactor;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * An outcome as a comment on a pull request, in GitHub Flavored Markdown. What the change, a scanner or the policy says
 * stands in code spans, so it can be neither markup nor a mention. At most {@value #MAX_LENGTH} characters; what does not
 * fit is left out, and the comment says so.
 */
public final class MarkdownReport {
    /** What GitHub takes as a comment, in UTF-16 code units. */
    public static final int MAX_LENGTH = 65_535;

    private static final int MAX_ITEMS = 10;
    private static final int MAX_WAYS = 5;
    private static final String CUT = "\n_This is not all: the rest did not fit. The JSON form has everything._\n";

    private final Assessment assessment;
    private final Decision decision;

    private MarkdownReport(Outcome outcome) {
        this.assessment = outcome.assessment();
        this.decision = outcome.decision();
    }

    /** The comment. */
    public static String of(Outcome outcome) {
        return new MarkdownReport(outcome).comment();
    }

    private String comment() {
        StringBuilder comment = new StringBuilder(head());
        String tail = ways() + obligations() + foot();
        int room = MAX_LENGTH - tail.length() - CUT.length();
        List<String> blocks = new ArrayList<>();
        List<FiredRule> counting =
                decision.fired().stream().filter(FiredRule::counts).toList();
        for (int i = 0; i < counting.size(); i++) {
            blocks.add((i == 0 ? "\n### Why\n" : "") + rule(counting.get(i)));
        }
        String cut = append(comment, blocks, room) ? "" : CUT;
        List<String> details = List.of(waivers(), warnings(), gaps(), factors());
        if (!append(comment, details, room)) {
            cut = CUT;
        }
        return comment.append(cut).append(tail).toString();
    }

    /** Appends blocks as long as there is room; whether all of them had it. */
    private static boolean append(StringBuilder comment, List<String> blocks, int room) {
        for (String block : blocks) {
            if (comment.length() + block.length() > room) {
                return false;
            }
            comment.append(block);
        }
        return true;
    }

    private String head() {
        String mark = switch (decision.verdict()) {
            case ALLOW -> "✅ allow";
            case REVIEW -> "🟡 review";
            case BLOCK -> "⛔ block";
        };
        String says = switch (decision.verdict()) {
            case ALLOW -> "may go on";
            case REVIEW -> "may go on once people have approved it";
            case BLOCK -> "may not go on until the cause is gone";
        };
        StringBuilder head = new StringBuilder("## Imprimatur: " + mark + "\n\n");
        head.append(code(Summary.change(assessment.change())) + " " + says + ".\n\n");
        head.append("Decided under " + code(Summary.policy(decision.policy())) + ".\n");
        if (decision.policy().origin() instanceof PolicyOrigin.Starter) {
            head.append("\n> The target has no policy of its own and none was given,"
                    + " so the embedded starter policy decided.\n");
        }
        for (Assumption assumption : decision.assumptions()) {
            head.append(
                    "\n> The decision leans on an assumption of the policy: " + Words.assumption(assumption) + ".\n");
        }
        long gaps = gapsOf(assessment.reports()).size();
        head.append("\n| risk | findings | coverage | written by a model | change |\n|---|---|---|---|---|\n")
                .append("| " + Summary.risk(assessment.risk()))
                .append(" | " + Summary.findings(Summary.findings(assessment)))
                .append(" | " + Words.count(assessment.reports().size(), "scanner") + ", ")
                .append(gaps == 0 ? "no gap" : Words.count(gaps, "gap"))
                .append(" | " + Summary.aiShare(assessment))
                .append(" | " + Summary.size(assessment.change()) + " |\n");
        return head.toString();
    }

    private String rule(FiredRule fired) {
        StringBuilder text = new StringBuilder(
                "\n- **" + Words.effect(fired) + "** " + code(fired.rule().label()));
        if (fired.requirement() != null) {
            text.append(": asks for " + code(Words.requirement(fired.requirement())));
        }
        text.append('\n');
        if (fired.truth() == Truth.UNKNOWN) {
            text.append("  - not known whether it holds, so it acts as if it did\n");
        }
        text.append(items("  - ", Witnesses.together(fired.reasons()), MarkdownReport::reason));
        if (fired.rule().because() != null) {
            text.append("  - because: " + code(fired.rule().because()) + "\n");
        }
        if (!fired.rule().controls().isEmpty()) {
            text.append("  - serves: " + code(String.join(", ", fired.rule().controls())) + "\n");
        }
        return text.append("  - rule: " + code(Summary.place(fired.rule(), decision.policy())) + "\n")
                .toString();
    }

    private static String reason(Reason reason) {
        String where = reason.location() == null ? "" : code(reason.location().toString()) + ": ";
        String unknown = reason.truth() == Truth.UNKNOWN ? "_not known:_ " : "";
        return where + unknown + code(reason.fact()) + " (" + code(Words.source(reason)) + ")";
    }

    private String ways() {
        if (decision.verdict() == Verdict.ALLOW) {
            return "";
        }
        WaysOut ways = WaysOut.of(decision.unblock());
        List<List<Step>> alternatives = ways.alternatives();
        StringBuilder text = new StringBuilder("\n### What clears it\n\n");
        if (decision.unblock().ways().isEmpty()) {
            text.append("Nothing that is known.\n");
        }
        text.append(items("- ", ways.always(), MarkdownReport::step));
        if (!alternatives.isEmpty()) {
            text.append(ways.always().isEmpty() ? "Any one of these:\n" : "\nand any one of these:\n");
        }
        for (int i = 0; i < Math.min(MAX_WAYS, alternatives.size()); i++) {
            List<Step> way = alternatives.get(i);
            text.append(
                    way.size() == 1
                            ? (i + 1) + ". " + step(way.get(0)) + "\n"
                            : (i + 1) + ". all of\n" + items("   - ", way, MarkdownReport::step));
        }
        int more = alternatives.size() - MAX_WAYS;
        if (!decision.unblock().complete()) {
            text.append("\nOr in more ways than can be listed.\n");
        } else if (more > 0) {
            text.append("\nOr in " + more + " more ways, all in the JSON form.\n");
        }
        if (!decision.requirements().isEmpty()) {
            text.append("\nCannot approve (nor can any AI):\n"
                    + items("- ", decision.excluded(), person -> code(person.toString())));
        }
        return text.toString();
    }

    private String obligations() {
        return decision.obligations().isEmpty()
                ? ""
                : "\n### To be done besides\n\n"
                        + items("- ", decision.obligations(), obligation -> code(obligation.words()));
    }

    private static String step(Step step) {
        return code(Words.step(step));
    }

    private String warnings() {
        List<FiredRule> warnings = decision.fired().stream()
                .filter(fired -> fired.rule().enforcement() == Enforcement.WARN)
                .toList();
        StringBuilder text = new StringBuilder();
        warnings.stream().limit(MAX_ITEMS).forEach(warning -> text.append(rule(warning)));
        return details("Warnings", warnings.size(), text.toString());
    }

    private String waivers() {
        return details(
                "Waivers", decision.waivers().size(), "\n" + items("- ", decision.waivers(), MarkdownReport::waiver));
    }

    private static String waiver(WaiverUse use) {
        String words = code(Words.waiver(use));
        return use.counts()
                ? "**waived** " + words + "\n" + items("  - ", use.findings(), finding -> code(Words.finding(finding)))
                        + "  - because: " + code(use.waiver().reason())
                : words;
    }

    private String gaps() {
        List<String> gaps = gapsOf(assessment.reports());
        return details("Not covered", gaps.size(), "\n" + items("- ", gaps, Markdown::code));
    }

    private static List<String> gapsOf(List<ScanReport> reports) {
        List<String> gaps = new ArrayList<>();
        for (ScanReport report : reports) {
            for (Gap gap : report.coverage().gaps()) {
                gaps.add(report.scanner().id() + ": " + Words.gap(gap));
            }
        }
        return gaps;
    }

    private String factors() {
        List<RiskFactor> factors = assessment.risk().factors();
        return details(
                "Risk factors",
                factors.size(),
                "\n"
                        + items(
                                "- ",
                                factors,
                                factor -> code(factor.id()) + " " + factor.contribution() + ": "
                                        + code(factor.detail())));
    }

    private static String details(String title, int count, String body) {
        return count == 0
                ? ""
                : "\n<details>\n<summary>" + title + " (" + count + ")</summary>\n" + body + "\n</details>\n";
    }

    private static <T> String items(String bullet, List<T> things, Function<T, String> words) {
        StringBuilder text = new StringBuilder();
        things.stream().limit(MAX_ITEMS).forEach(thing -> text.append(bullet + words.apply(thing) + "\n"));
        int more = things.size() - MAX_ITEMS;
        return more > 0
                ? text.append(bullet + "and " + more + " more, all in the JSON form\n")
                        .toString()
                : text.toString();
    }

    private String foot() {
        return "\n<sub>An approval is for exactly this: " + decision.subject() + "</sub>\n";
    }
}
