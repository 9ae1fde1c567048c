package io.imprimatur.core.arbitrary;

import io.imprimatur.change.Digest;
import io.imprimatur.change.LineRange;
import io.imprimatur.change.RepoPath;
import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.finding.Severity;
import io.imprimatur.measure.Ratio;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple5;

/** Findings and what they are made of. */
public final class Findings {
    private Findings() {}

    /** Any finding, of one of few scanners. */
    public static Arbitrary<Finding> any() {
        return Scans.scannerIds().flatMap(scanner -> of(scanner, categories()));
    }

    /** Findings of a scanner in some categories. */
    public static Arbitrary<Finding> of(String scanner, Arbitrary<Category> categories) {
        return Arbitraries.frequencyOf(
                Tuple.of(3, various(scanner, categories)), Tuple.of(1, alike(scanner, categories)));
    }

    /** Findings that differ in one thing or another alone, so that their order matters. */
    public static Arbitrary<Finding> alike(String scanner, Arbitrary<Category> categories) {
        return Combinators.combine(
                        categories,
                        Arbitraries.of(Ratio.ONE).injectNull(0.5),
                        Arbitraries.of(Origin.values()),
                        Arbitraries.of("CWE-1").list().ofMaxSize(1),
                        Arbitraries.of("null").injectNull(0.5),
                        Arbitraries.of("null").injectNull(0.5),
                        Arbitraries.of("null").injectNull(0.5))
                .as((category, confidence, origin, cwe, component, license, fix) -> new Finding(
                        scanner,
                        "rule",
                        "message",
                        Severity.HIGH,
                        category,
                        confidence,
                        null,
                        new Fingerprint(Digest.of(new byte[0])),
                        origin,
                        cwe,
                        List.of(),
                        component,
                        license,
                        fix))
                .withoutEdgeCases();
    }

    private static Arbitrary<Finding> various(String scanner, Arbitrary<Category> categories) {
        return Combinators.combine(
                        Combinators.combine(Texts.any(250), Texts.any(4000)).as(Tuple::of),
                        Arbitraries.of(Severity.values()),
                        categories,
                        Measures.ratios().injectNull(0.3),
                        locations().injectNull(0.2),
                        Changes.digests().map(Fingerprint::new),
                        Arbitraries.of(Origin.values()),
                        details())
                .as((words, severity, category, confidence, location, fingerprint, origin, details) -> new Finding(
                        scanner,
                        words.get1(),
                        words.get2(),
                        severity,
                        category,
                        confidence,
                        location,
                        fingerprint,
                        origin,
                        details.get1(),
                        details.get2(),
                        details.get3(),
                        details.get4(),
                        details.get5()))
                .withoutEdgeCases();
    }

    private static Arbitrary<Tuple5<List<String>, List<String>, String, String, String>> details() {
        return Combinators.combine(
                        Arbitraries.of("CWE-1", "CWE-79", "CWE-798").list().ofMaxSize(3),
                        Arbitraries.of("CVE-2026-1234", "CVE-2021-44228").list().ofMaxSize(3),
                        Arbitraries.of("pkg:npm/left-pad@1.3.0").injectNull(0.7),
                        Arbitraries.of("GPL-3.0-only", "MIT OR Apache-2.0").injectNull(0.7),
                        Texts.any(4000).injectNull(0.5))
                .as(Tuple::of);
    }

    /** Known categories and one of a scanner's own. */
    public static Arbitrary<Category> categories() {
        return Arbitraries.oneOf(Arbitraries.of(Category.KNOWN), Arbitraries.just(new Category("acme.naming")));
    }

    /** Any location. */
    public static Arbitrary<Location> locations() {
        return Combinators.combine(
                        Changes.paths(),
                        Changes.lineRange().injectNull(0.2),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(0, 120))
                .as(Findings::location);
    }

    private static Location location(RepoPath path, LineRange lines, int first, int more) {
        if (lines == null) {
            return Location.of(path);
        }
        return new Location(path, lines, first, first == 0 || more == 0 ? 0 : first + more);
    }
}
