package io.imprimatur.policy;

import io.imprimatur.error.Preconditions;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a generation may look like: it meets all that is given here. Where the generation does not record what is asked for,
 * it is not known whether it does.
 *
 * @param model a pattern for the model's id, for example {@code anthropic/claude-*}
 * @param version a pattern for the model's version, where it is not part of the id
 * @param provider a pattern for who runs the model
 * @param region a pattern for where it runs
 * @param tool a pattern for the tool that called it
 */
public record GenerationPattern(
        @Nullable Glob model,
        @Nullable Glob version,
        @Nullable Glob provider,
        @Nullable Glob region,
        @Nullable Glob tool)
        implements Comparable<GenerationPattern> {

    private static final Comparator<GenerationPattern> ORDER = by(GenerationPattern::model)
            .thenComparing(by(GenerationPattern::version))
            .thenComparing(by(GenerationPattern::provider))
            .thenComparing(by(GenerationPattern::region))
            .thenComparing(by(GenerationPattern::tool));

    public GenerationPattern {
        Preconditions.check(
                Stream.of(model, version, provider, region, tool).anyMatch(glob -> glob != null),
                "pattern",
                "nothing",
                "must ask for a model, version, provider, region or tool");
    }

    /** Any generation by a model whose id matches. */
    public static GenerationPattern ofModel(Glob model) {
        return new GenerationPattern(model, null, null, null, null);
    }

    /** Any generation by a provider that matches. */
    public static GenerationPattern ofProvider(Glob provider) {
        return new GenerationPattern(null, null, provider, null, null);
    }

    /** Any generation in a region that matches. */
    public static GenerationPattern ofRegion(Glob region) {
        return new GenerationPattern(null, null, null, region, null);
    }

    /** Any generation by a tool that matches. */
    public static GenerationPattern ofTool(Glob tool) {
        return new GenerationPattern(null, null, null, null, tool);
    }

    @Override
    public int compareTo(GenerationPattern other) {
        return ORDER.compare(this, other);
    }

    private static Comparator<GenerationPattern> by(Function<GenerationPattern, @Nullable Glob> part) {
        return Comparator.comparing(part, Comparator.nullsFirst(Comparator.<Glob>naturalOrder()));
    }
}
