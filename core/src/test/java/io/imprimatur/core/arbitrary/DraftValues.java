package io.imprimatur.core.arbitrary;

import io.imprimatur.assessment.FactDraft;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Severity;
import io.imprimatur.provenance.GenerationDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Drafts as outsiders fill them: right, wrong and hostile, field by field. */
public final class DraftValues {
    private DraftValues() {}

    /** Drafts of findings; most fields are right, so that drafts that are right as a whole come up too. */
    public static Arbitrary<FindingDraft> findings() {
        return Combinators.combine(
                        Combinators.combine(texts(250), texts(4000), optional(texts(4000)))
                                .as(Tuple::of),
                        Arbitraries.of(Severity.values()).injectNull(0.05),
                        ids(),
                        optional(decimals()),
                        optional(paths()),
                        Combinators.combine(numbers(), numbers(), numbers(), numbers())
                                .as(Tuple::of),
                        Combinators.combine(lists("CWE-79", "CWE-0"), lists("CVE-2026-1234", "cve-1"))
                                .as(Tuple::of),
                        Combinators.combine(optional(texts(1000)), optional(texts(1000)), optional(texts(4000)))
                                .as(Tuple::of))
                .as((words, severity, category, confidence, path, place, ids, about) -> new FindingDraft(
                        words.get1(),
                        words.get2(),
                        severity,
                        category,
                        confidence,
                        path,
                        place.get1(),
                        place.get2(),
                        place.get3(),
                        place.get4(),
                        words.get3(),
                        ids.get1(),
                        ids.get2(),
                        about.get1(),
                        about.get2(),
                        about.get3()))
                .withoutEdgeCases();
    }

    /** Drafts of generations. */
    public static Arbitrary<GenerationDraft> generations() {
        return Combinators.combine(
                        texts(250),
                        Combinators.combine(
                                        optional(texts(250)),
                                        optional(texts(250)),
                                        optional(texts(250)),
                                        optional(texts(250)))
                                .as(Tuple::of),
                        optional(texts(250)),
                        Combinators.combine(optional(texts(1000)), optional(texts(1000)))
                                .as(Tuple::of),
                        optional(commitments()),
                        optional(decimals()),
                        optional(numbers()),
                        Changes.instants().injectNull(0.3))
                .as((id, model, tool, requester, prompt, confidence, steps, time) -> new GenerationDraft(
                        id,
                        model.get1(),
                        model.get2(),
                        model.get3(),
                        model.get4(),
                        tool,
                        requester.get1(),
                        requester.get2(),
                        prompt,
                        confidence,
                        steps,
                        time))
                .withoutEdgeCases();
    }

    /** Drafts of facts. */
    public static Arbitrary<FactDraft> facts() {
        Arbitrary<Object> values = Arbitraries.oneOf(
                texts(4000).map(Object.class::cast),
                Arbitraries.of(true, 7, 1L << 53, (1L << 53) - 1, -3L),
                Arbitraries.of(1.5, 'c', new Object[0], new BigDecimal("1"), Arrays.asList("a", null), List.of(1)),
                texts(4000).injectNull(0.05).list().ofMaxSize(3).map(Object.class::cast));
        return Combinators.combine(ids(), values.injectNull(0.05), texts(1000))
                .as(FactDraft::new)
                .withoutEdgeCases();
    }

    private static <T> Arbitrary<T> optional(Arbitrary<T> values) {
        return values.injectNull(0.6);
    }

    /** Texts that are right in nine of ten cases. */
    private static Arbitrary<String> texts(int max) {
        return Arbitraries.frequencyOf(
                Tuple.of(18, Texts.any(max)),
                Tuple.of(
                        1,
                        Arbitraries.of("", " ", "\u2003\n", "\u0001", "\ud800", "a\udc00b", "\udc00\ud800", "\u00a0")),
                Tuple.of(1, Arbitraries.of("x".repeat(max + 1), " ".repeat(100_000), "a.".repeat(50_000))));
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.frequencyOf(
                        Tuple.of(18, Texts.ids()),
                        Tuple.of(1, texts(128)),
                        Tuple.of(
                                1,
                                Arbitraries.of(
                                        "A",
                                        "a..b",
                                        ".a",
                                        "a.",
                                        "a b",
                                        "",
                                        "\u0430",
                                        "a.".repeat(64),
                                        "a".repeat(128),
                                        "a".repeat(129),
                                        "a.".repeat(50_000) + "a")))
                .injectNull(0.02);
    }

    private static Arbitrary<BigDecimal> decimals() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Measures.ratios().map(ratio -> new BigDecimal(ratio.toString()))),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                        "-0.1",
                                        "-0",
                                        "0.0000001",
                                        "1.000000",
                                        "1.0000000",
                                        "1.000001",
                                        "10e-1",
                                        "0e5",
                                        "0e-5",
                                        "0e-7",
                                        "0e2147483647",
                                        "1e-2147483647",
                                        "1e2147483647",
                                        "-1e2147483647",
                                        "2")
                                .map(BigDecimal::new)));
    }

    private static Arbitrary<Integer> numbers() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just(0)),
                Tuple.of(6, Arbitraries.integers().between(1, 5)),
                Tuple.of(1, Arbitraries.of(-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 1)));
    }

    private static Arbitrary<String> paths() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Changes.paths().map(path -> path.text())),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "",
                                "/etc/passwd",
                                "a/../b",
                                "a//b",
                                "./a",
                                "a\u0000b",
                                "a\\b",
                                "caf\\xE9",
                                "caf\\xe9",
                                "\ud800",
                                "x".repeat(4097),
                                "x".repeat(100_000))));
    }

    private static Arbitrary<String> commitments() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Changes.digests().map(digest -> digest.hex())),
                Tuple.of(1, Arbitraries.of("", "abc", "A".repeat(64), "a".repeat(65))));
    }

    private static Arbitrary<List<String>> lists(String right, String wrong) {
        return Arbitraries.frequencyOf(
                        Tuple.of(12, Arbitraries.just(right)), Tuple.of(1, Arbitraries.of(wrong, "", right + "\n")))
                .injectNull(0.02)
                .list()
                .ofMaxSize(3)
                .map(list -> (List<String>) new ArrayList<>(list))
                .injectNull(0.02);
    }
}
