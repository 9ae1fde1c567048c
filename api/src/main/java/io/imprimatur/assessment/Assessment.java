package io.imprimatur.assessment;

import io.imprimatur.change.Change;
import io.imprimatur.error.Preconditions;
import io.imprimatur.provenance.Provenance;
import io.imprimatur.provenance.Silence;
import io.imprimatur.risk.RiskScore;
import io.imprimatur.scan.ScanReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        reports = Preconditions.copy(reports, "reports").stream()
                .sorted(Comparator.comparing(report -> report.scanner().id()))
                .toList();
        facts = Preconditions.copy(facts, "facts").stream()
                .sorted(Comparator.comparing(Fact::name))
                .toList();
        Set<String> scanners = new HashSet<>();
        for (ScanReport report : reports) {
            Preconditions.check(
                    scanners.add(report.scanner().id()),
                    "reports",
                    report.scanner().id(),
                    "must have each scanner once");
        }
        Set<String> names = new HashSet<>();
        for (Fact fact : facts) {
            Preconditions.check(names.add(fact.name()), "facts", fact.name(), "must have each name once");
        }
    }

    /** The embedder's fact with a name. */
    public Optional<Fact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }
}
