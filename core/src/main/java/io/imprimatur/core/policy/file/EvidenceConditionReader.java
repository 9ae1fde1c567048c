package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.Glob;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads conditions on findings, risk and gaps. What comes of a condition with a problem is not to be used. */
final class EvidenceConditionReader {
    private static final List<String> FINDING_KEYS =
            List.of("category", "severity", "confidence", "rule", "scanner", "paths", "introduced");
    private static final List<String> NOT_COVERED_KEYS = List.of("scanner", "category", "paths");

    private final Problems problems;
    private final Values values;

    EvidenceConditionReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    @Nullable
    EvidenceCondition read(String key, Node node) {
        return switch (key) {
            case "finding" -> finding(node);
            case "risk" -> risk(node);
            default -> notCovered(node);
        };
    }

    private @Nullable EvidenceCondition finding(Node node) {
        Section section = Section.of(node, FINDING_KEYS, problems);
        if (section == null) {
            return null;
        }
        return new EvidenceCondition.FindingExists(
                categories(section),
                severity(section.get("severity")),
                confidence(section.get("confidence")),
                values.list(section.get("rule"), values::glob),
                scanners(section),
                paths(section),
                introduced(section.get("introduced")));
    }

    private @Nullable Severity severity(@Nullable Node node) {
        Bound bound = values.bound(node, Comparison.AT_LEAST, "a worse finding", "high");
        return bound == null ? null : values.choice(bound.node(), bound.operand(), Severity.values(), Severity.INFO);
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
            RiskLevel level = values.choice(node, bound.operand(), RiskLevel.values(), RiskLevel.LOW);
            return new EvidenceCondition.RiskAtLeast(new RiskBound.OfLevel(level));
        }
        Ratio value = values.ratio(bound);
        return value == null ? null : new EvidenceCondition.RiskAtLeast(new RiskBound.OfValue(value));
    }

    private @Nullable EvidenceCondition notCovered(Node node) {
        Section section = Section.of(node, NOT_COVERED_KEYS, problems);
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
