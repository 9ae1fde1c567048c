package io.imprimatur.core.arbitrary;

import io.imprimatur.finding.Category;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.Gap;
import io.imprimatur.scan.ScanReport;
import io.imprimatur.scan.ScannerDescriptor;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What scanners answer. */
public final class Scans {
    private Scans() {}

    /** Few scanners, so that policies and reports meet. */
    public static Arbitrary<String> scannerIds() {
        return Arbitraries.of("secrets", "semgrep", "deps", "acme.naming");
    }

    /** Any report. */
    public static Arbitrary<ScanReport> reports() {
        return descriptors().flatMap(Scans::reportsOf).withoutEdgeCases();
    }

    /** Any report of a scanner. */
    public static Arbitrary<ScanReport> reportsOf(ScannerDescriptor scanner) {
        Arbitrary<Category> own = Arbitraries.of(scanner.categories());
        return Combinators.combine(Findings.of(scanner.id(), own).list().ofMaxSize(4), coverages())
                .as((findings, coverage) -> new ScanReport(scanner, findings, coverage));
    }

    /** Any scanner. */
    public static Arbitrary<ScannerDescriptor> descriptors() {
        return Combinators.combine(
                        scannerIds(),
                        Arbitraries.of("1", "2.0.1+rules-7"),
                        Findings.categories().list().ofMinSize(1).ofMaxSize(3))
                .as(ScannerDescriptor::new);
    }

    /** Complete, or with gaps. */
    public static Arbitrary<Coverage> coverages() {
        return Arbitraries.oneOf(
                Arbitraries.just(Coverage.COMPLETE), gaps().list().ofMaxSize(3).map(Coverage::new));
    }

    /** Any gap. */
    public static Arbitrary<Gap> gaps() {
        return Combinators.combine(
                        Arbitraries.of(Gap.Cause.values()),
                        Changes.paths().injectNull(0.4),
                        Findings.categories().injectNull(0.6),
                        Texts.any(1000))
                .as(Gap::new);
    }
}
