package io.imprimatur.core.policy.file;

import io.imprimatur.core.document.Node;
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
    /** {@code by} for whole patterns, and a short key for each of their parts that often stands alone. */
    static final List<String> KEYS = List.of("model", "provider", "region", "tool", "by");

    private static final List<String> PATTERN_KEYS = List.of("model", "version", "provider", "region", "tool");
    private static final List<String> MATCHES = List.of(Match.IN.id(), Match.NOT_IN.id());

    private final Problems problems;
    private final Values values;

    GenerationReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    List<Condition> read(Section section) {
        List<Condition> conditions = new ArrayList<>();
        add(section.get("model"), glob(GenerationPattern::ofModel), "anthropic/claude-*", conditions);
        add(section.get("provider"), glob(GenerationPattern::ofProvider), "anthropic", conditions);
        add(section.get("region"), glob(GenerationPattern::ofRegion), "\"eu-*\"", conditions);
        add(section.get("tool"), glob(GenerationPattern::ofTool), "claude-code", conditions);
        add(section.get("by"), this::pattern, "{ model: \"openai/*\", region: \"eu-*\" }", conditions);
        return conditions;
    }

    private Function<Node, @Nullable GenerationPattern> glob(Function<Glob, GenerationPattern> part) {
        return node -> {
            Glob glob = values.glob(node);
            return glob == null ? null : part.apply(glob);
        };
    }

    private @Nullable GenerationPattern pattern(Node node) {
        Section section = Section.of(node, PATTERN_KEYS, problems);
        if (section == null) {
            return null;
        }
        section.requireAny("{ model: \"openai/*\" }");
        int before = problems.count();
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
            @Nullable Node node,
            Function<Node, @Nullable GenerationPattern> item,
            String example,
            List<Condition> conditions) {
        if (node == null) {
            return;
        }
        if (!(node instanceof Node.Mapping)) {
            problems.refuse(
                    node, "must be a mapping", "write { in: [" + example + "] } or { not-in: [" + example + "] }");
            return;
        }
        Section section = Section.of(node, MATCHES, problems);
        if (section == null) {
            return;
        }
        Node in = section.get("in");
        Node notIn = section.get("not-in");
        section.requireExactlyOne(MATCHES, "{ not-in: [" + example + "] }");
        List<GenerationPattern> patterns = values.list(in == null ? notIn : in, item);
        if (!patterns.isEmpty()) {
            conditions.add(new ChangeCondition.Generated(in == null ? Match.NOT_IN : Match.IN, patterns));
        }
    }
}
