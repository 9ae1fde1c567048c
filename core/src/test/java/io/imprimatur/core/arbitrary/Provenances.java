package io.imprimatur.core.arbitrary;

import io.imprimatur.change.LineRange;
import io.imprimatur.change.LineRanges;
import io.imprimatur.change.RepoPath;
import io.imprimatur.measure.Ratio;
import io.imprimatur.measure.RatioRange;
import io.imprimatur.provenance.Attribution;
import io.imprimatur.provenance.Contributor;
import io.imprimatur.provenance.DeveloperOfRecord;
import io.imprimatur.provenance.Evidence;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.Model;
import io.imprimatur.provenance.PromptCommitment;
import io.imprimatur.provenance.Provenance;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Provenance and what it is made of. */
public final class Provenances {
    private Provenances() {}

    /** Any provenance; its attributions name generations that it has. */
    public static Arbitrary<Provenance> any() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(Tuple.of(3, attributions()), Tuple.of(1, alike()))
                                .list()
                                .ofMaxSize(4),
                        generations().list().uniqueElements(Generation::id).ofMaxSize(3),
                        developers().injectNull(0.5))
                .as(Provenances::consistent)
                .withoutEdgeCases();
    }

    private static Provenance consistent(
            List<Attribution> attributions, List<Generation> generations, DeveloperOfRecord developer) {
        List<String> ids = generations.stream().map(Generation::id).toList();
        List<Attribution> known = attributions.stream()
                .map(attribution ->
                        ids.contains(attribution.generation()) ? attribution : withoutGeneration(attribution))
                .toList();
        return new Provenance(known, generations, developer);
    }

    private static Attribution withoutGeneration(Attribution attribution) {
        return new Attribution(
                attribution.path(),
                attribution.lines(),
                attribution.contributor(),
                attribution.aiShare(),
                null,
                attribution.evidence());
    }

    /** Any attribution; its generation is one of few ids. */
    public static Arbitrary<Attribution> attributions() {
        return Combinators.combine(
                        Changes.paths(),
                        Changes.lineRanges().filter(lines -> !lines.isEmpty()).injectNull(0.3),
                        Arbitraries.of(Contributor.values()),
                        Measures.ranges(),
                        Texts.ids().injectNull(0.3),
                        evidence().list().ofMinSize(1).ofMaxSize(2))
                .as(Provenances::attribution)
                .withoutEdgeCases();
    }

    /** Attributions that differ in one thing or another alone, so that their order matters. */
    public static Arbitrary<Attribution> alike() {
        return Combinators.combine(
                        Arbitraries.just(RepoPath.of("README.md")),
                        Arbitraries.of(LineRanges.of(LineRange.of(1))).injectNull(0.8),
                        Arbitraries.of(Contributor.values()),
                        Arbitraries.of(RatioRange.UNKNOWN, RatioRange.exactly(Ratio.ONE)),
                        Arbitraries.of("null").injectNull(0.5),
                        Arbitraries.of("x", "y")
                                .map(detail -> new Evidence(Evidence.Kind.EMBEDDER, Evidence.Strength.CLAIMED, detail))
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2))
                .as(Provenances::attribution)
                .withoutEdgeCases();
    }

    private static Attribution attribution(
            RepoPath path,
            LineRanges lines,
            Contributor contributor,
            RatioRange share,
            String generation,
            List<Evidence> evidence) {
        RatioRange fitting = switch (contributor) {
            case HUMAN -> RatioRange.exactly(Ratio.ZERO);
            case AI -> RatioRange.exactly(Ratio.ONE);
            case MIXED, UNKNOWN -> share;
        };
        return new Attribution(path, lines, contributor, fitting, generation, evidence);
    }

    /** Any generation. */
    public static Arbitrary<Generation> generations() {
        return Combinators.combine(
                        Texts.ids(),
                        models().injectNull(0.2),
                        Texts.any(250).injectNull(0.3),
                        Changes.persons().injectNull(0.3),
                        Changes.digests()
                                .map(digest -> new PromptCommitment(digest.hex()))
                                .injectNull(0.5),
                        Measures.ratios().injectNull(0.3),
                        Arbitraries.integers().between(0, Integer.MAX_VALUE).injectNull(0.3),
                        Changes.instants().injectNull(0.3))
                .as(Generation::new)
                .withoutEdgeCases();
    }

    /** Any model. */
    public static Arbitrary<Model> models() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.of("anthropic/claude-opus-4", "openai/gpt-5", "acme/local"),
                                Texts.any(Model.MAX_ID)),
                        Texts.any(250).injectNull(0.5),
                        Texts.any(250).injectNull(0.5),
                        Arbitraries.of("eu-central-1", "us-east-1").injectNull(0.5))
                .as(Model::new)
                .withoutEdgeCases();
    }

    /** Any developer of record. */
    public static Arbitrary<DeveloperOfRecord> developers() {
        return Combinators.combine(Changes.persons(), evidence()).as(DeveloperOfRecord::new);
    }

    /** Any evidence. */
    public static Arbitrary<Evidence> evidence() {
        return Combinators.combine(
                        Arbitraries.of(Evidence.Kind.values()),
                        Arbitraries.of(Evidence.Strength.values()),
                        Texts.any(1000))
                .as(Evidence::new);
    }
}
