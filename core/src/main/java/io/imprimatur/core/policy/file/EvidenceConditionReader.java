package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.policy.FindingFilter;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.LicenseTest;
import io.imprimatur.policy.Match;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads conditions on findings, topics, freezes, risk and gaps. What comes of a condition with a problem is not to be used. */
final class EvidenceConditionReader {
    private final Problems problems;
    private final Values values;
    private final @Nullable Set<String> freezes;

    /** For conditions that may name these freezes; any where absent. */
    EvidenceConditionReader(Problems problems, Values values, @Nullable Set<String> freezes) {
        this.problems = problems;
        this.values = values;
        this.freezes = freezes;
    }

    @Nullable
    EvidenceCondition read(String key, Node node) {
        return switch (key) {
            case "finding" -> finding(node);
            case "risk" -> risk(node);
            case "topic" -> topic(node);
            case "freeze" -> freeze(node);
            case "not-recorded" -> notRecorded(node);
            default -> notCovered(node);
        };
    }

    private @Nullable EvidenceCondition finding(Node node) {
        Section section = Section.of(node, Vocabulary.FINDING, problems);
        if (section == null) {
            return null;
        }
        Node fix = section.get("fix");
        return new EvidenceCondition.FindingExists(
                new FindingFilter(
                        categories(section),
                        severity(section.get("severity")),
                        confidence(section.get("confidence")),
                        values.list(section.get("rule"), values::glob),
                        scanners(section),
                        paths(section),
                        introduced(section.get("introduced")),
                        values.list(section.get("cwe"), item -> values.of(item, EvidenceConditionReader::cwe)),
                        values.list(section.get("cve"), this::cve),
                        values.list(section.get("package"), values::glob),
                        license(section.section("license")),
                        fix == null ? null : values.flag(fix)),
                count(section.get("count")));
    }

    private static String cwe(String text) {
        if (text.matches(FindingFilter.CWE)) {
            return text;
        }
        String meant = "CWE-" + text.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        throw new ImprimaturException(
                ErrorCode.INVALID_VALUE,
                Problem.of("must be a weakness such as CWE-798")
                        .value(text)
                        .remedy(meant.matches(FindingFilter.CWE) ? "did you mean " + meant + "?" : null));
    }

    private @Nullable Glob cve(Node node) {
        Glob glob = values.glob(node);
        if (glob == null || FindingFilter.mayBeCve(glob)) {
            return glob;
        }
        Glob upper = new Glob(glob.pattern().replaceFirst("^(?i)cve-", "CVE-"));
        problems.refuse(
                node,
                "must match vulnerabilities such as CVE-2021-44228",
                FindingFilter.mayBeCve(upper) ? "did you mean " + upper + "?" : "write for example CVE-2021-*");
        return null;
    }

    private @Nullable LicenseTest license(@Nullable Section section) {
        if (section == null) {
            return null;
        }
        Node in = section.get(Match.IN.id());
        List<Glob> licenses = values.list(in == null ? section.get(Match.NOT_IN.id()) : in, values::glob);
        return licenses.isEmpty() ? null : new LicenseTest(in == null ? Match.NOT_IN : Match.IN, licenses);
    }

    private int count(@Nullable Node node) {
        Bound bound = values.bound(node, Comparison.AT_LEAST, "more findings", "5");
        Long count = values.whole(bound, 1, EvidenceCondition.MAX_COUNT);
        return count == null ? 1 : count.intValue();
    }

    private @Nullable EvidenceCondition topic(Node node) {
        if (!(node instanceof Node.Mapping)) {
            List<String> topics = values.list(node, values::id);
            return topics.isEmpty() ? null : new EvidenceCondition.TopicTouched(topics, List.of(), null);
        }
        Section section = Section.of(node, Vocabulary.TOPIC, problems);
        if (section == null) {
            return null;
        }
        List<String> topics = values.list(section.get("is"), values::id);
        Ratio ai = values.ratio(values.bound(section.get("ai"), Comparison.AT_LEAST, "more of a model", "20%"));
        return topics.isEmpty() ? null : new EvidenceCondition.TopicTouched(topics, paths(section), ai);
    }

    private @Nullable EvidenceCondition freeze(Node node) {
        List<String> ids = values.list(node, item -> {
            String id = values.id(item);
            if (id != null && freezes != null && !freezes.contains(id)) {
                String question = Nearest.question(id, freezes);
                problems.refuse(
                        item,
                        "must be a freeze that the policy declares",
                        question == null ? "declare it under freezes" : question);
            }
            return id;
        });
        return ids.isEmpty() ? null : new EvidenceCondition.Frozen(ids);
    }

    private @Nullable EvidenceCondition notRecorded(Node node) {
        List<Recording> records = values.list(node, item -> values.constant(item, Recording.values()));
        return records.isEmpty() ? null : new EvidenceCondition.NotRecorded(records);
    }

    private @Nullable Severity severity(@Nullable Node node) {
        Bound bound = values.bound(node, Comparison.AT_LEAST, "a worse finding", "high");
        return bound == null ? null : values.choice(bound, Severity.values(), Severity.INFO);
    }

    private @Nullable Ratio confidence(@Nullable Node node) {
        return values.ratio(values.bound(node, Comparison.AT_LEAST, "a surer finding", "80%"));
    }

    private boolean introduced(@Nullable Node node) {
        boolean introduced = values.flag(node);
        if (node != null && !introduced) {
            problems.refuse(
                    node,
                    "must be true: a rule can only tighten, and cannot ask that a finding be an old one",
                    "leave the key out for findings old and new");
        }
        return introduced;
    }

    private @Nullable EvidenceCondition risk(Node node) {
        Bound bound = values.bound(node, Comparison.AT_LEAST, "more risk", "high");
        if (bound == null) {
            return null;
        }
        if (!bound.operand().isEmpty() && Character.isLetter(bound.operand().charAt(0))) {
            RiskLevel level = values.choice(bound, RiskLevel.values(), RiskLevel.LOW);
            return new EvidenceCondition.RiskAtLeast(new RiskBound.OfLevel(level));
        }
        Ratio value = values.ratio(bound);
        return value == null ? null : new EvidenceCondition.RiskAtLeast(new RiskBound.OfValue(value));
    }

    private @Nullable EvidenceCondition notCovered(Node node) {
        Section section = Section.of(node, Vocabulary.NOT_COVERED, problems);
        return section == null
                ? null
                : new EvidenceCondition.NotCovered(scanners(section), categories(section), paths(section));
    }

    private List<Category> categories(Section section) {
        return values.list(section.get("category"), item -> {
            String id = values.id(item);
            return id == null ? null : new Category(id);
        });
    }

    private List<String> scanners(Section section) {
        return values.list(section.get("scanner"), values::id);
    }

    private List<Glob> paths(Section section) {
        return values.list(section.get("paths"), values::glob);
    }
}
