package io.imprimatur.core.policy.file;

import io.imprimatur.assessment.FactValue;
import io.imprimatur.core.document.Node;
import io.imprimatur.measure.Comparison;
import io.imprimatur.measure.Ratio;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.EvidenceCondition;
import io.imprimatur.policy.FactTest;
import io.imprimatur.policy.Glob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditions on the change and its provenance. One key of the file may ask several things, so a list comes of it:
 * empty where a problem was reported. {@code ai} may also ask for confidence, which is evidence.
 */
final class ChangeConditionReader {
    private static final List<String> AI_KEYS = List.of("share", "paths", "model", "confidence");
    private static final List<String> FACT_KEYS = List.of("name", "matches", "compares", "is");
    private static final List<String> MATCHES =
            List.of(ChangeCondition.Match.IN.id(), ChangeCondition.Match.NOT_IN.id());
    private static final List<String> MEASURES = List.of(
            ChangeCondition.Measure.FILES.id(),
            ChangeCondition.Measure.ADDED_LINES.id(),
            ChangeCondition.Measure.DELETED_LINES.id());

    private final Problems problems;
    private final Values values;

    ChangeConditionReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    List<Condition> read(String key, Node node) {
        return switch (key) {
            case "paths" -> globs(node, true);
            case "target" -> globs(node, false);
            case "change" -> sizes(node);
            case "ai" -> ai(node);
            default -> fact(node);
        };
    }

    private List<Condition> globs(Node node, boolean paths) {
        List<Glob> globs = values.list(node, values::glob);
        if (globs.isEmpty()) {
            return List.of();
        }
        return List.of(paths ? new ChangeCondition.Paths(globs) : new ChangeCondition.Target(globs));
    }

    private List<Condition> sizes(Node node) {
        List<Condition> sizes = new ArrayList<>();
        Section section = Section.of(node, MEASURES, problems);
        if (section == null) {
            return sizes;
        }
        for (ChangeCondition.Measure measure : ChangeCondition.Measure.values()) {
            Bound bound = values.bound(section.get(measure.id()), "30");
            Long count = values.whole(bound, 0, FactValue.Whole.MAX);
            if (bound != null && count != null) {
                sizes.add(new ChangeCondition.Size(measure, bound.comparison(), count));
            }
        }
        section.requireAny("{ files: \">= 30\" }");
        return sizes;
    }

    private List<Condition> ai(Node node) {
        List<Condition> conditions = new ArrayList<>();
        Section section = Section.of(node, AI_KEYS, problems);
        if (section == null) {
            return conditions;
        }
        Node share = section.get("share");
        Node paths = section.get("paths");
        Bound least = values.bound(share, "20%");
        Ratio ratio = values.ratio(least);
        List<Glob> globs = values.list(paths, values::glob);
        if (least != null && ratio != null) {
            conditions.add(new ChangeCondition.AiShare(globs, least.comparison(), ratio));
        }
        if (share == null && paths != null) {
            problems.refuse(
                    paths,
                    "must stand beside share, which it narrows",
                    "add a share, or ask for the paths in a condition of their own");
        }
        ChangeCondition.ModelId model = model(section.get("model"));
        if (model != null) {
            conditions.add(model);
        }
        Ratio confidence =
                values.ratio(values.bound(section.get("confidence"), Comparison.BELOW, "less confidence", "70%"));
        if (confidence != null) {
            conditions.add(new EvidenceCondition.AiConfidenceBelow(confidence));
        }
        section.requireAny("{ share: \">= 20%\" }");
        return conditions;
    }

    private ChangeCondition.@Nullable ModelId model(@Nullable Node node) {
        if (node != null && !(node instanceof Node.Mapping)) {
            problems.refuse(node, "must be a mapping", "write { in: [anthropic/claude-*] } or { not-in: […] }");
            return null;
        }
        Section section = node == null ? null : Section.of(node, MATCHES, problems);
        if (section == null) {
            return null;
        }
        Node in = section.get("in");
        Node notIn = section.get("not-in");
        section.requireExactlyOne(MATCHES, "{ not-in: [anthropic/claude-*] }");
        List<Glob> globs = values.list(in == null ? notIn : in, values::glob);
        ChangeCondition.Match match = in == null ? ChangeCondition.Match.NOT_IN : ChangeCondition.Match.IN;
        return globs.isEmpty() ? null : new ChangeCondition.ModelId(match, globs);
    }

    private List<Condition> fact(Node node) {
        Section section = Section.of(node, FACT_KEYS, problems);
        if (section == null) {
            return List.of();
        }
        String name = values.id(section.require("name", "name the fact, for example name: acme.team"));
        section.requireExactlyOne(FACT_KEYS.subList(1, FACT_KEYS.size()), "matches: payments");
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
