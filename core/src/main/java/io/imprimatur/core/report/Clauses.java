package io.imprimatur.core.report;

import io.imprimatur.assessment.KnownFacts;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Comparison;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.ChangeCondition.AiShare;
import io.imprimatur.policy.ChangeCondition.EmbedderFact;
import io.imprimatur.policy.ChangeCondition.Files;
import io.imprimatur.policy.ChangeCondition.Generated;
import io.imprimatur.policy.ChangeCondition.Size;
import io.imprimatur.policy.ChangeCondition.Target;
import io.imprimatur.policy.Condition;
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
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.policy.Match;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions as clauses of plain English. What the policy's author wrote goes through {@code quoted}, and nothing else. */
record Clauses(UnaryOperator<String> quoted) {
    private static final RiskBound MOST_RISK = new RiskBound.OfLevel(RiskLevel.CRITICAL);

    String condition(Condition condition) {
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
            return "the risk is " + (risk.bound().equals(MOST_RISK) ? "" : "at least ") + risk.bound();
        }
        if (condition instanceof AiConfidenceBelow below) {
            return "a model wrote code with a confidence below " + Words.percent(below.bound());
        }
        if (condition instanceof TopicTouched topic) {
            return "the change touches " + (topic.ai() == null ? "code" : "a file") + " about "
                    + either(topic.topics())
                    + (topic.paths().isEmpty() ? "" : " in " + either(topic.paths()))
                    + (topic.ai() == null
                            ? ""
                            : ", of whose added lines a model wrote at least " + Words.percent(topic.ai()));
        }
        if (condition instanceof Frozen frozen) {
            return "freeze " + either(frozen.freezes()) + " is in force";
        }
        if (condition instanceof NotRecorded missing) {
            return alternatives(missing.records().stream()
                            .map(record -> "the " + record.id().replace('-', ' '))
                            .toList())
                    + " is not recorded";
        }
        return notCovered((NotCovered) condition);
    }

    String fact(ChangeCondition condition, boolean holds) {
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
            return "the share that a model wrote of the lines added"
                    + (share.files().isAny() ? "" : " in " + files(share.files()))
                    + " is " + compared(share.comparison(), holds) + Words.percent(share.bound());
        }
        if (condition instanceof Generated generated) {
            return generated(generated, holds);
        }
        EmbedderFact fact = (EmbedderFact) condition;
        if (fact.test() instanceof FactTest.Matches matches && fact.name().equals(KnownFacts.LABELS)) {
            return "the change has " + (holds ? "a label " : "no label ") + either(matches.globs());
        }
        if (fact.test() instanceof FactTest.Matches matches && fact.name().equals(KnownFacts.AUTHOR_TEAMS)) {
            return "the author is " + (holds ? "" : "not ") + "of team " + either(matches.globs());
        }
        return "the fact " + quoted.apply(fact.name()) + " " + test(fact.test(), holds);
    }

    /** What others wrote, one or the other of it. */
    private String either(Collection<?> foreign) {
        return alternatives(quoted(foreign));
    }

    /** What others wrote, all of it. */
    String all(Collection<?> foreign) {
        return listed(quoted(foreign), " and ");
    }

    private List<String> quoted(Collection<?> foreign) {
        return foreign.stream().map(each -> quoted.apply(each.toString())).toList();
    }

    private static String alternatives(List<String> words) {
        return listed(words, " or ");
    }

    private static String listed(List<String> words, String beforeLast) {
        int last = words.size() - 1;
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + beforeLast + words.get(last);
    }

    private String join(List<Condition> parts, String word) {
        return parts.stream()
                .map(part -> isCompound(part) && parts.size() > 1 ? "(" + condition(part) + ")" : condition(part))
                .collect(Collectors.joining(word));
    }

    private static boolean isCompound(Condition condition) {
        return condition instanceof Condition.All all && all.conditions().size() > 1
                || condition instanceof Condition.Any any && any.conditions().size() > 1;
    }

    private String finding(FindingFilter wanted, int least) {
        StringBuilder words =
                new StringBuilder(least == 1 ? "there is a finding" : "there are at least " + least + " findings");
        if (!wanted.categories().isEmpty()) {
            words.append(" of category ").append(either(wanted.categories()));
        }
        List<String> more = new ArrayList<>();
        if (wanted.severity() != null) {
            more.add(" of severity " + wanted.severity().id()
                    + (wanted.severity() == Severity.CRITICAL ? "" : " or worse"));
        }
        if (wanted.confidence() != null) {
            more.add(" with a confidence of at least " + Words.percent(wanted.confidence()));
        }
        if (!wanted.rules().isEmpty()) {
            more.add(" by rule " + either(wanted.rules()));
        }
        if (!wanted.scanners().isEmpty()) {
            more.add(" from scanner " + either(wanted.scanners()));
        }
        if (!wanted.paths().isEmpty()) {
            more.add(" in " + either(wanted.paths()));
        }
        if (wanted.introducedOnly()) {
            more.add(" brought by the change");
        }
        if (!wanted.cwe().isEmpty()) {
            more.add(" with weakness " + either(wanted.cwe()));
        }
        if (!wanted.cve().isEmpty()) {
            more.add(" with a vulnerability that matches " + either(wanted.cve()));
        }
        if (!wanted.packages().isEmpty()) {
            more.add(" in package " + either(wanted.packages()));
        }
        LicenseTest license = wanted.license();
        if (license != null) {
            more.add(" on code that cannot be had without "
                    + (license.match() == Match.IN ? "licence " : "a licence other than ")
                    + either(license.licenses()));
        }
        if (wanted.fixable() != null) {
            more.add(wanted.fixable() ? " with a known fix" : " without a known fix");
        }
        return words.append(String.join(",", more)).toString();
    }

    private String notCovered(NotCovered wanted) {
        List<String> what = new ArrayList<>();
        wanted.scanners().forEach(scanner -> what.add("by scanner " + quoted.apply(scanner)));
        wanted.categories().forEach(category -> what.add("for category " + quoted.apply(category.id())));
        return "the coverage " + (what.isEmpty() ? "by some scanner" : alternatives(what)) + " is not complete"
                + (wanted.paths().isEmpty() ? "" : " in " + either(wanted.paths()));
    }

    /** Files that a filter lets through, for example {@code test files in src/** outside src/gen/**}. */
    private String files(FileFilter filter) {
        if (filter.asksPathsOnly()) {
            return either(filter.paths());
        }
        return Stream.of(
                        alternatives(filter.statuses().stream()
                                .map(Clauses::adjective)
                                .toList()),
                        alternatives(filter.kinds().stream().map(Clauses::lower).toList()),
                        "files",
                        filter.paths().isEmpty() ? "" : "in " + either(filter.paths()),
                        filter.outside().isEmpty() ? "" : "outside " + all(filter.outside()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What happened to files, to stand before them. */
    private static String adjective(ChangeStatus status) {
        return lower(status).replace(' ', '-');
    }

    /** A constant's name as a word. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String generated(Generated generated, boolean holds) {
        String which =
                alternatives(generated.patterns().stream().map(this::pattern).toList());
        if (generated.match() == Match.IN) {
            return (holds ? "code was generated " : "no code was generated ") + which;
        }
        return (holds ? "code was generated otherwise than " : "all generated code was generated ") + which;
    }

    private String pattern(GenerationPattern pattern) {
        boolean versionAlone = pattern.model() == null && pattern.version() != null;
        return Stream.of(
                        versionAlone ? "by a model" : part("by model ", pattern.model()),
                        part("in version ", pattern.version()),
                        part("at provider ", pattern.provider()),
                        part("in region ", pattern.region()),
                        part("with tool ", pattern.tool()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** A part of a pattern, where it asks for that. */
    private String part(String words, @Nullable Glob glob) {
        return glob == null ? "" : words + quoted.apply(glob.pattern());
    }

    private String test(FactTest test, boolean holds) {
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
}
