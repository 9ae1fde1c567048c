package io.imprimatur.assessment;

import io.imprimatur.change.Change;
import io.imprimatur.error.Preconditions;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.ScanReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a change: what changed, who wrote it, what scanners found and did not cover, how bad it could
 * be, and what the embedder adds. A decision is a function of this and a policy, and of nothing else. Immutable and
 * thread-safe.
 *
 * @param change what changed
 * @param provenance who wrote it
 * @param silence what the risk takes silence about authorship to mean
 * @param reports one for each scanner, ordered by its id
 * @param risk how bad it could be
 * @param facts the embedder's own, each name once, ordered by name
 * @param time when it is judged, for freezes and whatever else depends on the time; absent where that is not known. A
 *     fact like any other, given by the caller: nothing here reads a clock
 */
public record Assessment(
        Change change,
        Provenance provenance,
        Silence silence,
        List<ScanReport> reports,
        RiskScore risk,
        List<Fact> facts,
        @Nullable Instant time) {

    public Assessment {
        Preconditions.notNull(change, "change");
        Preconditions.notNull(provenance, "provenance");
        Preconditions.notNull(silence, "silence");
        Preconditions.notNull(risk, "risk");
        TreeMap<String, ScanReport> byScanner = new TreeMap<>();
        for (ScanReport report : Preconditions.<ScanReport>copy(reports, "reports")) {
            String scanner = report.scanner().id();
            Preconditions.check(
                    byScanner.putIfAbsent(scanner, report) == null, "reports", scanner, "must have each scanner once");
        }
        reports = List.copyOf(byScanner.values());
        TreeMap<String, Fact> byName = new TreeMap<>();
        for (Fact fact : Preconditions.<Fact>copy(facts, "facts")) {
            Preconditions.check(
                    byName.putIfAbsent(fact.name(), fact) == null, "facts", fact.name(), "must have each name once");
        }
        facts = List.copyOf(byName.values());
    }

    /** The embedder's fact with a name. */
    public Optional<Fact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }
}
