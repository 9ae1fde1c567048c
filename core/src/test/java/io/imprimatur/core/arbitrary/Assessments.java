package io.imprimatur.core.arbitrary;

import io.imprimatur.assessment.Assessment;
import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactValue;
import io.imprimatur.provenance.Silence;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Assessments and the embedder's facts in them. */
public final class Assessments {
    private Assessments() {}

    /** Any assessment. */
    public static Arbitrary<Assessment> any() {
        return Combinators.combine(
                        Changes.any(),
                        Provenances.any(),
                        Arbitraries.of(Silence.values()),
                        Scans.reports()
                                .list()
                                .uniqueElements(report -> report.scanner().id())
                                .ofMaxSize(3),
                        Risks.scores(),
                        facts().list().uniqueElements(Fact::name).ofMaxSize(3),
                        Arbitraries.longs()
                                .between(0, 4_000_000_000L)
                                .map(Instant::ofEpochSecond)
                                .injectNull(0.5))
                .as(Assessment::new)
                .withoutEdgeCases();
    }

    /** Any fact. */
    public static Arbitrary<Fact> facts() {
        return Combinators.combine(Texts.ids(), factValues(), Texts.any(1000)).as(Fact::new);
    }

    /** Any value of a fact. */
    public static Arbitrary<FactValue> factValues() {
        return Arbitraries.oneOf(
                Texts.any(4000).map(FactValue.Text::new),
                Arbitraries.longs()
                        .between(-FactValue.Whole.MAX, FactValue.Whole.MAX)
                        .map(FactValue.Whole::new),
                Arbitraries.of(true, false).map(FactValue.Flag::new),
                Texts.any(4000).list().ofMaxSize(4).map(FactValue.Texts::new));
    }
}
