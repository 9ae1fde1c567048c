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
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.Durations;
import io.imprimatur.policy.Effect;
import io.imprimatur.policy.EvidenceCondition.AiConfidenceBelow;
import io.imprimatur.policy.EvidenceCondition.FindingExists;
import io.imprimatur.policy.EvidenceCondition.Frozen;
import io.imprimatur.policy.EvidenceCondition.NotCovered;
import io.imprimatur.policy.EvidenceCondition.NotRecorded;
import io.imprimatur.policy.EvidenceCondition.RiskAtLeast;
import io.imprimatur.policy.EvidenceCondition.TopicTouched;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.GenerationPattern;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.policy.Match;
import io.imprimatur.policy.Requirement;
import io.imprimatur.policy.Waiver;
import io.imprimatur.scan.Gap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        if (condition instanceof Condition.All all) {
            return join(all.conditions(), ", and ");
        }
        if (condition instanceof Condition.Any any) {
            return join(any.conditions(), ", or ");
        }
        if (condition instanceof Condition.Not not) {
            return fact(not.condition(), false);
        }
        if (condition instanceof ChangeCondition change) {
            return fact(change, true);
        }
        if (condition instanceof FindingExists finding) {
            return finding(finding.filter(), finding.least());
        }
        if (condition instanceof RiskAtLeast risk) {
            return "the risk is at least " + risk.bound();
        }
        if (condition instanceof AiConfidenceBelow below) {
            return "a model wrote code with a confidence below " + below.bound();
        }
        if (condition instanceof TopicTouched topic) {
            return "the change touches code about " + either(topic.topics())
                    + (topic.paths().isEmpty() ? "" : " in " + either(topic.paths()))
                    + (topic.ai() == null ? "" : ", of which a model wrote at least " + percent(topic.ai()));
        }
        if (condition instanceof Frozen frozen) {
            return "freeze " + either(frozen.freezes()) + " is in force";
        }
        if (condition instanceof NotRecorded missing) {
            return either(missing.records().stream()
                            .map(record -> record.id().replace('-', ' '))
                            .toList())
                    + " is not recorded";
        }
        return notCovered((NotCovered) condition);
    }

    /** A fact of the change or its provenance as a clause, as it holds or as it does not. */
    public static String fact(ChangeCondition condition, boolean holds) {
        if (condition instanceof Files files) {
            return files.filter().asksPathsOnly()
                    ? "the change touches " + (holds ? "" : "nothing in ")
                            + either(files.filter().paths())
                    : "the change touches " + (holds ? "" : "no ") + files(files.filter());
        }
        if (condition instanceof Target target) {
            return "the target branch is " + (holds ? "" : "not ") + either(target.globs());
        }
        if (condition instanceof Size size) {
            String counted = switch (size.measure()) {
                case FILES -> "number of files changed";
                case ADDED_LINES -> "number of lines added";
                case DELETED_LINES -> "number of lines deleted";
            };
            return "the " + counted + (size.files().isAny() ? "" : " in " + files(size.files())) + " is "
                    + compared(size.comparison(), holds) + size.bound();
        }
        if (condition instanceof AiShare share) {
            return "the share that a model wrote"
                    + (share.files().isAny() ? "" : " in " + files(share.files()))
                    + " is " + compared(share.comparison(), holds) + percent(share.bound());
        }
        if (condition instanceof Generated generated) {
            return generated(generated, holds);
        }
        EmbedderFact fact = (EmbedderFact) condition;
        return "the fact " + fact.name() + " " + test(fact.test(), holds);
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
                default -> "record the " + lower(record.what()) + " of everything that a model wrote";
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
        String approvals = count(requirement.approvals(), "approval");
        String role = requirement.role();
        return approvals
                + (role == null ? " by anyone who may review" : " by " + role)
                + (requirement.excluding().isEmpty() ? "" : ", " + either(requirement.excluding()) + " not counted")
                + (requirement.within() == null ? "" : ", within " + Durations.text(requirement.within()));
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

    private static String join(List<Condition> parts, String word) {
        return parts.stream()
                .map(part -> isCompound(part) && parts.size() > 1 ? "(" + condition(part) + ")" : condition(part))
                .collect(Collectors.joining(word));
    }

    private static boolean isCompound(Condition condition) {
        return condition instanceof Condition.All all && all.conditions().size() > 1
                || condition instanceof Condition.Any any && any.conditions().size() > 1;
    }

    private static String finding(FindingFilter wanted, int least) {
        StringBuilder words = new StringBuilder(least == 1 ? "there is a finding" : "there are " + least + " findings");
        if (!wanted.categories().isEmpty()) {
            words.append(" of category ").append(either(wanted.categories()));
        }
        List<String> more = new ArrayList<>();
        if (wanted.severity() != null) {
            more.add("of severity " + wanted.severity().id() + " or worse");
        }
        if (wanted.confidence() != null) {
            more.add("with a confidence of at least " + wanted.confidence());
        }
        if (!wanted.rules().isEmpty()) {
            more.add("by rule " + either(wanted.rules()));
        }
        if (!wanted.scanners().isEmpty()) {
            more.add("from scanner " + either(wanted.scanners()));
        }
        if (!wanted.paths().isEmpty()) {
            more.add("in " + either(wanted.paths()));
        }
        if (wanted.introducedOnly()) {
            more.add("brought by the change");
        }
        if (!wanted.cwe().isEmpty()) {
            more.add("of weakness " + either(wanted.cwe()));
        }
        if (!wanted.cve().isEmpty()) {
            more.add("of vulnerability " + either(wanted.cve()));
        }
        if (!wanted.packages().isEmpty()) {
            more.add("in package " + either(wanted.packages()));
        }
        LicenseTest license = wanted.license();
        if (license != null) {
            more.add((license.match() == Match.IN ? "under licence " : "under a licence other than ")
                    + either(license.licenses()));
        }
        if (wanted.fixable() != null) {
            more.add(wanted.fixable() ? "with a known fix" : "without a known fix");
        }
        more.forEach(part -> words.append(' ').append(part));
        return words.toString();
    }

    private static String notCovered(NotCovered wanted) {
        List<String> what = new ArrayList<>();
        wanted.scanners().forEach(scanner -> what.add("by scanner " + scanner));
        wanted.categories().forEach(category -> what.add("for category " + category));
        return "the coverage " + (what.isEmpty() ? "by some scanner" : either(what)) + " is not complete"
                + (wanted.paths().isEmpty() ? "" : " in " + either(wanted.paths()));
    }

    /** Files that a filter lets through, for example {@code test files in src/** outside src/gen/**}. */
    private static String files(FileFilter filter) {
        if (filter.asksPathsOnly()) {
            return either(filter.paths());
        }
        return Stream.of(
                        either(filter.statuses().stream().map(Words::lower).toList()),
                        either(filter.kinds().stream().map(Words::lower).toList()),
                        "files",
                        filter.paths().isEmpty() ? "" : "in " + either(filter.paths()),
                        filter.outside().isEmpty() ? "" : "outside " + either(filter.outside()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String generated(Generated generated, boolean holds) {
        String which = either(generated.patterns().stream().map(Words::pattern).toList());
        if (generated.match() == Match.IN) {
            return holds ? "code was generated by " + which : "no code was generated by " + which;
        }
        return holds ? "code was generated by other than " + which : "all that was generated was by " + which;
    }

    private static String pattern(GenerationPattern pattern) {
        List<String> words = new ArrayList<>();
        Stream.ofNullable(pattern.model()).forEach(glob -> words.add("model " + glob));
        Stream.ofNullable(pattern.version()).forEach(glob -> words.add("version " + glob));
        Stream.ofNullable(pattern.provider()).forEach(glob -> words.add("provider " + glob));
        Stream.ofNullable(pattern.region()).forEach(glob -> words.add("region " + glob));
        Stream.ofNullable(pattern.tool()).forEach(glob -> words.add("tool " + glob));
        return String.join(" with ", words);
    }

    private static String test(FactTest test, boolean holds) {
        if (test instanceof FactTest.Matches matches) {
            return (holds ? "matches " : "does not match ") + either(matches.globs());
        }
        if (test instanceof FactTest.Compares compares) {
            return "is " + compared(compares.comparison(), holds) + compares.bound();
        }
        return "is " + (((FactTest.Is) test).value() == holds);
    }

    /** The comparison, or its opposite, to stand before the bound. */
    private static String compared(Comparison comparison, boolean holds) {
        return switch (comparison) {
            case AT_LEAST -> holds ? "at least " : "below ";
            case ABOVE -> holds ? "above " : "at most ";
            case AT_MOST -> holds ? "at most " : "above ";
            case BELOW -> holds ? "below " : "at least ";
            case EQUAL -> holds ? "" : "not ";
        };
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

    private static String either(Collection<?> alternatives) {
        return alternatives.stream().map(Object::toString).collect(Collectors.joining(" or "));
    }

    private static String hundredths(Ratio ratio) {
        return BigDecimal.valueOf(ratio.millionths(), 4).stripTrailingZeros().toPlainString();
    }
}
