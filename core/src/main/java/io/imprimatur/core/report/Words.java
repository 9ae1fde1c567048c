package io.imprimatur.core.report;

import io.imprimatur.decision.Assumption;
import io.imprimatur.decision.FiredRule;
import io.imprimatur.decision.PolicyOrigin;
import io.imprimatur.decision.Reason;
import io.imprimatur.decision.Step;
import io.imprimatur.decision.WaiverRefusal;
import io.imprimatur.decision.WaiverUse;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Waiver;
import io.imprimatur.scan.Gap;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Conditions, steps and the like in plain English. Pure and thread-safe.
 *
 * <p>The words hold patterns, paths and names as they are: whoever prints them makes them safe for where they go.
 */
public final class Words {
    private static final Pattern COMMIT_ID = Pattern.compile("\\b([0-9a-f]{12})(?:[0-9a-f]{28}|[0-9a-f]{52})\\b");

    private Words() {}

    /** A condition as a clause, for example {@code the change touches src/**, and more than 300 lines are added}. */
    public static String condition(Condition condition) {
        return condition(condition, UnaryOperator.identity());
    }

    /** As the other, with everything that the policy's author wrote put as this says: between quotes, as code, escaped. */
    public static String condition(Condition condition, UnaryOperator<String> quoted) {
        return new Clauses(quoted).condition(condition);
    }

    /** A fact of the change or its provenance as a clause, as it holds or as it does not. */
    public static String fact(ChangeCondition condition, boolean holds) {
        return new Clauses(UnaryOperator.identity()).fact(condition, holds);
    }

    /** A step as something to do, for example {@code fix aws-access-key-id at src/Config.java:12}. */
    public static String step(Step step) {
        if (step instanceof Step.FixFinding fix) {
            return "fix " + finding(fix.finding());
        }
        if (step instanceof Step.CloseGap close) {
            return "let scanner " + close.scanner() + " cover " + gap(close.gap()) + ", with nothing found there";
        }
        if (step instanceof Step.AddScanner add) {
            String which = add.scanner() != null
                    ? "scanner " + add.scanner()
                    : "a scanner" + (add.category() == null ? "" : " that looks for " + add.category());
            return "run " + which + ", with nothing found";
        }
        if (step instanceof Step.Establish establish) {
            return "see to it that " + fact(establish.condition(), establish.holds());
        }
        if (step instanceof Step.LowerRisk lower) {
            return "bring the risk below " + lower.below();
        }
        if (step instanceof Step.RaiseConfidence raise) {
            return "have everything that a model wrote recorded with a confidence of at least " + raise.atLeast();
        }
        if (step instanceof Step.LeaveOut split) {
            return "leave " + split.path().text() + " out of the change";
        }
        if (step instanceof Step.RecordProvenance record) {
            return switch (record.what()) {
                case AUTHORSHIP -> "record who wrote each line";
                case DEVELOPER_OF_RECORD -> "record who answers for the change";
                default -> "record the " + Clauses.lower(record.what()) + " of everything that a model wrote";
            };
        }
        if (step instanceof Step.Await await) {
            return "wait until freeze " + await.freeze() + " is over";
        }
        Step.Approve approve = (Step.Approve) step;
        return "get " + requirement(approve.requirement());
    }

    /** Who must approve, for example {@code 2 approvals by security}. */
    public static String requirement(Requirement requirement) {
        return requirement(requirement, UnaryOperator.identity());
    }

    /** As the other, with roles put as this says. */
    public static String requirement(Requirement requirement, UnaryOperator<String> quoted) {
        String approvals = count(requirement.approvals(), "approval");
        String role = requirement.role();
        return approvals
                + (role == null ? " by anyone who may review" : " by " + quoted.apply(role))
                + (requirement.excluding().isEmpty()
                        ? ""
                        : ", not counting " + new Clauses(quoted).all(requirement.excluding()))
                + (requirement.within() == null ? "" : ", within " + duration(requirement.within()));
    }

    /** A duration, for example {@code 2 days}. */
    public static String duration(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return count(minutes / (24 * 60), "day");
        }
        return minutes % 60 == 0 ? count(minutes / 60, "hour") : count(minutes, "minute");
    }

    /**
     * What became of a waiver, for example {@code 1 finding and rule large, by waiver vendored of @acme/appsec until
     * 2027-01-31T00:00:00Z}.
     */
    static String waiver(WaiverUse use) {
        Waiver waiver = use.waiver();
        WaiverRefusal refusal = use.refusal();
        if (refusal != null) {
            return "waiver " + waiver.id() + " does not count: " + refusal.words();
        }
        List<String> lifted = new ArrayList<>();
        if (!use.findings().isEmpty()) {
            lifted.add(count(use.findings().size(), "finding"));
        }
        use.lifted().forEach(rule -> lifted.add("rule " + rule.rule().label()));
        return String.join(" and ", lifted) + ", by waiver " + waiver.id() + " of " + waiver.approver() + " until "
                + waiver.expires();
    }

    /** What a rule that fired does, in one word: its verdict, or {@code warn} or {@code oblige}. */
    static String effect(FiredRule fired) {
        if (!fired.counts()) {
            return "warn";
        }
        return fired.rule().then() instanceof Effect.Oblige
                ? "oblige"
                : fired.verdict().id();
    }

    /** What is taken as known, as a clause. */
    public static String assumption(Assumption assumption) {
        return switch (assumption) {
            case SILENCE_MEANS_HUMAN -> "lines of which nothing says who wrote them are taken to be a person's";
        };
    }

    /** Where a policy came from, to stand after {@code from}. */
    public static String origin(PolicyOrigin origin) {
        return origin instanceof PolicyOrigin.TargetBranch target
                ? target.path() + " at " + revision(target.commit())
                : origin.toString();
    }

    /** Who says a fact, with commit ids as people write them. */
    static String source(Reason reason) {
        return COMMIT_ID.matcher(reason.source()).replaceAll("$1");
    }

    /** A share, for example {@code 12.5 %}. */
    public static String percent(Ratio ratio) {
        return hundredths(ratio) + " %";
    }

    /** What is known about a share, for example {@code 12.5 to 40 %}. */
    public static String percent(RatioRange range) {
        return range.isExact() ? percent(range.low()) : hundredths(range.low()) + " to " + percent(range.high());
    }

    /** A number of things, for example {@code 1 file} or {@code 2 files}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A revision, with commit ids as people write them: the first 12 digits. */
    static String revision(String id) {
        return COMMIT_ID.matcher(id).replaceAll("$1");
    }

    /** A finding by its rule and place. */
    static String finding(Finding finding) {
        String where = finding.location() == null ? " in the change as a whole" : " at " + finding.location();
        return finding.rule() + where + " (" + finding.severity().id() + ", scanner " + finding.scanner() + ")";
    }

    /** What was not covered, and why. */
    static String gap(Gap gap) {
        Category category = gap.category();
        return (gap.path() == null ? "the change" : gap.path().text())
                + (category == null ? "" : " for " + category)
                + " (" + gap.detail() + ")";
    }

    private static String hundredths(Ratio ratio) {
        return BigDecimal.valueOf(ratio.millionths(), 4).stripTrailingZeros().toPlainString();
    }
}
