package io.imprimatur.core.policy.cases;

import io.imprimatur.change.RepoPath;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.file.ConditionReader;
import io.imprimatur.core.policy.file.Nearest;
import io.imprimatur.core.policy.file.Percent;
import io.imprimatur.core.policy.file.Problems;
import io.imprimatur.core.policy.file.Section;
import io.imprimatur.core.policy.file.Values;
import io.imprimatur.core.policy.shape.CaseVocabulary;
import io.imprimatur.finding.Category;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition.Recording;
import io.imprimatur.policy.Freeze;
import io.imprimatur.policy.Policy;
import io.imprimatur.policy.Requirement;
import io.imprimatur.risk.RiskBound;
import io.imprimatur.risk.RiskLevel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the steps that clear a change. What comes of one with a problem is not to be used. */
final class StepReader {
    private final Problems problems;
    private final Values values;
    private final List<String> freezes;
    private final Function<Node, @Nullable Requirement> requirements;

    /** For steps under a policy, with the reader of its requirements. */
    StepReader(Problems problems, Values values, Policy policy, Function<Node, @Nullable Requirement> requirements) {
        this.problems = problems;
        this.values = values;
        freezes = policy.freezes().stream().map(Freeze::id).toList();
        this.requirements = requirements;
    }

    /** A way: one step, or several that clear the change together. */
    @Nullable
    List<StepWords> way(Node node) {
        return values.list(node, this::step);
    }

    private @Nullable StepWords step(Node node) {
        Section section = Section.of(node, CaseVocabulary.STEP, problems);
        if (section == null) {
            return null;
        }
        Node fix = section.get("fix");
        if (fix != null) {
            return fix(fix);
        }
        Node cover = section.get("cover");
        if (cover != null) {
            return cover(cover);
        }
        Node run = section.get("run");
        if (run != null) {
            return run(run);
        }
        Node establish = section.get("establish");
        if (establish != null) {
            return establish(establish);
        }
        Node approve = section.get("approve");
        if (approve != null) {
            Requirement requirement = requirements.apply(approve);
            return requirement == null ? null : StepWords.approve(requirement);
        }
        Node risk = section.get("risk-below");
        if (risk != null) {
            RiskBound bound = values.of(risk, StepReader::risk);
            return bound == null ? null : StepWords.riskBelow(bound);
        }
        return alone(section);
    }

    /** Those of which a word says all. */
    private @Nullable StepWords alone(Section section) {
        Ratio confidence = values.of(section.get("confidence-from"), Words::share);
        if (confidence != null) {
            return StepWords.alone("confidence-from", Percent.text(confidence));
        }
        RepoPath path = values.of(section.get("leave-out"), RepoPath::new);
        if (path != null) {
            return StepWords.alone("leave-out", path.text());
        }
        Node record = section.get("record");
        if (record != null) {
            Recording what = values.choice(record, Recording.values(), Recording.AUTHORSHIP);
            return StepWords.alone("record", what.id());
        }
        String freeze = freeze(section.get("await"));
        return freeze == null ? null : StepWords.alone("await", freeze);
    }

    private @Nullable StepWords fix(Node node) {
        if (!(node instanceof Node.Mapping)) {
            Category category = category(node);
            return category == null ? null : StepWords.fix(category, null, null, null);
        }
        Section section = Section.of(node, CaseVocabulary.FIX, problems);
        return section == null
                ? null
                : StepWords.fix(
                        category(section.get("category")),
                        values.words(section.get("rule"), 250),
                        values.id(section.get("scanner")),
                        values.of(section.get("path"), RepoPath::new));
    }

    private @Nullable StepWords cover(Node node) {
        if (!(node instanceof Node.Mapping)) {
            Category category = category(node);
            return category == null ? null : StepWords.cover(category, null, null);
        }
        Section section = Section.of(node, CaseVocabulary.COVER, problems);
        return section == null
                ? null
                : StepWords.cover(
                        category(section.get("category")),
                        values.id(section.get("scanner")),
                        values.of(section.get("path"), RepoPath::new));
    }

    private @Nullable StepWords run(Node node) {
        if (!(node instanceof Node.Mapping)) {
            String scanner = values.id(node);
            return scanner == null ? null : StepWords.run(scanner, null);
        }
        Section section = Section.of(node, CaseVocabulary.RUN, problems);
        return section == null
                ? null
                : StepWords.run(values.id(section.get("scanner")), category(section.get("category")));
    }

    private @Nullable StepWords establish(Node node) {
        Condition condition = ConditionReader.read(node, problems);
        if (condition == null) {
            return null;
        }
        if (condition instanceof ChangeCondition || condition instanceof Condition.Not) {
            return StepWords.establish(condition);
        }
        problems.addFromPolicy(node.problem("must be one fact of the change or its provenance, or not one")
                .remedy("write for example { target: main }, or { not: { target: main } }"));
        return null;
    }

    private @Nullable Category category(@Nullable Node node) {
        String id = values.id(node);
        return id == null ? null : new Category(id);
    }

    private @Nullable String freeze(@Nullable Node node) {
        String id = values.id(node);
        if (node != null && id != null && !freezes.contains(id)) {
            problems.refuse(node, "must be a freeze of the policy", Nearest.question(id, freezes));
            return null;
        }
        return id;
    }

    private static RiskBound risk(String text) {
        Ratio ratio = Percent.parse(text);
        if (ratio != null) {
            return new RiskBound.OfValue(ratio);
        }
        return new RiskBound.OfLevel(Arrays.stream(RiskLevel.values())
                .filter(level -> level.id().equals(text))
                .findFirst()
                .orElseThrow(() -> Words.refused("must be a level such as high, or a share such as 60%", text)));
    }
}
