package io.imprimatur.core.scan;

import io.imprimatur.finding.Category;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.scan.ScanReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Secrets, and personal data, that several scanners saw. As their text may not be kept, no fingerprint says by itself that
 * two scanners mean the same. The place does: where one scanner points within the place at which another does, and at no
 * second one there, both mean the one, and the wider takes the fingerprint of the narrower. In doubt they stay two.
 */
final class SameSecrets {
    /** In a file with more of a category nobody counts them one by one. */
    private static final int MOST = 1_000;

    private SameSecrets() {}

    /** The same reports, in which what several scanners saw has one fingerprint. */
    static List<ScanReport> united(List<ScanReport> reports) {
        Map<Finding, Fingerprint> fingerprints = fingerprints(reports);
        if (fingerprints.isEmpty()) {
            return reports;
        }
        List<ScanReport> united = new ArrayList<>(reports.size());
        for (ScanReport report : reports) {
            List<Finding> findings = report.findings().stream()
                    .map(finding -> finding.with(fingerprints.getOrDefault(finding, finding.fingerprint())))
                    .toList();
            united.add(new ScanReport(report.scanner(), findings, report.coverage()));
        }
        return united;
    }

    /** Those of the findings whose fingerprint is to be another. */
    private static Map<Finding, Fingerprint> fingerprints(List<ScanReport> reports) {
        Map<String, List<Place>> alike = new TreeMap<>();
        for (ScanReport report : reports) {
            for (Finding finding : report.findings()) {
                Place place = Place.of(finding);
                if (place != null) {
                    alike.computeIfAbsent(place.file(), any -> new ArrayList<>())
                            .add(place);
                }
            }
        }
        Map<Finding, Fingerprint> fingerprints = new HashMap<>();
        for (List<Place> places : alike.values()) {
            if (places.size() <= MOST) {
                unite(places, fingerprints);
            }
        }
        return fingerprints;
    }

    private static void unite(List<Place> places, Map<Finding, Fingerprint> fingerprints) {
        // The narrow first, so that whoever is wider finds those within it united.
        places.sort(Place.NARROW_FIRST);
        for (int i = 1; i < places.size(); i++) {
            Place wide = places.get(i);
            Set<Fingerprint> within = new HashSet<>();
            for (Place narrow : places.subList(0, i)) {
                if (wide.holds(narrow) && !wide.scanner().equals(narrow.scanner())) {
                    within.add(fingerprints.getOrDefault(
                            narrow.finding(), narrow.finding().fingerprint()));
                }
            }
            if (within.size() == 1) {
                fingerprints.put(wide.finding(), within.iterator().next());
            }
        }
    }

    /**
     * Where a finding is, from the first character to the last. Where columns are not known, whole lines.
     *
     * @param start line and column, as one number that orders them
     * @param end the same of the last character
     */
    private record Place(Finding finding, long start, long end) {
        /** What is within another comes before it; of two at the same place, the one of the scanner that sorts first. */
        static final Comparator<Place> NARROW_FIRST = Comparator.<Place>comparingLong(place -> place.end - place.start)
                .thenComparing(Place::finding);

        static @Nullable Place of(Finding finding) {
            Location location = finding.location();
            if (!Fingerprints.NEVER_BY_TEXT.contains(finding.category())
                    || location == null
                    || location.lines() == null) {
                return null;
            }
            int last = location.lastColumn() == 0 ? Integer.MAX_VALUE : location.lastColumn();
            return new Place(
                    finding,
                    at(location.lines().first(), location.firstColumn()),
                    at(location.lines().last(), last));
        }

        private static long at(int line, int column) {
            return (long) line << 32 | column;
        }

        /** The file and the category, as both have to be the same. */
        String file() {
            Location location = finding.location();
            Category category = finding.category();
            return category + " " + (location == null ? "" : location.path().text());
        }

        String scanner() {
            return finding.scanner();
        }

        boolean holds(Place other) {
            return start <= other.start && other.end <= end;
        }
    }
}
