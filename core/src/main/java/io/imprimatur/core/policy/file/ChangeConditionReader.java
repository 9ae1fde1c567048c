package io.imprimatur.core.policy.file;

import io.imprimatur.assessment.FactValue;
import io.imprimatur.assessment.KnownFacts;
import io.imprimatur.change.ChangeStatus;
import io.imprimatur.change.FileKind;
import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.ChangeCondition.Measure;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.FileFilter;
import io.imprimatur.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions on the change and its provenance. One key of the file may ask several things, so a list comes of it:
 * empty where a problem was reported. {@code ai} may also ask for confidence, which is evidence.
 */
final class ChangeConditionReader {
    private final Problems problems;
    private final Values values;
    private final GenerationReader generations;

    ChangeConditionReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
        generations = new GenerationReader(problems, values);
    }

    List<Condition> read(String key, Node node) {
        return switch (key) {
            case "paths" -> paths(node);
            case "files" -> files(node);
            case "target" -> target(node);
            case "change" -> sizes(node);
            case "ai" -> ai(node);
            case "label" -> known(KnownFacts.LABELS, node);
            case "team" -> known(KnownFacts.AUTHOR_TEAMS, node);
            default -> fact(node);
        };
    }

    private List<Condition> paths(Node node) {
        List<Glob> globs = values.list(node, values::glob);
        return globs.isEmpty() ? List.of() : List.of(ChangeCondition.Files.in(globs));
    }

    private List<Condition> files(Node node) {
        Section section = Section.of(node, Vocabulary.FILES, problems);
        if (section == null) {
            return List.of();
        }
        FileFilter filter = filter(section);
        return filter.isAny() ? List.of() : List.of(new ChangeCondition.Files(filter));
    }

    /** The keys of a section that say which files count. */
    private FileFilter filter(Section section) {
        return new FileFilter(
                values.list(section.get("paths"), values::glob),
                values.list(section.get("outside"), values::glob),
                values.list(section.get("kind"), item -> values.constant(item, FileKind.values())),
                values.list(section.get("status"), item -> values.constant(item, ChangeStatus.values())));
    }

    private List<Condition> target(Node node) {
        List<Glob> globs = values.list(node, values::glob);
        return globs.isEmpty() ? List.of() : List.of(new ChangeCondition.Target(globs));
    }

    private List<Condition> sizes(Node node) {
        List<Condition> sizes = new ArrayList<>();
        Section section = Section.of(node, Vocabulary.CHANGE, problems);
        if (section == null) {
            return sizes;
        }
        FileFilter files = filter(section);
        for (Measure measure : Measure.values()) {
            Bound bound = values.bound(section.get(measure.id()), "30");
            Long count = values.whole(bound, 0, FactValue.Whole.MAX);
            if (bound != null && count != null) {
                sizes.add(new ChangeCondition.Size(files, measure, bound.comparison(), count));
            }
        }
        return sizes;
    }

    private List<Condition> ai(Node node) {
        List<Condition> conditions = new ArrayList<>();
        Section section = Section.of(node, Vocabulary.AI, problems);
        if (section == null) {
            return conditions;
        }
        Bound least = values.bound(section.get("share"), "20%");
        Ratio ratio = values.ratio(least);
        FileFilter files = filter(section);
        if (least != null && ratio != null) {
            conditions.add(new ChangeCondition.AiShare(files, least.comparison(), ratio));
        }
        conditions.addAll(generations.read(section));
        Ratio confidence =
                values.ratio(values.bound(section.get("confidence"), Comparison.BELOW, "less confidence", "70%"));
        if (confidence != null) {
            conditions.add(new EvidenceCondition.AiConfidenceBelow(confidence));
        }
        return conditions;
    }

    /** A short word for a fact that many embedders give. */
    private List<Condition> known(String fact, Node node) {
        List<Glob> globs = values.list(node, values::glob);
        return globs.isEmpty()
                ? List.of()
                : List.of(new ChangeCondition.EmbedderFact(fact, new FactTest.Matches(globs)));
    }

    private List<Condition> fact(Node node) {
        Section section = Section.of(node, Vocabulary.FACT, problems);
        if (section == null) {
            return List.of();
        }
        String name = values.id(section.get("name"));
        FactTest test = test(section);
        return name == null || test == null ? List.of() : List.of(new ChangeCondition.EmbedderFact(name, test));
    }

    private @Nullable FactTest test(Section section) {
        if (section.get("matches") != null) {
            List<Glob> globs = values.list(section.get("matches"), values::glob);
            return globs.isEmpty() ? null : new FactTest.Matches(globs);
        }
        Bound bound = values.bound(section.get("compares"), "3");
        Long number = values.whole(bound, -FactValue.Whole.MAX, FactValue.Whole.MAX);
        if (bound != null && number != null) {
            return new FactTest.Compares(bound.comparison(), number);
        }
        return section.get("is") == null ? null : new FactTest.Is(values.flag(section.get("is")));
    }
}
