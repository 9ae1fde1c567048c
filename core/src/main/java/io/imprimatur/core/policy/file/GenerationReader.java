package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
import io.imprimatur.core.policy.shape.Vocabulary;
import io.imprimatur.policy.ChangeCondition;
import io.imprimatur.policy.Condition;
import io.imprimatur.policy.GenerationPattern;
import io.imprimatur.policy.Glob;
import io.imprimatur.policy.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a policy asks of the models and tools that took part. */
final class GenerationReader {
    private final Problems problems;
    private final Values values;

    GenerationReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    List<Condition> read(Section section) {
        List<Condition> conditions = new ArrayList<>();
        add(section.section("model"), glob(GenerationPattern::ofModel), conditions);
        add(section.section("provider"), glob(GenerationPattern::ofProvider), conditions);
        add(section.section("region"), glob(GenerationPattern::ofRegion), conditions);
        add(section.section("tool"), glob(GenerationPattern::ofTool), conditions);
        add(section.section("by"), this::pattern, conditions);
        return conditions;
    }

    private Function<Node, @Nullable GenerationPattern> glob(Function<Glob, GenerationPattern> part) {
        return node -> {
            Glob glob = values.glob(node);
            return glob == null ? null : part.apply(glob);
        };
    }

    private @Nullable GenerationPattern pattern(Node node) {
        int before = problems.count();
        Section section = Section.of(node, Vocabulary.PATTERN, problems);
        if (section == null) {
            return null;
        }
        Glob model = values.glob(section.get("model"));
        Glob version = values.glob(section.get("version"));
        Glob provider = values.glob(section.get("provider"));
        Glob region = values.glob(section.get("region"));
        Glob tool = values.glob(section.get("tool"));
        boolean asks = model != null || version != null || provider != null || region != null || tool != null;
        return asks && problems.count() == before
                ? new GenerationPattern(model, version, provider, region, tool)
                : null;
    }

    private void add(
            @Nullable Section section, Function<Node, @Nullable GenerationPattern> item, List<Condition> conditions) {
        if (section == null) {
            return;
        }
        Node in = section.get(Match.IN.id());
        List<GenerationPattern> patterns = values.list(in == null ? section.get(Match.NOT_IN.id()) : in, item);
        if (!patterns.isEmpty()) {
            conditions.add(new ChangeCondition.Generated(in == null ? Match.NOT_IN : Match.IN, patterns));
        }
    }
}
