package io.imprimatur.core.scan;

import io.imprimatur.change.Digest;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding that is checked, and whose fingerprint waits for the others: which place it takes among those that are alike is
 * known at the end. Two at the same place of a file are one defect, seen twice.
 *
 * @param finding with a fingerprint that does not count
 * @param identity what its fingerprint is made of
 */
record Sighting(Finding finding, Digest identity) {
    private static final Comparator<Sighting> ORDER =
            Comparator.comparing(Sighting::finding).thenComparing(Sighting::identity);

    /** The findings of sightings, each with its fingerprint, whatever the order in which they came. */
    static List<Finding> findings(Collection<Sighting> sightings) {
        Map<String, Last> places = new HashMap<>();
        List<Finding> findings = new ArrayList<>(sightings.size());
        for (Sighting sighting : sightings.stream().sorted(ORDER).toList()) {
            Location location = sighting.finding.location();
            Last last = places.get(sighting.identity.hex());
            boolean seen =
                    last != null && location != null && location.lines() != null && location.equals(last.location);
            if (last == null || !seen) {
                last = new Last(location, last == null ? 0 : last.place + 1);
                places.put(sighting.identity.hex(), last);
            }
            findings.add(sighting.finding.with(Fingerprints.of(sighting.identity, last.place)));
        }
        return findings;
    }

    /** Where the last of those that are alike is, and which place it took. */
    private record Last(@Nullable Location location, int place) {}
}
